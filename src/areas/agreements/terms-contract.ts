import { z } from 'zod';
import { DayText, prose } from '#platform/contract/shapes.ts';
import { CLAUSED_KINDS, TERM_SUBJECTS } from './rules/clauses.ts';

/** What is agreed in words, by subject; empty where nothing is agreed yet. Braces hold what is filled (`rules/clauses.ts`). */
export const paragraph = prose(0, 2000);
export const Terms = z.object({
  purpose: paragraph,
  facilities: paragraph,
  costs: paragraph,
  data: paragraph,
  disputes: paragraph,
});

/** How a kind is usually worded at this mall. */
export const Clause = z.object({
  kind: z.enum(CLAUSED_KINDS),
  subject: z.enum(TERM_SUBJECTS),
  wording: z.string(),
  /** The mall's own, not the one that comes with the program. */
  own: z.boolean(),
  version: z.int(),
});
export type Clause = z.infer<typeof Clause>;

/** What a party says of a draft that goes around. */
export const Verdict = z.enum(['agrees', 'wants-changes']);
export type Verdict = z.infer<typeof Verdict>;

/** What an agreement says in words, and what was said of it. */
export const Spoken = z.object({
  /** The words of each subject with what is in braces filled, beside those that its kind usually has. */
  wordings: z.array(
    z.object({ subject: z.enum(TERM_SUBJECTS), text: z.string(), usual: z.string().nullable() }),
  ),
  /** How often it has gone around, and what each party said of it, latest round first. */
  round: z.int(),
  verdicts: z.array(
    z.object({
      round: z.int(),
      place: z.int(),
      verdict: Verdict,
      note: z.string(),
      toldOn: DayText,
      /** Null where the reader may not know the staff of others. */
      toldBy: z.string().nullable(),
    }),
  ),
});
