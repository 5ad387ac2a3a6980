import { Temporal } from 'temporal-polyfill';

declare const dayBrand: unique symbol;

/** A date of the proleptic Gregorian calendar, 'YYYY-MM-DD', years 0001–9999, known to exist. */
export type Day = string & { readonly [dayBrand]: true };

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const TIME_SHAPE = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Reads 'YYYY-MM-DD'; anything else, also 2026-02-29 or year 0000 (which no database date knows), is undefined. */
export function parseDay(text: string): Day | undefined {
  if (!DAY_SHAPE.test(text) || text.startsWith('0000')) return undefined;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return text as Day;
}

function toDay(date: Temporal.PlainDate): Day {
  if (date.year < 1 || date.year > 9999) throw new RangeError(`no day in the years 0001–9999: ${date.year}`);
  return date.toString() as Day;
}

/** The day `n` whole days later, or earlier when `n` is negative. Throws RangeError past the years 0001–9999. */
export function addDays(day: Day, n: number): Day {
  return toDay(Temporal.PlainDate.from(day).add({ days: n }));
}

/** Kept once worked out: a year of a mall asks for the same days for every booth, and the calendar is slow. */
export function weekdayOf(day: Day): Weekday {
  const known = weekdays.get(day);
  if (known !== undefined) return known;
  const weekday = Temporal.PlainDate.from(day).dayOfWeek as Weekday;
  if (weekdays.size >= WEEKDAYS_MAX) weekdays.clear();
  weekdays.set(day, weekday);
  return weekday;
}

const WEEKDAYS_MAX = 5_000;
const weekdays = new Map<Day, Weekday>();

/** Which day the wall calendar in `zone` (IANA) shows at the instant `epochMs`. */
export function dayAt(epochMs: number, zone: string): Day {
  return toDay(Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDate());
}

/** True for 'HH:MM' from 00:00 to 23:59, and for 24:00, the end of a day. */
export function isClockTime(text: string): boolean {
  return TIME_SHAPE.test(text);
}

/**
 * The instant (epoch ms) at which clocks in `zone` show `time` on `day`; '24:00' is the next midnight. Kept once worked
 * out: every booth of a mall asks for the same few openings, and the calendar is slow.
 */
export function atTime(day: Day, time: string, zone: string): number {
  const key = `${day} ${time} ${zone}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  const instant = workOutInstant(day, time, zone);
  if (instants.size >= INSTANTS_MAX) instants.clear();
  instants.set(key, instant);
  return instant;
}

const INSTANTS_MAX = 10_000;
const instants = new Map<string, number>();

function workOutInstant(day: Day, time: string, zone: string): number {
  if (!isClockTime(time)) throw new RangeError(`not a time of day: ${time}`);
  const date = Temporal.PlainDate.from(day);
  const moment =
    time === '24:00'
      ? date.add({ days: 1 }).toZonedDateTime(zone)
      : date.toZonedDateTime({ timeZone: zone, plainTime: time });
  return moment.epochMilliseconds;
}

/** Negative when `a` is earlier, 0 when equal, positive when later. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** WIB, WITA or WIT; a zone outside Indonesia keeps its IANA name, which misleads nobody. */
export function zoneAbbreviation(zone: string): string {
  return ABBREVIATIONS[zone] ?? zone;
}
