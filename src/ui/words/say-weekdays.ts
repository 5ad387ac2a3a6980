import { formatWeekday } from '../format/times.ts';
import { commonFor } from './context.ts';
import type { Language } from './language.ts';

const ALL = 7;
/** From so many neighbouring days on they are said as a range. */
const RANGE_MIN = 3;

/** Days of the week, 1 is Monday: `Setiap hari`, `Senin–Kamis`, `Senin, Rabu`, `Senin–Rabu, Jumat`. */
export function sayWeekdays(weekdays: readonly number[], language: Language): string {
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  if (days.length === ALL) return commonFor(language).everyDay;
  const runs: number[][] = [];
  for (const day of days) {
    if (runs.at(-1)?.at(-1) === day - 1) runs.at(-1)!.push(day);
    else runs.push([day]);
  }
  const say = (day: number) => formatWeekday(day, language);
  return runs
    .map((run) => (run.length < RANGE_MIN ? run.map(say).join(', ') : `${say(run[0]!)}–${say(run.at(-1)!)}`))
    .join(', ');
}
