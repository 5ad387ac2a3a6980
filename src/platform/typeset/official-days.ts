/** Days as official papers write them: Indonesian, whoever prints them. A day is YYYY-MM-DD. */
const DATE = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const DATES = new Intl.DateTimeFormat('id-ID', DATE);
const DAYS = new Intl.DateTimeFormat('id-ID', { ...DATE, weekday: 'long' });
const MONTHS = new Intl.DateTimeFormat('id-ID', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const WEEKDAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

/** `27 November 2025` */
export const writeDate = (day: string) => DATES.format(midnight(day));
/** `Kamis, 27 November 2025` */
export const writeDay = (day: string) => DAYS.format(midnight(day));
/** `November 2025`, of any of its days. */
export const writeMonth = (day: string) => MONTHS.format(midnight(day));
/** 1 = Monday: `Senin`. */
export const writeWeekday = (weekday: number) => WEEKDAYS[weekday - 1] ?? '';
