import { SigningValues } from '#areas/signings/contract.ts';
import { textOf } from '../../../server/text-of.ts';

/** The fields of a signing day, each with its anchor. */
const FIELDS = { title: 'signingTitle', day: 'signingDay', place: 'signingPlace' } as const;

/** What was typed, which fields are not right, and the day where all are. */
export function readSigning(form: FormData): {
  typed: Record<string, string>;
  problems: string[];
  values?: SigningValues;
} {
  const typed = Object.fromEntries(
    Object.values(FIELDS).map((field) => [field, textOf(form, field).trim().slice(0, 200)]),
  );
  const { title, day, place } = FIELDS;
  const parsed = SigningValues.safeParse({ title: typed[title], day: typed[day], place: typed[place] });
  if (parsed.success) return { typed, problems: [], values: parsed.data };
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return {
    typed,
    problems: Object.entries(FIELDS).flatMap(([name, field]) => (wrong.has(name) ? [field] : [])),
  };
}
