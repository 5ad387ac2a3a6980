/** What stood in the way the last time; a person may name several. */
export const OBSTACLES = [
  'far',
  'came-again',
  'long-wait',
  'unclear-papers',
  'unclear-fee',
  'closed',
  'many-offices',
  'middleman',
  'hard-to-enter',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Whether people may answer today: on the survey's days, of a study that has not ended. Days are YYYY-MM-DD. */
export function isSurveyOpen(
  {
    from,
    until,
    concludedOn,
  }: { readonly from: string | null; readonly until: string | null; readonly concludedOn: string | null },
  today: string,
): boolean {
  return concludedOn === null && from !== null && until !== null && from <= today && today <= until;
}

/** χ² at 95 % with one degree of freedom, the share with the largest spread, the error: Krejcie and Morgan 1970. */
const CHI_SQUARE = 3.841;
const SHARE = 0.5;
const ERROR = 0.05;

/** How many answers a population needs, rounded to the nearest as the printed table does. */
export function sampleNeeded(population: number): number {
  const spread = SHARE * (1 - SHARE) * CHI_SQUARE;
  return Math.round((spread * population) / (ERROR * ERROR * (population - 1) + spread));
}

const Z = 1.959_963_984_540_054;

/** Between which shares the true one lies with 95 %: Wilson's interval. Undefined without answers. */
export function shareBetween(
  yes: number,
  all: number,
): { readonly share: number; readonly from: number; readonly until: number } | undefined {
  if (all === 0) return undefined;
  const share = yes / all;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * all)) / (1 + z2 / all);
  const half = (Z / (1 + z2 / all)) * Math.sqrt((share * (1 - share)) / all + z2 / (4 * all * all));
  return { share, from: Math.max(0, middle - half), until: Math.min(1, middle + half) };
}
