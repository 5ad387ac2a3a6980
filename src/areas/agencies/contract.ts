import { z } from 'zod';
import { Zone } from '#areas/malls/contract.ts';
import { ImportCounts, ImportPreview, ImportText } from '#platform/contract/import-shapes.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { Address, Id, line, MallChoice, Slug } from '#platform/contract/shapes.ts';
import { AGENCY_ICON_NAMES } from './rules/agency-icons.ts';
import { SERIES_SHAPE } from './rules/series-letters.ts';

export const AgencyKind = z.enum([
  'regency-office',
  'provincial-office',
  'vertical-office',
  'court',
  'police',
  'prosecutor',
  'state-company',
  'regional-company',
  'bank',
  'social-insurance',
]);
export type AgencyKind = z.infer<typeof AgencyKind>;

export const WeeklyHours = z.object({
  weekday: z.int().min(1).max(7),
  opens: z.string(),
  closes: z.string(),
});

export const Agency = z.object({
  id: Id,
  slug: Slug,
  name: z.string(),
  shortName: z.string(),
  kind: AgencyKind,
  /** One or two letters before the number of its tickets. */
  series: z.string(),
  icon: z.string(),
  zone: Zone,
  counters: z.array(z.object({ id: Id, number: z.int() })),
  weekly: z.array(WeeklyHours),
});
export type Agency = z.infer<typeof Agency>;

const CounterNumber = z.int().min(1).max(999);

/** An agency with its booth and counters, as an administrator writes it down. */
export const AgencyValues = z.object({
  name: line(3, 160),
  shortName: line(2, 40),
  slug: Address,
  kind: AgencyKind,
  series: z.string().regex(SERIES_SHAPE),
  icon: z.enum(AGENCY_ICON_NAMES),
  servesHolidays: z.boolean(),
  /** False: it no longer serves here, and is told to nobody. */
  active: z.boolean(),
  zoneId: Id,
  boothName: line(2, 60),
  /** No number is given later than this before closing. */
  lastIntakeMinutes: z.int().min(0).max(240),
  /** Numbers of its counters, each used once in the mall. */
  counters: z.array(CounterNumber).max(99),
});
export type AgencyValues = z.infer<typeof AgencyValues>;

const Weekday = z.int().min(1).max(7);

/** Agencies that stand at one place in turns; the place is the booth of `hostId`. */
export const BoothShare = z.object({
  hostId: Id,
  members: z.array(z.object({ agencyId: Id, shortName: z.string(), weekdays: z.array(Weekday) })),
});
export type BoothShare = z.infer<typeof BoothShare>;

export const KeptAgency = z.object({
  id: Id,
  /** Grows with every change; who saves names the one that was read. */
  version: z.int(),
  name: z.string(),
  shortName: z.string(),
  slug: Slug,
  kind: AgencyKind,
  series: z.string(),
  icon: z.string(),
  servesHolidays: z.boolean(),
  active: z.boolean(),
  zone: z.object({ id: Id, name: z.string() }),
  boothName: z.string(),
  lastIntakeMinutes: z.int(),
  counters: z.array(z.int()),
  share: BoothShare.nullable(),
});
export type KeptAgency = z.infer<typeof KeptAgency>;

const READERS = { roles: ['manager', 'administrator'] } as const;
const KEEPERS = { roles: ['administrator'] } as const;
const TAKEN = [
  'SERIES_TAKEN',
  'SLUG_TAKEN',
  'ZONE_UNKNOWN',
  'COUNTER_ELSEWHERE',
  'BOOTH_WITHOUT_COUNTER',
] as const;

export const agenciesContract = {
  listAgencies: read({
    access: { public: true },
    path: '/agencies',
    summary: 'Agencies that serve at the mall, with booth, counters and weekly hours',
  })
    .input(MallChoice)
    .output(z.array(Agency)),
  listKeptAgencies: read({
    access: READERS,
    summary: 'All agencies of the mall as they are kept, also those that no longer serve',
  }).output(z.array(KeptAgency)),
  getKeptAgency: read({ access: READERS, summary: 'One agency as it is kept' })
    .input(z.object({ agencyId: Id }))
    .errors(refusals('AGENCY_UNKNOWN'))
    .output(KeptAgency),
  addAgency: command({
    access: KEEPERS,
    summary: 'A new agency with its booth and counters; hours come after',
  })
    .input(AgencyValues)
    .errors(refusals(...TAKEN))
    .output(z.object({ agencyId: Id })),
  saveAgency: command({
    access: KEEPERS,
    summary: 'Change an agency, its booth and counters; refused where somebody else changed it meanwhile',
  })
    .input(AgencyValues.extend({ agencyId: Id, version: z.int() }))
    .errors(
      refusals(
        'AGENCY_UNKNOWN',
        'CHANGED_MEANWHILE',
        'PEOPLE_STILL_WAIT',
        'SITE_WAITED_AT',
        'COUNTER_IN_USE',
        'COUNTER_SHARED',
        ...TAKEN,
      ),
    )
    .output(z.object({ version: z.int() })),
  removeAgency: command({ access: KEEPERS, summary: 'Take out an agency that was never used' })
    .input(z.object({ agencyId: Id, version: z.int() }))
    .errors(refusals('AGENCY_UNKNOWN', 'CHANGED_MEANWHILE', 'AGENCY_USED'))
    .output(z.object({ removed: z.literal(true) })),
  moveCounter: command({ access: KEEPERS, summary: "Move a counter to another agency's booth" })
    .input(z.object({ number: CounterNumber, agencyId: Id, toAgencyId: Id }))
    .errors(refusals('AGENCY_UNKNOWN', 'COUNTER_UNKNOWN', 'COUNTER_IN_USE', 'BOOTH_WITHOUT_COUNTER'))
    .output(z.object({ number: z.int() })),
  shareBooth: command({
    access: KEEPERS,
    summary: "Let an agency come to another's booth on some weekdays, or change them; its own counters go",
  })
    .input(
      z.object({
        agencyId: Id,
        version: z.int(),
        withAgencyId: Id,
        weekdays: z.array(Weekday).min(1).max(7),
      }),
    )
    .errors(
      refusals(
        'AGENCY_UNKNOWN',
        'CHANGED_MEANWHILE',
        'SHARE_ITSELF',
        'SHARE_HOSTS',
        'SHARE_GUEST',
        'SHARE_NO_DAY',
        'DAY_SHARED',
        'BOOTH_WITHOUT_COUNTER',
        'COUNTER_IN_USE',
        'SHARE_WHILE_WAITING',
      ),
    )
    .output(z.object({ version: z.int() })),
  endSharing: command({
    access: KEEPERS,
    summary: 'Give an agency that shares a booth counters of its own again',
  })
    .input(z.object({ agencyId: Id, version: z.int(), counters: z.array(CounterNumber).max(99) }))
    .errors(
      refusals(
        'AGENCY_UNKNOWN',
        'CHANGED_MEANWHILE',
        'NOT_SHARED',
        'COUNTER_ELSEWHERE',
        'BOOTH_WITHOUT_COUNTER',
        'COUNTER_IN_USE',
        'SHARE_WHILE_WAITING',
      ),
    )
    .output(z.object({ version: z.int() })),
  previewAgencies: read({
    access: KEEPERS,
    summary: 'What a file of agencies would do, and all that is wrong in it',
  })
    .input(ImportText)
    .output(ImportPreview),
  importAgencies: command({ access: KEEPERS, summary: 'Take in a file of agencies, all of it or nothing' })
    .input(ImportText)
    .errors(
      refusals(
        'IMPORT_UNREADABLE',
        'AGENCY_UNKNOWN',
        'CHANGED_MEANWHILE',
        'PEOPLE_STILL_WAIT',
        'SITE_WAITED_AT',
        'COUNTER_IN_USE',
        'COUNTER_SHARED',
        ...TAKEN,
      ),
    )
    .output(ImportCounts),
};
