import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { INTERVALS_A_DAY_MAX } from './rules/weekly-hours.ts';
import { WeeklyHours } from '#areas/agencies/contract.ts';
import { DayText, Id, line, MallChoice } from '#platform/contract/shapes.ts';

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

const DayHours = z.array(z.object({ opens: z.string(), closes: z.string() }));

/** A named stretch of days with a week of its own, of the mall or of one agency. */
export const SpecialSeason = z.object({
  id: Id,
  /** Null: the whole mall. */
  agencyShortName: z.string().nullable(),
  name: z.string(),
  /** The decree or circular that it rests on. */
  basis: z.string(),
  firstDay: DayText,
  lastDay: DayText,
  hours: z.array(WeeklyHours),
});
export type SpecialSeason = z.infer<typeof SpecialSeason>;

/** Whom a single day concerns: one agency, the booths that would be open that day, or every booth. */
export const ExceptionScope = z.enum(['agency', 'planned', 'everybody']);
export type ExceptionScope = z.infer<typeof ExceptionScope>;

/** A single day that is not as usual; without hours it is closed. */
export const SpecialDay = z.object({
  id: Id,
  agencyShortName: z.string().nullable(),
  day: DayText,
  scope: ExceptionScope,
  reason: z.string(),
  hours: DayHours,
});
export type SpecialDay = z.infer<typeof SpecialDay>;

/** What is planned for each booth on each day, closures aside, and what it rests on. */
export const OpeningDays = z.object({
  days: z.array(
    z.object({
      day: DayText,
      /** False where the day's year was not imported: holidays are then unknown. */
      known: z.boolean(),
      holiday: z.string().nullable(),
    }),
  ),
  booths: z.array(
    z.object({
      agencyId: Id,
      agencyShortName: z.string(),
      /** In the order of `days`. */
      days: z.array(
        z.object({
          hours: DayHours,
          because: z.enum([
            'week',
            'season',
            'holiday',
            'joint-leave',
            'exception',
            'site-not-yet',
            'site-over',
          ]),
          /** Of the season or holiday, or the reason of the single day. */
          name: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type OpeningDays = z.infer<typeof OpeningDays>;

/** Which booth, and the state of its hours that was seen. */
const seenBooth = z.object({ boothId: Id, revision: z.int().min(0) });
const KEEPERS = ['manager', 'administrator'] as const;
/** Times are the rule's to refuse, so that the screen can say where. */
const GivenInterval = z.object({ opens: z.string().max(5), closes: z.string().max(5) });
const GivenHours = GivenInterval.extend({ weekday: z.int().min(1).max(7) });
/** Where today ends earlier by a change: how many people its maker knows to wait. */
const knownWaiting = z.int().min(0).max(10_000).default(0);
const HOURS_A_WEEK_MAX = INTERVALS_A_DAY_MAX * 7;

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
    .input(z.object({ csv: z.string().min(1).max(200_000), knownWaiting }))
    .errors(refusals('HOLIDAYS_UNREADABLE', 'DAY_CUT'))
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
        hours: z.array(GivenHours).max(HOURS_A_WEEK_MAX),
        knownWaiting,
      }),
    )
    .errors(refusals('HOURS_WRONG', 'HOURS_DAY', 'HOURS_CHANGED', 'AGENCY_UNKNOWN', 'DAY_CUT'))
    .output(z.object({ booths: z.int() })),
  cancelWeek: command({
    access: { roles: [...KEEPERS] },
    summary: 'Take back a week of hours that has not begun',
  })
    .input(seenBooth.extend({ validFrom: DayText }))
    .errors(refusals('HOURS_DAY', 'HOURS_CHANGED', 'AGENCY_UNKNOWN'))
    .output(z.object({})),
  listOpeningDays: read({
    access: { public: true },
    path: '/opening-days',
    summary:
      'For each agency and day: the hours that are planned, and whether week, season, holiday or a single day says so',
  })
    .input(MallChoice.extend({ from: DayText, days: z.coerce.number().int().min(1).max(42) }))
    .output(OpeningDays),
  listSpecialDays: read({
    access: { roles: ['agency-head', ...KEEPERS] },
    summary:
      'Seasons and single days of the last year and to come; the head of an agency sees the mall’s and the own',
  }).output(z.object({ today: DayText, seasons: z.array(SpecialSeason), exceptions: z.array(SpecialDay) })),
  addSeason: command({
    access: { roles: [...KEEPERS] },
    summary: 'Plan a named stretch of days with a week of its own, for the mall or for one agency',
  })
    .input(
      z.object({
        agencyId: Id.nullable(),
        name: line(3, 80),
        basis: line(3, 200),
        firstDay: DayText,
        lastDay: DayText,
        hours: z.array(GivenHours).max(HOURS_A_WEEK_MAX),
        knownWaiting,
      }),
    )
    .errors(refusals('HOURS_WRONG', 'SEASON_DAYS', 'SEASON_OVERLAPS', 'AGENCY_UNKNOWN', 'DAY_CUT'))
    .output(z.object({ seasonId: Id })),
  endSeason: command({
    access: { roles: [...KEEPERS] },
    summary: 'Take a coming season back, or end a running one with yesterday',
  })
    .input(z.object({ seasonId: Id, knownWaiting }))
    .errors(refusals('SEASON_UNKNOWN', 'SEASON_OVER', 'DAY_CUT'))
    .output(z.object({})),
  addException: command({
    access: { roles: [...KEEPERS] },
    summary: 'Give a single day other hours, or none, for one agency, those who serve that day, or everybody',
  })
    .input(
      z.object({
        scope: ExceptionScope,
        agencyId: Id.nullable(),
        day: DayText,
        reason: line(3, 200),
        hours: z.array(GivenInterval).max(INTERVALS_A_DAY_MAX),
        knownWaiting,
      }),
    )
    .errors(refusals('HOURS_WRONG', 'HOURS_DAY', 'DAY_TAKEN', 'AGENCY_UNKNOWN', 'DAY_CUT'))
    .output(z.object({ exceptionId: Id })),
  removeException: command({
    access: { roles: [...KEEPERS] },
    summary: 'Let a single day be as usual again',
  })
    .input(z.object({ exceptionId: Id, knownWaiting }))
    .errors(refusals('DAY_UNKNOWN', 'HOURS_DAY', 'DAY_CUT'))
    .output(z.object({})),
};
