/**
 * Times and dates as people here read them. Only `Intl`, so that a citizen's page carries no library.
 * An instant is epoch milliseconds or an ISO text with an offset; a day is `YYYY-MM-DD`.
 */
import type { Language } from '../words/language.ts';
import { abbreviateZone } from './zones.ts';

export type Instant = number | string;

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** Building an Intl formatter costs more than using it; few zones × languages × shapes exist. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const FORMATTERS_MAX = 200;

function formatterOf(
  shape: string,
  options: Intl.DateTimeFormatOptions,
  zone: string,
  language: Language,
): Intl.DateTimeFormat {
  const key = `${shape} ${zone} ${language}`;
  const kept = formatters.get(key);
  if (kept !== undefined) return kept;
  if (formatters.size >= FORMATTERS_MAX) formatters.clear();
  const made = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: zone });
  formatters.set(key, made);
  return made;
}

function epochOf(instant: Instant): number {
  const epoch = typeof instant === 'number' ? instant : Date.parse(instant);
  if (!Number.isFinite(epoch)) throw new RangeError(`Not an instant: ${instant}`);
  return epoch;
}

/** A day has no zone: noon UTC falls on it when read back in UTC. */
function epochOfDay(day: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`Not a day: ${day}`);
  return epochOf(`${day}T12:00:00Z`);
}

/** `09.42`; English `09:42`. */
export function formatTime(instant: Instant, zone: string, language: Language = 'id'): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return formatterOf('time', options, zone, language).format(epochOf(instant));
}

/** `09.42 WITA`; English `09:42 WITA`. */
export function formatTimeZone(instant: Instant, zone: string, language: Language = 'id'): string {
  return `${formatTime(instant, zone, language)} ${abbreviateZone(zone, epochOf(instant))}`;
}

/** `08.00–15.00 WITA`. */
export function formatTimeRange(from: Instant, to: Instant, zone: string, language: Language = 'id'): string {
  return `${formatTime(from, zone, language)}–${formatTimeZone(to, zone, language)}`;
}

/** A clock time kept as `HH:MM` in a schedule: `08.00`; the end of a day stays `24.00`. */
export function formatClock(time: string, language: Language = 'id'): string {
  return language === 'en' ? time : time.replace(':', '.');
}

/** `Selasa, 24 November 2026`; English `Tuesday, 24 November 2026`. */
export function formatDate(instant: Instant, zone: string, language: Language = 'id'): string {
  const epoch = epochOf(instant);
  const weekday = formatterOf('weekday', { weekday: 'long' }, zone, language).format(epoch);
  const options = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return `${weekday}, ${formatterOf('date', options, zone, language).format(epoch)}`;
}

/** `Kamis, 26 November`: for a day that is near, where the year says nothing. */
export function formatDateNear(instant: Instant, zone: string, language: Language = 'id'): string {
  const epoch = epochOf(instant);
  const weekday = formatterOf('weekday', { weekday: 'long' }, zone, language).format(epoch);
  const options = { day: 'numeric', month: 'long' } as const;
  return `${weekday}, ${formatterOf('date-near', options, zone, language).format(epoch)}`;
}

/** `Selasa, 24 November 2026, 09.42 WITA`: the clock of a staff screen. */
export function formatDateTime(instant: Instant, zone: string, language: Language = 'id'): string {
  return `${formatDate(instant, zone, language)}, ${formatTimeZone(instant, zone, language)}`;
}

/** A next opening: `hari ini 13.00 WITA`, `besok 08.00 WITA`, `Kamis, 26 November, 08.00 WITA`. */
export function formatOpening(
  instant: Instant,
  now: Instant,
  zone: string,
  language: Language = 'id',
): string {
  const time = formatTimeZone(instant, zone, language);
  const days = calendarDaysBetween(now, instant, zone);
  if (days === 0) return `${language === 'en' ? 'today' : 'hari ini'} ${time}`;
  if (days === 1) return `${language === 'en' ? 'tomorrow' : 'besok'} ${time}`;
  return `${formatDateNear(instant, zone, language)}, ${time}`;
}

function calendarDaysBetween(from: Instant, to: Instant, zone: string): number {
  const dayNumber = (instant: Instant) => Date.parse(formatIsoDay(instant, zone)) / 86_400_000;
  return dayNumber(to) - dayNumber(from);
}

/** The calendar day of an instant as `YYYY-MM-DD`, for a `datetime` attribute. */
export function formatIsoDay(instant: Instant, zone: string): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const parts = formatterOf('iso', options, zone, 'en').formatToParts(epochOf(instant));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** A plain day without a zone: `2026-11-24` → `Selasa, 24 November 2026`. */
export function formatDay(day: string, language: Language = 'id'): string {
  return formatDate(epochOfDay(day), 'UTC', language);
}

/** `2026-11-24` → `24 November 2026`. */
export function formatDayShort(day: string, language: Language = 'id'): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return formatterOf('date', options, 'UTC', language).format(epochOfDay(day));
}

/** `2026-11` → `November 2026`. */
export function formatMonth(month: string, language: Language = 'id'): string {
  const options = { month: 'long', year: 'numeric' } as const;
  return formatterOf('month', options, 'UTC', language).format(epochOfDay(`${month}-01`));
}

/** `2026-11` → `Nov`, for axes. */
export function formatMonthShort(month: string, language: Language = 'id'): string {
  return formatterOf('month-short', { month: 'short' }, 'UTC', language).format(epochOfDay(`${month}-01`));
}

/** 1 = Monday … 7 = Sunday → `Senin`. */
export function formatWeekday(weekday: number, language: Language = 'id'): string {
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7)
    throw new RangeError(`Not a weekday: ${weekday}`);
  // 2024-01-01 was a Monday.
  return formatterOf('weekday', { weekday: 'long' }, 'UTC', language).format(Date.UTC(2024, 0, weekday, 12));
}
