import { parseDay } from '#platform/values/day.ts';

/** The key of the sentence for a day that cannot be read; undefined for one that can. */
export function dayProblem(text: string): 'dayProblem' | undefined {
  return parseDay(text) === undefined ? 'dayProblem' : undefined;
}
