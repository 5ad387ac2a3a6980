import { ServiceValues, type KeptService } from '#areas/services/contract.ts';
import {
  fromSheet,
  fromTexts,
  sheetField,
  toSheet,
  toTexts,
  type SheetField,
  type SheetTexts,
} from '#areas/services/rules/service-sheet.ts';
import { slugFrom } from '#platform/values/slug.ts';
import { textOf } from '../../../../server/text-of.ts';

/** The fields of the form, each with its name there, which is its anchor too. */
export const SERVICE_FIELDS = {
  code: 'kode',
  name: 'nama',
  nameEn: 'namainggris',
  slug: 'alamat',
  expectedMinutes: 'menit',
  feeKind: 'biaya',
  feeRupiah: 'rupiah',
  feeRupiahMax: 'rupiahsampai',
  feeNote: 'keterangan',
  feeBasis: 'dasar',
  timeKind: 'waktu',
  timeLength: 'lama',
  timeLengthMax: 'lamasampai',
  timeUnit: 'satuan',
  requirements: 'syarat',
  confidence: 'sumber',
  active: 'aktif',
} as const satisfies Readonly<Record<SheetField, string>>;

export interface ReadService {
  readonly texts: SheetTexts;
  /** Fields that are not right. */
  readonly problems: readonly SheetField[];
  /** Only where there is no problem. */
  readonly values?: ServiceValues;
}

const FIELDS = Object.keys(SERVICE_FIELDS) as SheetField[];
const TEXT_MAX = 10_000;

/** What was typed, which fields are not right, and the service that it makes. */
export function readServiceForm(form: FormData): ReadService {
  const texts = Object.fromEntries(
    FIELDS.map((field) => [field, textOf(form, SERVICE_FIELDS[field]).trim().slice(0, TEXT_MAX)]),
  ) as unknown as SheetTexts;
  const slug = texts.slug === '' ? slugFrom(texts.name) : texts.slug;
  const read = ServiceValues.safeParse(fromSheet(fromTexts({ ...texts, slug })));
  if (read.success) return { texts, problems: [], values: read.data };
  const wrong = new Set(read.error.issues.map(({ path }) => sheetField(path)));
  return { texts, problems: FIELDS.filter((field) => wrong.has(field)) };
}

/** The fields as they stand for a service that is kept. */
export function serviceTexts(service: KeptService): SheetTexts {
  return toTexts(toSheet(service));
}

/** What a new service begins with: nothing is known of it. */
export const NEW_SERVICE: SheetTexts = {
  code: '',
  name: '',
  nameEn: '',
  slug: '',
  expectedMinutes: '',
  feeKind: 'unknown',
  feeRupiah: '',
  feeRupiahMax: '',
  feeNote: '',
  feeBasis: '',
  timeKind: 'unknown',
  timeLength: '',
  timeLengthMax: '',
  timeUnit: '',
  requirements: '',
  confidence: 'seen',
  active: 'yes',
};
