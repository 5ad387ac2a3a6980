import type { Bar } from '#ui/components/bar-chart.ts';
import { formatNumber } from '#ui/format/numbers.ts';
import type { Language } from '#ui/words/language.ts';

/** A morning's first bar stands in a day, not alone. */
const HOURS_SHOWN_MIN = 10;
const HOUR_LAST = 23;

interface HourBarsOptions {
  readonly language: Language;
  /** The hour that is running, and the word above its bar. */
  readonly now?: { readonly hour: number; readonly note: string };
}

/** Numbers taken by local hour as bars without gaps: hours in which nobody came are zero. */
export function hourBars(
  hours: readonly { readonly hour: number; readonly issued: number }[],
  { language, now }: HourBarsOptions,
): Bar[] {
  const issued = new Map(hours.map((row) => [row.hour, row.issued]));
  const known = [...issued.keys(), ...(now === undefined ? [] : [now.hour])];
  if (known.length === 0) return [];
  const earliest = Math.min(...known);
  const last = Math.max(...known, Math.min(HOUR_LAST, earliest + HOURS_SHOWN_MIN - 1));
  const from = Math.min(earliest, last - HOURS_SHOWN_MIN + 1);
  return Array.from({ length: last - from + 1 }, (_, index) => {
    const hour = from + index;
    const value = issued.get(hour) ?? 0;
    const running = hour === now?.hour;
    return {
      label: String(hour).padStart(2, '0'),
      value,
      text: formatNumber(value, language, 0),
      tone: running ? 'now' : 'series',
      ...(running ? { note: now.note } : {}),
    };
  });
}
