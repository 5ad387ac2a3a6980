/** The papers that an agreement's folder is expected to hold (domain notes §11.7); a power of attorney only where one signs by it. */
const WANTED = ['draft', 'authority', 'services', 'staff', 'signed'] as const;
const BY_POWER = 'power-of-attorney';

export type WantedPaper = (typeof WANTED)[number] | typeof BY_POWER;

/** Which of them are missing, in their order. */
export function findMissingPapers(signsByPower: boolean, present: readonly string[]): WantedPaper[] {
  const wanted: WantedPaper[] = signsByPower
    ? [...WANTED.slice(0, 2), BY_POWER, ...WANTED.slice(2)]
    : [...WANTED];
  return wanted.filter((paper) => !present.includes(paper));
}
