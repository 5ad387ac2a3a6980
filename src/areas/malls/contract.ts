import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, line, MallChoice, Slug } from '#platform/contract/shapes.ts';

export const Zone = z.object({ id: Id, slug: Slug, name: z.string(), floor: z.int() });
export type Zone = z.infer<typeof Zone>;

export const Mall = z.object({
  id: Id,
  slug: Slug,
  name: z.string(),
  shortName: z.string(),
  regency: z.string(),
  timeZone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
  launchedOn: DayText.nullable(),
  /** Facts of a demonstration: screens say "data contoh". */
  sampleData: z.boolean(),
  site: z.object({ name: z.string(), address: z.string() }).nullable(),
  zones: z.array(Zone),
});
export type Mall = z.infer<typeof Mall>;

/** The mall itself, as an administrator writes it down; its time zone and its address in links are fixed. */
export const MallValues = z.object({
  name: line(3, 120),
  shortName: line(2, 60),
  regency: line(2, 80),
  /** The day of its launch; null: it is not launched yet. */
  launchedOn: DayText.nullable(),
  /** How often somebody may be called again after the first call. */
  recallsMax: z.int().min(0).max(9),
  /** So long after the last call a number that nobody answered goes on hold by itself. */
  noShowMinutes: z.int().min(1).max(30),
  /** After so long without a word from the officer's screen the counter is given free. */
  silentMinutes: z.int().min(4).max(60),
});
export type MallValues = z.infer<typeof MallValues>;
export const KeptMall = MallValues.extend({ id: Id, version: z.int() });
export type KeptMall = z.infer<typeof KeptMall>;

/** A building, a floor of one, or a stand elsewhere, as an administrator writes it down. */
export const SiteValues = z.object({
  name: line(2, 80),
  address: line(3, 200),
  /** Its first and last service day; null: no bound on that side. */
  openFrom: DayText.nullable(),
  openUntil: DayText.nullable(),
});
export type SiteValues = z.infer<typeof SiteValues>;

/** A part of a site with one call board. Floor 0 is the ground, basements count below it. */
export const ZoneValues = z.object({ name: line(1, 40), floor: z.int().min(-5).max(99), siteId: Id });
export type ZoneValues = z.infer<typeof ZoneValues>;

export const KeptZone = Zone.extend({ version: z.int(), siteId: Id });
export type KeptZone = z.infer<typeof KeptZone>;
export const KeptSite = z.object({
  id: Id,
  version: z.int(),
  slug: Slug,
  name: z.string(),
  address: z.string(),
  openFrom: DayText.nullable(),
  openUntil: DayText.nullable(),
  zones: z.array(KeptZone),
});
export type KeptSite = z.infer<typeof KeptSite>;

const READERS = { roles: ['manager', 'administrator'] } as const;
const KEEPERS = { roles: ['administrator'] } as const;
const Removed = z.object({ removed: z.literal(true) });

export const mallsContract = {
  getMall: read({
    access: { public: true },
    path: '/malls/current',
    summary: 'The mall: name, place, time zone, zones',
  })
    .input(MallChoice)
    .errors(refusals('MALL_UNKNOWN'))
    .output(Mall),
  getKeptMall: read({
    access: READERS,
    summary: 'The mall as it is kept: its names, and what it decides for all counters',
  }).output(KeptMall),
  saveMall: command({
    access: KEEPERS,
    summary: 'Change the mall’s names, or what it decides for all counters',
  })
    .input(MallValues.extend({ version: z.int() }))
    .errors(refusals('CHANGED_MEANWHILE'))
    .output(z.object({ version: z.int() })),
  listPlaces: read({
    access: READERS,
    summary: 'Sites of the mall with their zones, as they are kept',
  }).output(z.array(KeptSite)),
  addSite: command({ access: KEEPERS, summary: 'A new site: a building, a floor, a stand elsewhere' })
    .input(SiteValues)
    .errors(refusals('CHANGED_MEANWHILE', 'SITE_DAYS'))
    .output(z.object({ siteId: Id })),
  saveSite: command({ access: KEEPERS, summary: 'Change the name, address or days of a site' })
    .input(SiteValues.extend({ siteId: Id, version: z.int() }))
    .errors(refusals('SITE_UNKNOWN', 'CHANGED_MEANWHILE', 'SITE_DAYS', 'SITE_WAITED_AT'))
    .output(z.object({ version: z.int() })),
  removeSite: command({ access: KEEPERS, summary: 'Take out a site that has no zones' })
    .input(z.object({ siteId: Id, version: z.int() }))
    .errors(refusals('SITE_UNKNOWN', 'CHANGED_MEANWHILE', 'PLACE_IN_USE'))
    .output(Removed),
  addZone: command({ access: KEEPERS, summary: 'A new zone of a site' })
    .input(ZoneValues)
    .errors(refusals('SITE_UNKNOWN', 'CHANGED_MEANWHILE'))
    .output(z.object({ zoneId: Id })),
  saveZone: command({ access: KEEPERS, summary: 'Change the name, floor or site of a zone' })
    .input(ZoneValues.extend({ zoneId: Id, version: z.int() }))
    .errors(refusals('ZONE_UNKNOWN', 'SITE_UNKNOWN', 'CHANGED_MEANWHILE', 'SITE_WAITED_AT'))
    .output(z.object({ version: z.int() })),
  removeZone: command({ access: KEEPERS, summary: 'Take out a zone that has neither booths nor devices' })
    .input(z.object({ zoneId: Id, version: z.int() }))
    .errors(refusals('ZONE_UNKNOWN', 'CHANGED_MEANWHILE', 'PLACE_IN_USE'))
    .output(Removed),
};
