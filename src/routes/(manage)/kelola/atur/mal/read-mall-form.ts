import { MallValues } from '#areas/malls/contract.ts';
import type { manager } from '#ui/words/id/manager.ts';
import { textOf } from '../../../../server/text-of.ts';

/** The fields of the form, each with its name there, which is its anchor too. */
export const MALL_FIELDS = {
  name: 'nama',
  shortName: 'pendek',
  regency: 'daerah',
  launchedOn: 'resmi',
  recallsMax: 'ulang',
  noShowMinutes: 'tunggu',
  silentMinutes: 'diam',
} as const;
export type MallField = keyof typeof MALL_FIELDS;
export type MallTexts = Readonly<Record<MallField, string>>;

const FIELDS = Object.keys(MALL_FIELDS) as MallField[];

/** What the form shows for the mall as it is kept. */
export function mallTexts(mall: MallValues): MallTexts {
  const text = (field: MallField) => [field, String(mall[field] ?? '')] as const;
  return Object.fromEntries(FIELDS.map(text)) as MallTexts;
}

/** What was typed, the fields that are not right, and the values where all are. */
export function readMallForm(form: FormData): {
  texts: MallTexts;
  problems: MallField[];
  values?: MallValues;
} {
  const typed = (field: MallField) => [field, textOf(form, MALL_FIELDS[field]).trim().slice(0, 200)] as const;
  const texts = Object.fromEntries(FIELDS.map(typed)) as MallTexts;
  const figure = (text: string) => (/^\d{1,3}$/.test(text) ? Number(text) : NaN);
  const read = MallValues.safeParse({
    ...texts,
    launchedOn: texts.launchedOn === '' ? null : texts.launchedOn,
    recallsMax: figure(texts.recallsMax),
    noShowMinutes: figure(texts.noShowMinutes),
    silentMinutes: figure(texts.silentMinutes),
  });
  if (read.success) return { texts, problems: [], values: read.data };
  return { texts, problems: [...new Set(read.error.issues.map(({ path }) => path[0] as MallField))] };
}

const SENTENCES = {
  name: 'wrong-mallName',
  shortName: 'wrong-shortMallName',
  regency: 'wrong-regency',
  launchedOn: 'wrong-launchedOn',
  recallsMax: 'wrong-recallsMax',
  noShowMinutes: 'wrong-noShowMinutes',
  silentMinutes: 'wrong-silentMinutes',
} as const satisfies Record<MallField, keyof typeof manager>;

/** The fields that are not right, each with its sentence: for the summary, and beside the field. */
export function mallErrors(problems: readonly MallField[], words: typeof manager) {
  return {
    errors: problems.map((field) => ({ id: MALL_FIELDS[field], message: words[SENTENCES[field]] })),
    errorAt: (field: MallField) => (problems.includes(field) ? words[SENTENCES[field]] : undefined),
  };
}
