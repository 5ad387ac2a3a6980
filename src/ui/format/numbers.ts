/** Figures as people here write them: `1.234,5`, `Rp30.000`, `±24 mnt`. Only `Intl`. */
import type { Language } from '../words/language.ts';

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };
const NO_BREAK = '\u00a0';

/** `1.234,5`; at most `decimalsMax` decimals, none where the figure is whole. */
export function formatNumber(value: number, language: Language = 'id', decimalsMax = 1): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: decimalsMax }).format(value);
}

/** Always this many decimals: `7,20`, for columns that are compared. */
export function formatDecimal(value: number, decimals: number, language: Language = 'id'): string {
  return new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** Whole rupiah: `Rp30.000`; English `Rp30,000`. */
export function formatRupiah(rupiah: number, language: Language = 'id'): string {
  const sign = rupiah < 0 ? '−' : '';
  return `${sign}Rp${formatNumber(Math.abs(Math.round(rupiah)), language, 0)}`;
}

/** A share from 0 to 1: `86 %`. */
export function formatShare(share: number, language: Language = 'id', decimalsMax = 0): string {
  return `${formatNumber(share * 100, language, decimalsMax)}${NO_BREAK}%`;
}

/** About so many minutes: `±24 mnt`; never negative. */
export function formatMinutes(minutes: number, language: Language = 'id'): string {
  const whole = Math.max(0, Math.round(minutes));
  return `±${whole}${NO_BREAK}${language === 'en' ? 'min' : 'mnt'}`;
}

/** A measured duration: `18 mnt`, `1 jam 18 mnt`, `2 jam`; English `1 h 18 min`. Never negative. */
export function formatDuration(minutes: number, language: Language = 'id'): string {
  const [hour, minute] = language === 'en' ? ['h', 'min'] : ['jam', 'mnt'];
  const whole = Math.max(0, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest}${NO_BREAK}${minute}`;
  return rest === 0 ? `${hours}${NO_BREAK}${hour}` : `${hours}${NO_BREAK}${hour} ${rest}${NO_BREAK}${minute}`;
}

/** A running stopwatch: `11.04`, `1.02.09`; English with colons. Seconds are cut, not rounded, so it never jumps ahead. */
export function formatStopwatch(milliseconds: number, language: Language = 'id'): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const parts = [two(Math.floor(seconds / 60) % 60), two(seconds % 60)];
  if (hours > 0) parts.unshift(String(hours));
  return parts.join(language === 'en' ? ':' : '.');
}
