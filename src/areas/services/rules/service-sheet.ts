/**
 * A service as one flat sheet: what a form shows, what a row of a file holds and what the trail compares. The contract
 * keeps fee and promised time as unions; here each part of them is a field.
 */
export interface ServiceSheet {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly slug: string;
  readonly expectedMinutes: number;
  readonly feeKind: string;
  readonly feeRupiah: number | null;
  readonly feeRupiahMax: number | null;
  readonly feeNote: string;
  readonly feeBasis: string;
  readonly timeKind: string;
  readonly timeLength: number | null;
  readonly timeLengthMax: number | null;
  readonly timeUnit: string;
  readonly requirements: readonly string[];
  readonly confidence: string;
  readonly active: boolean;
}
export type SheetField = keyof ServiceSheet;

/** The same with every field as text, requirements one a line, `active` as `yes` or `no`. */
export type SheetTexts = Readonly<Record<SheetField, string>>;

/** A fee or time of the contract, whichever kind it is of. */
interface FeeLike {
  readonly kind: string;
  readonly rupiah?: number;
  readonly minRupiah?: number;
  readonly maxRupiah?: number;
  readonly note?: string;
  readonly basis?: string;
}
interface TimeLike {
  readonly kind: string;
  readonly length?: number;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
}

interface ServiceLike {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly slug: string;
  readonly expectedMinutes: number;
  readonly fee: FeeLike;
  readonly promisedTime: TimeLike;
  readonly requirements: readonly string[];
  readonly confidence: string;
  readonly active: boolean;
}

export function toSheet({ fee, promisedTime: time, ...service }: ServiceLike): ServiceSheet {
  return {
    code: service.code,
    name: service.name,
    nameEn: service.nameEn,
    slug: service.slug,
    expectedMinutes: service.expectedMinutes,
    feeKind: fee.kind,
    feeRupiah: fee.rupiah ?? fee.minRupiah ?? null,
    feeRupiahMax: fee.maxRupiah ?? null,
    feeNote: fee.note ?? '',
    feeBasis: fee.basis ?? '',
    timeKind: time.kind,
    timeLength: time.length ?? time.min ?? null,
    timeLengthMax: time.max ?? null,
    timeUnit: time.unit ?? '',
    requirements: service.requirements,
    confidence: service.confidence,
    active: service.active,
  };
}

/** What the contract is asked to take of a sheet; fields that its kinds of fee and time do not have are left out. */
export function fromSheet(sheet: ServiceSheet) {
  const { code, name, nameEn, slug, expectedMinutes, requirements, confidence, active } = sheet;
  const plain = {
    code,
    name,
    nameEn,
    slug,
    expectedMinutes,
    requirements: [...requirements],
    confidence,
    active,
  };
  return { ...plain, fee: feeOf(sheet), promisedTime: timeOf(sheet) };
}

function feeOf({ feeKind: kind, feeRupiah, feeRupiahMax, feeNote: note, feeBasis: basis }: ServiceSheet) {
  switch (kind) {
    case 'fixed':
      return { kind, rupiah: feeRupiah, basis };
    case 'range':
      return { kind, minRupiah: feeRupiah, maxRupiah: feeRupiahMax, basis };
    case 'by-table':
      return { kind, note, basis };
    case 'free':
      return { kind, basis };
    default:
      return { kind };
  }
}

function timeOf({ timeKind: kind, timeLength, timeLengthMax, timeUnit: unit }: ServiceSheet) {
  switch (kind) {
    case 'exact':
      return { kind, length: timeLength, unit };
    case 'range':
      return { kind, min: timeLength, max: timeLengthMax, unit };
    default:
      return { kind };
  }
}

export function toTexts(sheet: ServiceSheet): SheetTexts {
  const count = (number: number | null) => (number === null ? '' : String(number));
  return {
    ...sheet,
    expectedMinutes: String(sheet.expectedMinutes),
    feeRupiah: count(sheet.feeRupiah),
    feeRupiahMax: count(sheet.feeRupiahMax),
    timeLength: count(sheet.timeLength),
    timeLengthMax: count(sheet.timeLengthMax),
    requirements: sheet.requirements.join('\n'),
    active: sheet.active ? 'yes' : 'no',
  };
}

/** Reads a sheet from what was typed. What is no number becomes NaN, which the contract does not take. */
export function fromTexts(texts: SheetTexts): ServiceSheet {
  return {
    ...texts,
    code: texts.code.toUpperCase(),
    expectedMinutes: readCount(texts.expectedMinutes) ?? NaN,
    feeRupiah: readRupiah(texts.feeRupiah),
    feeRupiahMax: readRupiah(texts.feeRupiahMax),
    timeLength: readCount(texts.timeLength),
    timeLengthMax: readCount(texts.timeLengthMax),
    requirements: texts.requirements
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    active: texts.active === 'yes',
  };
}

function readCount(text: string): number | null {
  if (text === '') return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : NaN;
}

/** `30000`, `30.000`, `Rp 30.000`, `Rp30.000,00`: as people write it. */
function readRupiah(text: string): number | null {
  if (text === '') return null;
  const [, digits] = /^(?:rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,10})(?:,00|,-)?$/i.exec(text) ?? [];
  return digits === undefined ? NaN : Number(digits.replaceAll('.', ''));
}

const FEE_FIELDS: Readonly<Record<string, SheetField>> = {
  kind: 'feeKind',
  rupiah: 'feeRupiah',
  minRupiah: 'feeRupiah',
  maxRupiah: 'feeRupiahMax',
  note: 'feeNote',
  basis: 'feeBasis',
};
const TIME_FIELDS: Readonly<Record<string, SheetField>> = {
  kind: 'timeKind',
  length: 'timeLength',
  min: 'timeLength',
  max: 'timeLengthMax',
  unit: 'timeUnit',
};

/** The field of the sheet that a path of the contract names. */
export function sheetField([first, second]: readonly PropertyKey[]): SheetField {
  if (first === 'fee') return FEE_FIELDS[String(second ?? 'kind')] ?? 'feeKind';
  if (first === 'promisedTime') return TIME_FIELDS[String(second ?? 'kind')] ?? 'timeKind';
  return first as SheetField;
}
