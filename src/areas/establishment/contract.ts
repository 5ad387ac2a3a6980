import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, line, prose } from '#platform/contract/shapes.ts';
import { LETTER_KINDS, STAGE_KINDS, STAGE_STATES } from './rules/stages.ts';

const day = DayText.nullable();

/** Which stage: evaluations come once a year, the others once. */
export const StageKey = z.object({ kind: z.enum(STAGE_KINDS), year: z.int().min(0).max(2200) });
export type StageKey = z.infer<typeof StageKey>;

/** What is written down of a stage. Days are both included. */
export const StageValues = z.object({
  responsible: line(3, 160).nullable(),
  place: line(3, 160).nullable(),
  notes: prose(0, 2000),
  plannedFrom: day,
  plannedUntil: day,
  actualFrom: day,
  actualUntil: day,
  /** Of a launch: how many other malls were launched on the same day. */
  togetherWith: z.int().min(0).max(500).nullable(),
});
export type StageValues = z.infer<typeof StageValues>;

export const LetterValues = z.object({
  kind: z.enum(LETTER_KINDS),
  number: line(2, 80).nullable(),
  day: DayText,
  title: line(3, 200),
  issuer: line(3, 160),
  stage: StageKey.nullable(),
});
export type LetterValues = z.infer<typeof LetterValues>;

export const Letter = LetterValues.extend({
  id: Id,
  version: z.int(),
  /** The scan, where one is kept. */
  file: z.object({ name: z.string(), sizeBytes: z.int() }).nullable(),
});
export type Letter = z.infer<typeof Letter>;

const Blocker = z.object({
  id: Id,
  what: z.string(),
  owner: z.string(),
  since: DayText,
  solvedOn: day,
});

export const Stage = StageValues.extend(StageKey.shape).extend({
  version: z.int(),
  state: z.enum(STAGE_STATES),
  ageDays: z.int().nullable(),
  basis: z.string().nullable(),
  basisConfidence: z.enum(['seen', 'recalled']),
  overruled: z.object({ reason: z.string(), by: z.string() }).nullable(),
  blockers: z.array(Blocker),
  letters: z.array(Letter),
  /** Each a choice of papers, of which none is there. */
  missingLetters: z.array(z.array(z.enum(LETTER_KINDS))),
});
export type Stage = z.infer<typeof Stage>;

export const Establishment = z.object({
  today: DayText,
  launchedOn: day,
  stages: z.array(Stage),
  /** When each booth opened, or is going to; the days that nobody wrote down are absent. */
  openings: z.array(z.object({ agencyId: Id, shortName: z.string(), plannedOn: day, openedOn: day })),
});
export type Establishment = z.infer<typeof Establishment>;

const keepers = { roles: ['manager', 'administrator'] as const };
const seen = StageKey.extend({ version: z.int() });
const changed = z.object({ version: z.int() });

export const establishmentContract = {
  getEstablishment: read({
    access: keepers,
    summary: 'The stages of the mall from study to launch, and when each booth opened',
  }).output(Establishment),
  saveStage: command({ access: keepers, summary: 'Write down a stage: who, where, planned and actual days' })
    .input(StageValues.extend(seen.shape).extend({ overruleReason: line(3, 400).nullable() }))
    .errors(refusals('CHANGED_MEANWHILE', 'STAGE_DAYS', 'STAGE_AHEAD', 'STAGE_YEAR', 'STAGE_WITHOUT_PAPERS'))
    .output(changed),
  addBlocker: command({ access: keepers, summary: 'Say what keeps a stage from going on, and who solves it' })
    .input(StageKey.extend({ what: line(3, 300), owner: line(2, 120) }))
    .errors(refusals('STAGE_YEAR'))
    .output(z.object({ blockerId: Id })),
  solveBlocker: command({ access: keepers, summary: 'Say that it is solved' })
    .input(z.object({ blockerId: Id }))
    .errors(refusals('BLOCKER_UNKNOWN'))
    .output(z.object({ blockerId: Id })),
  listLetters: read({ access: keepers, summary: 'The register of decrees and letters, latest first' }).output(
    z.array(Letter),
  ),
  addLetter: command({
    access: keepers,
    summary: 'Put a decree or letter into the register; a scan is a PDF that was handed in',
  })
    .input(LetterValues.extend({ uploadId: Id.nullable() }))
    .errors(
      refusals(
        'STAGE_YEAR',
        'LETTER_TWICE',
        'LETTERS_ENOUGH',
        'UPLOAD_UNKNOWN',
        'UPLOAD_BUSY',
        'UPLOAD_INCOMPLETE',
        'FILE_TYPE_REFUSED',
        'FILE_TOO_LARGE',
        'SCAN_NOT_PDF',
      ),
    )
    .output(z.object({ letterId: Id })),
  removeLetter: command({ access: keepers, summary: 'Take a decree or letter out of the register' })
    .input(z.object({ letterId: Id }))
    .errors(refusals('LETTER_UNKNOWN'))
    .output(z.object({ letterId: Id })),
  setOpening: command({ access: keepers, summary: 'Say when a booth opens or opened' })
    .input(z.object({ agencyId: Id, plannedOn: day, openedOn: day }))
    .errors(refusals('AGENCY_UNKNOWN', 'OPENED_AHEAD'))
    .output(z.object({ agencyId: Id })),
};
