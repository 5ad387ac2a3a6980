import { AgencyValues, type KeptAgency } from '#areas/agencies/contract.ts';
import { slugFrom } from '#platform/values/slug.ts';
import { textOf } from '../../../../server/text-of.ts';

/** The fields of the form, each with its name there, which is its anchor too. */
export const AGENCY_FIELDS = {
  name: 'nama',
  shortName: 'pendek',
  slug: 'alamat',
  kind: 'jenis',
  series: 'huruf',
  icon: 'gambar',
  servesHolidays: 'libur',
  active: 'aktif',
  zoneId: 'zona',
  boothName: 'gerai',
  lastIntakeMinutes: 'batas',
  counters: 'loket',
} as const satisfies Readonly<Record<keyof AgencyValues, string>>;
export type AgencyField = keyof typeof AGENCY_FIELDS;

/** What stands in the fields. */
export type AgencyTexts = Readonly<Record<AgencyField, string>>;

export interface ReadAgency {
  readonly texts: AgencyTexts;
  /** Fields that are not right. */
  readonly problems: readonly AgencyField[];
  /** Only where there is no problem. */
  readonly values?: AgencyValues;
}

const TEXT_MAX = 400;
const FIELDS = Object.keys(AGENCY_FIELDS) as AgencyField[];

/** What was typed, which fields are not right, and the agency that it makes. */
export function readAgencyForm(form: FormData): ReadAgency {
  const texts = Object.fromEntries(
    FIELDS.map((field) => [field, textOf(form, AGENCY_FIELDS[field]).trim().slice(0, TEXT_MAX)]),
  ) as AgencyTexts;
  const read = AgencyValues.safeParse({
    ...texts,
    slug: texts.slug === '' ? slugFrom(texts.shortName) : texts.slug,
    series: texts.series.toUpperCase(),
    servesHolidays: texts.servesHolidays === 'yes',
    active: texts.active === 'yes',
    boothName: texts.boothName === '' ? texts.shortName : texts.boothName,
    lastIntakeMinutes: readNumber(texts.lastIntakeMinutes),
    counters: numbersOf(texts.counters),
  });
  if (read.success) return { texts, problems: [], values: read.data };
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  return { texts, problems: FIELDS.filter((field) => wrong.has(field)) };
}

const numbersOf = (text: string) =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(readNumber);

/** Numbers of counters as typed, such as `3, 4`; undefined where they are not that. */
export function readCounters(text: string): number[] | undefined {
  const read = AgencyValues.shape.counters.min(1).safeParse(numbersOf(text.slice(0, 200)));
  return read.success ? read.data : undefined;
}

/** Only figures: neither `1e3` nor `0x10` is a number that somebody means. */
function readNumber(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : NaN;
}

/** The fields as they stand for an agency that is kept. */
export function agencyTexts(agency: KeptAgency): AgencyTexts {
  return {
    ...agency,
    servesHolidays: agency.servesHolidays ? 'yes' : 'no',
    active: agency.active ? 'yes' : 'no',
    zoneId: agency.zone.id,
    lastIntakeMinutes: String(agency.lastIntakeMinutes),
    counters: agency.counters.join(', '),
  };
}

/** What a new agency begins with. */
export const NEW_AGENCY: AgencyTexts = {
  name: '',
  shortName: '',
  slug: '',
  kind: '',
  series: '',
  icon: 'building-2',
  servesHolidays: 'no',
  active: 'yes',
  zoneId: '',
  boothName: '',
  lastIntakeMinutes: '15',
  counters: '',
};
