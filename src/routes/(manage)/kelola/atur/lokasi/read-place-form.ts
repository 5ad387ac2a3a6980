import { SiteValues, ZoneValues } from '#areas/malls/contract.ts';
import { judgeSiteDays } from '#areas/malls/rules/site-days.ts';
import type { manager } from '#ui/words/id/manager.ts';
import { textOf } from '../../../../server/text-of.ts';

/** The fields of both forms, each with its name there, which is its anchor too. */
export const PLACE_FIELDS = {
  siteName: 'namalokasi',
  address: 'alamat',
  openFrom: 'mulai',
  openUntil: 'sampai',
  zoneName: 'namazona',
  floor: 'lantai',
  siteId: 'lokasi',
} as const;
export type PlaceField = keyof typeof PLACE_FIELDS;

export interface SiteTexts {
  readonly siteName: string;
  readonly address: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly openFrom: string;
  readonly openUntil: string;
}
export interface ZoneTexts {
  readonly zoneName: string;
  readonly floor: string;
  readonly siteId: string;
}

interface Read<Texts, Values> {
  readonly texts: Texts;
  readonly problems: readonly PlaceField[];
  /** Only where there is no problem. */
  readonly values?: Values;
}

const typed = (form: FormData, field: PlaceField) => textOf(form, PLACE_FIELDS[field]).trim().slice(0, 400);

/** A site as it is kept, in the fields of its form. */
export function siteTexts(site: SiteValues): SiteTexts {
  const { name: siteName, address, openFrom, openUntil } = site;
  return { siteName, address, openFrom: openFrom ?? '', openUntil: openUntil ?? '' };
}

export function readSiteForm(form: FormData): Read<SiteTexts, SiteValues> {
  const texts = {
    siteName: typed(form, 'siteName'),
    address: typed(form, 'address'),
    openFrom: typed(form, 'openFrom'),
    openUntil: typed(form, 'openUntil'),
  };
  const read = SiteValues.safeParse({
    name: texts.siteName,
    address: texts.address,
    openFrom: texts.openFrom === '' ? null : texts.openFrom,
    openUntil: texts.openUntil === '' ? null : texts.openUntil,
  });
  if (!read.success) return { texts, problems: fieldsOf(read.error, 'siteName') };
  const { openFrom: from, openUntil: until } = read.data;
  if (judgeSiteDays({ from, until }) !== undefined) return { texts, problems: ['openUntil'] };
  return { texts, problems: [], values: read.data };
}

export function readZoneForm(form: FormData): Read<ZoneTexts, ZoneValues> {
  const texts = {
    zoneName: typed(form, 'zoneName'),
    floor: typed(form, 'floor'),
    siteId: typed(form, 'siteId'),
  };
  const floor = /^-?\d{1,2}$/.test(texts.floor) ? Number(texts.floor) : NaN;
  const read = ZoneValues.safeParse({ name: texts.zoneName, floor, siteId: texts.siteId });
  if (read.success) return { texts, problems: [], values: read.data };
  return { texts, problems: fieldsOf(read.error, 'zoneName') };
}

/** Both forms have a name: which of the two was sent says whose it is. */
function fieldsOf(
  error: { issues: readonly { path: readonly PropertyKey[] }[] },
  name: PlaceField,
): PlaceField[] {
  const fields = error.issues.map(({ path }) => (path[0] === 'name' ? name : (path[0] as PlaceField)));
  return [...new Set(fields)];
}

/** The fields that are not right, each with its sentence: for the summary, and beside the field. */
export function placeErrors(problems: readonly PlaceField[], words: typeof manager) {
  return {
    errors: problems.map((field) => ({ id: PLACE_FIELDS[field], message: words[`wrong-${field}`] })),
    errorAt: (field: PlaceField) => (problems.includes(field) ? words[`wrong-${field}`] : undefined),
  };
}
