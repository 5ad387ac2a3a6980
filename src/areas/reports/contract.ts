import { z } from 'zod';
import { BoothState } from '#areas/capacity/contract.ts';
import { Outcome, Wait } from '#areas/queue/contract.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, Instant, line, prose, Slug } from '#platform/contract/shapes.ts';
import { BOOTH_ACTIVITIES } from './rules/booth-activity.ts';
import { KEPT_STATES } from './rules/kept-day.ts';
import { NUMBER_SOURCES } from './rules/number-sources.ts';
import { RegionView } from './region-contract.ts';
import { HEALTH_PARTS } from './rules/promise-health.ts';

/** Counts of stops by how they ended. */
const Outcomes = z.record(Outcome, z.int());

const Minutes = z.object({
  count: z.int(),
  mean: z.number().nullable(),
  p50: z.number().nullable(),
  p90: z.number().nullable(),
});

const Figures = z.object({
  /** People's trips: one that goes on at another service is one trip with several numbers. */
  visits: z.int(),
  issued: z.int(),
  served: z.int(),
  stillOpen: z.int(),
  outcomes: Outcomes,
  /** From check-in to the first call, frozen there. */
  waitMinutes: Minutes,
  /** Time at the counter, of finished stops. */
  serviceMinutes: Minutes,
  rating: z.object({ count: z.int(), mean: z.number().nullable() }),
});
export type Figures = z.infer<typeof Figures>;

export const DayReport = z.object({
  day: DayText,
  timeZone: z.string(),
  madeAt: Instant,
  includesSimulated: z.boolean(),
  /** How many stops of the day were simulated, whether included or not. */
  simulatedCount: z.int(),
  source: z.enum(NUMBER_SOURCES),
  /** How many stops of the day were on paper, whether counted or not. */
  paperCount: z.int(),
  total: Figures,
  byService: z.array(
    Figures.extend({ code: z.string(), service: z.string(), agency: z.string(), agencySlug: Slug }),
  ),
  /** By local hour of issue, 0–23; hours with nothing are left out. */
  byHour: z.array(Figures.extend({ hour: z.int() })),
});
export type DayReport = z.infer<typeof DayReport>;

export const Overview = z.object({
  now: Instant,
  timeZone: z.string(),
  waiting: z.int(),
  serving: z.int(),
  servedToday: z.int(),
  issuedToday: z.int(),
  simulatedToday: z.int(),
  booths: z.array(
    z.object({
      agencyId: Id,
      agencySlug: Slug,
      shortName: z.string(),
      icon: z.string(),
      zoneName: z.string(),
      state: z.enum(BOOTH_ACTIVITIES),
      waiting: z.int(),
      countersOpen: z.int(),
      countersTotal: z.int(),
      /** Who sits where, by counter. */
      people: z.array(z.object({ counterNumber: z.int(), name: z.string() })),
      wait: Wait.nullable(),
      longestWaitMinutes: z.number().nullable(),
      /** Why it gives no number now, if so. */
      code: z.string().nullable(),
      opensAt: Instant.nullable(),
      /** It should be open, and for nine minutes and more nobody has sat at any of its counters: since when. */
      emptySince: Instant.nullable(),
      siteDays: BoothState.shape.siteDays,
      /** Within an hour of it: when the booth gives no number any more today, as its line stands. */
      intakeEndsAt: Instant.nullable(),
    }),
  ),
  /** Counters on a break, and when it should end (which may have passed). */
  paused: z.array(z.object({ counterNumber: z.int(), agencyShortName: z.string(), until: Instant })),
  /** Agreements that end within 180 days without a signed renewal, and those that have lapsed, the latter first. */
  agreementsDue: z.array(z.object({ id: Id, title: z.string(), daysLeft: z.int(), lapsed: z.boolean() })),
  arrivalsByHour: z.array(z.object({ hour: z.int(), issued: z.int(), called: z.int() })),
  streamToken: z.string(),
});
export type Overview = z.infer<typeof Overview>;

/** How one promised day went. */
export const KeptDayLine = z.object({
  day: DayText,
  state: z.enum(KEPT_STATES),
  promisedMinutes: z.number(),
  presentMinutes: z.number(),
  /** When somebody first sat at a counter that day. */
  cameAt: Instant.nullable(),
  /** A holiday's name, or why the day was not as usual. */
  reason: z.string().nullable(),
});
export type KeptDayLine = z.infer<typeof KeptDayLine>;

/** What an agency promised for a stretch of days, and what it kept. */
export const KeptPromise = z.object({
  agency: z.object({ id: Id, slug: Slug, shortName: z.string() }),
  /** The agreement in which it promised so, at the end of the stretch. */
  agreementId: Id,
  /** Promised days that are over. */
  days: z.object({ kept: z.int(), late: z.int(), early: z.int(), absent: z.int() }),
  excused: z.int(),
  daysPromised: z.int(),
  daysOpen: z.int(),
  /** Null: no promised day is over yet. */
  keptShare: z.number().nullable(),
  promisedMinutes: z.int(),
  presentMinutes: z.int(),
  servicesPromised: z.int(),
  servicesOffered: z.int(),
  peoplePromised: z.int(),
  peoplePresent: z.number().nullable(),
  /** Open days on which the promised numbers could be had; null: no number of numbers was promised. */
  daysWithQuota: z.int().nullable(),
  served: z.int(),
  finished: z.int(),
  ratings: z.int(),
  ratingMean: z.number().nullable(),
  /** The parts that can be told, 0 to 1; what cannot is absent. */
  health: z.partialRecord(z.enum(HEALTH_PARTS), z.number()),
  score: z.int().nullable(),
});
export type KeptPromise = z.infer<typeof KeptPromise>;

export const KeptPromiseInFull = KeptPromise.extend({ calendar: z.array(KeptDayLine) });
export type KeptPromiseInFull = z.infer<typeof KeptPromiseInFull>;

/** What a letter told: it stays as it was sent. */
export const ToldFigures = z.object({
  daysPromised: z.int(),
  daysOpen: z.int(),
  hoursShare: z.number().nullable(),
  missed: z.array(z.object({ day: DayText, state: z.enum(['absent', 'late', 'early']) })),
});
export type ToldFigures = z.infer<typeof ToldFigures>;

/** A letter that reminds an agency of what it promised, and its answer. */
export const PromiseLetter = z.object({
  id: Id,
  agency: z.object({ id: Id, slug: Slug, shortName: z.string() }),
  number: z.string().nullable(),
  from: DayText,
  until: DayText,
  told: ToldFigures,
  sentAt: Instant,
  reply: z.string().nullable(),
  repliedAt: Instant.nullable(),
  repliedBy: z.string().nullable(),
});
export type PromiseLetter = z.infer<typeof PromiseLetter>;

/** Days of at most a year; without them the 90 days up to today. */
const KeptStretch = z.object({ from: DayText.optional(), until: DayText.optional() });
const stretchTold = { from: DayText, until: DayText };

const letterReaders = { roles: ['agency-head', 'manager', 'administrator'] as const };
const readers = { roles: ['manager', 'administrator'] as const };

export const reportsContract = {
  getOverview: read({ access: readers, summary: 'The mall now, booth by booth' }).output(Overview),
  getDayReport: read({
    access: readers,
    path: '/reports/days/{day}',
    summary: 'Figures of one service day, recounted from intervals at each asking',
  })
    .input(
      z.object({
        day: DayText,
        simulated: z.stringbool().or(z.boolean()).default(true),
        source: z.enum(NUMBER_SOURCES).default('all'),
      }),
    )
    .output(DayReport),
  listKeptPromises: read({
    access: readers,
    path: '/reports/promises',
    summary: 'Promised and kept, agency by agency, recounted at each asking',
  })
    .input(KeptStretch)
    .output(z.object({ ...stretchTold, agencies: z.array(KeptPromise) })),
  getKeptPromise: read({
    access: { roles: ['agency-head', 'manager', 'administrator'] },
    summary: 'One agency’s promises with each day; its head sees the own agency',
  })
    .input(KeptStretch.extend({ agencyId: Id }))
    .errors(refusals('AGENCY_UNKNOWN', 'OTHER_AGENCY'))
    .output(z.object({ ...stretchTold, kept: KeptPromiseInFull })),
  getRegionView: read({
    access: { roles: ['region-head', 'manager', 'administrator'] },
    summary: 'Whether fewer people have to come, and what waits for the head of the region',
  }).output(RegionView),
  getMeetingPack: read({
    access: readers,
    summary: 'What the monthly meeting with the agencies needs, on paper',
  })
    .input(z.object({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) }))
    .errors(refusals('MONTH_AHEAD'))
    .output(z.object({ fileName: z.string(), base64: z.string() })),
  sendReminder: command({
    access: readers,
    summary: 'Remind an agency of what it promised and did not keep; the figures stay as they are told',
  })
    .input(KeptStretch.extend({ agencyId: Id, number: line(2, 80).nullable() }))
    .errors(refusals('AGENCY_UNKNOWN', 'PROMISE_KEPT'))
    .output(z.object({ letterId: Id })),
  listPromiseLetters: read({
    access: letterReaders,
    summary:
      'Letters to agencies about their promises, with their answers; a head reads those to the own agency',
  }).output(z.array(PromiseLetter)),
  answerReminder: command({
    access: { roles: ['agency-head'] },
    summary: 'Answer a letter to the own agency, once',
  })
    .input(z.object({ letterId: Id, reply: prose(3, 2000) }))
    .errors(refusals('LETTER_UNKNOWN', 'ANSWERED'))
    .output(z.object({ letterId: Id })),
  getReminderPdf: read({ access: letterReaders, summary: 'A letter to print and sign' })
    .input(z.object({ letterId: Id }))
    .errors(refusals('LETTER_UNKNOWN'))
    .output(z.object({ fileName: z.string(), pdfBase64: z.string() })),
  getDayReportCsv: read({
    access: readers,
    summary: 'The same figures as a sheet, in the reader’s language',
  })
    .input(
      z.object({
        day: DayText,
        simulated: z.boolean().default(true),
        source: z.enum(NUMBER_SOURCES).default('all'),
      }),
    )
    .output(z.object({ fileName: z.string(), csv: z.string() })),
};
