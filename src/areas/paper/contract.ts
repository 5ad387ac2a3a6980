import { z } from 'zod';
import { Outcome } from '#areas/queue/contract.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, Instant, line, Slug } from '#platform/contract/shapes.ts';

/** Numbers of one agency's series that are given on paper on one day. */
export const NumberBlock = z.object({
  id: Id,
  agencyId: Id,
  agencyName: z.string(),
  agencyShortName: z.string(),
  agencySlug: Slug,
  series: z.string(),
  firstNumber: z.int(),
  lastNumber: z.int(),
  /** How many of its numbers were entered. */
  entered: z.int(),
});
export type NumberBlock = z.infer<typeof NumberBlock>;

export const PaperStop = z.object({
  code: z.string(),
  agencyShortName: z.string(),
  service: z.string(),
  serviceEn: z.string(),
  takenAt: Instant,
  calledAt: Instant.nullable(),
  endedAt: Instant,
  outcome: Outcome,
  counterNumber: z.int().nullable(),
});
export type PaperStop = z.infer<typeof PaperStop>;

/** What the clock on the wall showed, hour and minute. */
const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Number999 = z.int().min(1).max(999);

const keepers = { roles: ['manager', 'administrator'] as const };

export const paperContract = {
  listNumberBlocks: read({
    access: keepers,
    summary: 'Blocks of numbers for paper of one service day, and what was entered of them',
  })
    .input(z.object({ day: DayText.optional() }))
    .output(
      z.object({
        /** The day asked for, today by default. */
        day: DayText,
        today: DayText,
        blocks: z.array(NumberBlock),
        /** Latest entry first; at most 500. */
        stops: z.array(PaperStop),
      }),
    ),
  reserveNumberBlocks: command({
    access: keepers,
    summary: 'Keep numbers of agencies’ series for paper on a day; the machine jumps over them',
  })
    .input(
      z.object({
        day: DayText,
        agencyIds: z.array(Id).min(1).max(200),
        firstNumber: Number999.default(801),
        lastNumber: Number999.default(900),
      }),
    )
    .errors(refusals('AGENCY_UNKNOWN', 'DAY_PAST', 'BLOCK_DISORDERED', 'BLOCK_TAKEN'))
    .output(z.object({ reserved: z.int() })),
  getNumberSheet: read({
    access: keepers,
    summary: 'A day’s blocks as a PDF to print and cut, of all agencies or of one',
  })
    .input(z.object({ day: DayText, agencyId: Id.optional() }))
    .errors(refusals('NO_BLOCK'))
    .output(z.object({ fileName: z.string(), pdfBase64: z.string() })),
  enterPaperStop: command({
    access: keepers,
    summary: 'Enter what happened to a number on paper, with the true times',
  })
    .input(
      z.object({
        day: DayText,
        /** `A-801` */
        code: line(1, 10),
        service: Slug,
        takenAt: WallTime,
        calledAt: WallTime.optional(),
        /** When the service ended, the person left or was found absent. */
        endedAt: WallTime,
        outcome: Outcome,
        /** Needed when the outcome is `refused`. */
        reason: line(3, 300).optional(),
        counterNumber: z.int().min(1).max(999).optional(),
      }),
    )
    .errors(
      refusals(
        'NUMBER_NOT_RESERVED',
        'NUMBER_ENTERED',
        'SERVICE_UNKNOWN',
        'COUNTER_UNKNOWN',
        'TIMES_INCOMPLETE',
        'TIMES_DISORDERED',
        'TIMES_AHEAD',
        'REASON_NEEDED',
      ),
    )
    .output(z.object({ code: z.string() })),
};
