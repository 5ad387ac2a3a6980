import { Temporal } from 'temporal-polyfill';
import { refuse, type Refusal } from '#platform/values/refusal.ts';

/**
 * The stages of a mall in the order in which most come; none is forced, since real malls serve before they are launched
 * (Banjarbaru: ten months). The order is put together from several sources (domain notes §1.3).
 */
export const STAGE_KINDS = [
  'team',
  'study-visit',
  'study',
  'proposal',
  'reply',
  'commitment',
  'preparation',
  'trial',
  'launch',
  'evaluation',
] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export const LETTER_KINDS = [
  'decree',
  'letter-out',
  'letter-in',
  'study',
  'minutes',
  'commitment',
  'report',
  'other',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

interface StageBasis {
  /** What it rests on; null: practice, no rule was found. */
  readonly basis: string | null;
  readonly confidence: 'seen' | 'recalled';
  /** The papers without which it is not called done: one of each group. */
  readonly papers: readonly (readonly LetterKind[])[];
}

export const STAGES = {
  team: { basis: 'Keputusan kepala daerah tentang tim percepatan', confidence: 'seen', papers: [['decree']] },
  'study-visit': { basis: null, confidence: 'seen', papers: [['report', 'minutes']] },
  study: { basis: 'Perpres 89/2021 Pasal 5 ayat (2) huruf b', confidence: 'seen', papers: [['study']] },
  proposal: {
    basis: 'Perpres 89/2021 Pasal 5 ayat (2) huruf a',
    confidence: 'seen',
    papers: [['letter-out'], ['study']],
  },
  reply: {
    basis: 'Perpres 89/2021 Pasal 5; Permen PANRB 92/2021',
    confidence: 'seen',
    papers: [['letter-in', 'decree']],
  },
  commitment: { basis: null, confidence: 'seen', papers: [['commitment']] },
  preparation: { basis: 'Permen PANRB 92/2021', confidence: 'recalled', papers: [['report', 'minutes']] },
  trial: { basis: null, confidence: 'seen', papers: [['report', 'minutes']] },
  launch: {
    basis: 'Perpres 89/2021; Permen PANRB 92/2021',
    confidence: 'recalled',
    papers: [['decree', 'minutes', 'letter-in']],
  },
  evaluation: {
    basis: 'Pedoman Menteri PANRB 5/2022',
    confidence: 'seen',
    papers: [['letter-in', 'report', 'decree']],
  },
} as const satisfies Readonly<Record<StageKind, StageBasis>>;

/** The groups of papers of which a stage has none. */
export function findMissingLetters(kind: StageKind, present: readonly string[]): (readonly LetterKind[])[] {
  const groups: readonly (readonly LetterKind[])[] = STAGES[kind].papers;
  return groups.filter((group) => !group.some((paper) => present.includes(paper)));
}

/** What is known of a stage's time. Days are YYYY-MM-DD. */
export interface StageDays {
  readonly plannedFrom: string | null;
  readonly plannedUntil: string | null;
  readonly actualFrom: string | null;
  readonly actualUntil: string | null;
}

export const STAGE_STATES = ['unplanned', 'planned', 'late', 'running', 'overdue', 'done'] as const;
export type StageState = (typeof STAGE_STATES)[number];

/** How a stage stands: `late` should have begun, `overdue` should have ended. */
export function stageState(days: StageDays, today: string): StageState {
  const { plannedFrom, plannedUntil, actualFrom, actualUntil } = days;
  if (actualUntil !== null && actualUntil <= today) return 'done';
  if (actualFrom !== null && actualFrom <= today)
    return plannedUntil !== null && plannedUntil < today ? 'overdue' : 'running';
  if (plannedFrom === null && plannedUntil === null) return 'unplanned';
  return (plannedFrom ?? plannedUntil!) < today ? 'late' : 'planned';
}

/** How many days a stage has taken, or takes so far; null before it has begun. Both ends count. */
export function stageAgeDays({ actualFrom, actualUntil }: StageDays, today: string): number | null {
  if (actualFrom === null || actualFrom > today) return null;
  const end = actualUntil === null || actualUntil > today ? today : actualUntil;
  return Temporal.PlainDate.from(actualFrom).until(end, { largestUnit: 'day' }).days + 1;
}

/** Refusals: STAGE_DAYS for an end before its beginning, or one without a beginning. */
export function checkStageDays(days: StageDays): Refusal<'STAGE_DAYS'> | undefined {
  const { plannedFrom, plannedUntil, actualFrom, actualUntil } = days;
  const backwards = (from: string | null, until: string | null) =>
    from !== null && until !== null && until < from;
  if (backwards(plannedFrom, plannedUntil) || backwards(actualFrom, actualUntil)) return refuse('STAGE_DAYS');
  return actualUntil !== null && actualFrom === null ? refuse('STAGE_DAYS') : undefined;
}
