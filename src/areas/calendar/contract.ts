import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { WeeklyHours } from '#areas/agencies/contract.ts';
import { DayText, Id } from '#platform/contract/shapes.ts';

export const Holiday = z.object({
  day: DayText,
  kind: z.enum(['holiday', 'joint-leave']),
  name: z.string(),
  decree: z.string(),
  confidence: z.enum(['seen', 'recalled']),
});
export type Holiday = z.infer<typeof Holiday>;

/** A booth and the hours that it keeps, has kept and is going to keep. */
export const BoothWeeks = z.object({
  boothId: Id,
  agencyId: Id,
  agencyShortName: z.string(),
  /** Counts the changes of its hours; whoever changes them says which state they saw. */
  revision: z.int(),
  /** Latest first; the present one is the first that has begun. `validFrom` null: since ever. */
  weeks: z.array(z.object({ validFrom: DayText.nullable(), hours: z.array(WeeklyHours) })),
});
export type BoothWeeks = z.infer<typeof BoothWeeks>;

/** Which booth, and the state of its hours that was seen. */
const seenBooth = z.object({ boothId: Id, revision: z.int().min(0) });
const KEEPERS = ['manager', 'administrator'] as const;
/** Times are the rule's to refuse, so that the screen can say where. */
const GivenHours = z.object({
  weekday: z.int().min(1).max(7),
  opens: z.string().max(5),
  closes: z.string().max(5),
});

export const calendarContract = {
  listHolidays: read({
    access: { public: true },
    path: '/holidays',
    summary: 'Holidays and joint leave of a year; `imported: false` means the year is unknown, not empty',
  })
    .input(z.object({ year: z.coerce.number().int().min(2000).max(2100) }))
    .output(z.object({ year: z.int(), imported: z.boolean(), days: z.array(Holiday) })),
  importHolidays: command({
    access: { roles: ['administrator'] },
    summary: "Replace the imported years by the joint decree's list (CSV: date,kind,name,decree,confidence)",
  })
    .input(z.object({ csv: z.string().min(1).max(200_000) }))
    .errors(refusals('HOLIDAYS_UNREADABLE'))
    .output(z.object({ years: z.array(z.int()), days: z.int() })),
  listWeeks: read({
    access: { roles: ['agency-head', ...KEEPERS] },
    summary: 'The weekly hours of each booth with their history; the head of an agency sees the own',
  }).output(z.object({ today: DayText, booths: z.array(BoothWeeks) })),
  setWeek: command({
    access: { roles: [...KEEPERS] },
    summary: 'Give booths a week of hours from a day on, today or later; what was before stays as it was',
  })
    .input(
      z.object({
        booths: z.array(seenBooth).min(1).max(200),
        validFrom: DayText,
        hours: z.array(GivenHours).max(42),
      }),
    )
    .errors(refusals('HOURS_WRONG', 'HOURS_DAY', 'HOURS_CHANGED', 'AGENCY_UNKNOWN'))
    .output(z.object({ booths: z.int() })),
  cancelWeek: command({
    access: { roles: [...KEEPERS] },
    summary: 'Take back a week of hours that has not begun',
  })
    .input(seenBooth.extend({ validFrom: DayText }))
    .errors(refusals('HOURS_DAY', 'HOURS_CHANGED', 'AGENCY_UNKNOWN'))
    .output(z.object({})),
};
