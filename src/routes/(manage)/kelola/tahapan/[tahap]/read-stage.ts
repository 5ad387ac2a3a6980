import { StageValues } from '#areas/establishment/contract.ts';
import { textOf } from '../../../../server/text-of.ts';

export const STAGE_FIELDS = [
  'responsible',
  'place',
  'notes',
  'plannedFrom',
  'plannedUntil',
  'actualFrom',
  'actualUntil',
  'togetherWith',
  'overruleReason',
] as const;

/** What was typed, the fields that are not right, and the stage where all are. */
export function readStage(form: FormData): {
  typed: Record<string, string>;
  problems: string[];
  values?: StageValues & { readonly overruleReason: string | null };
} {
  const typed: Record<string, string> = Object.fromEntries(
    STAGE_FIELDS.map((field) => [field, textOf(form, field).trim().slice(0, 3000)]),
  );
  const orNull = (field: (typeof STAGE_FIELDS)[number]) => typed[field] || null;
  const together = typed['togetherWith'] ?? '';
  const parsed = StageValues.safeParse({
    responsible: orNull('responsible'),
    place: orNull('place'),
    notes: typed['notes'],
    plannedFrom: orNull('plannedFrom'),
    plannedUntil: orNull('plannedUntil'),
    actualFrom: orNull('actualFrom'),
    actualUntil: orNull('actualUntil'),
    togetherWith: together === '' ? null : /^\d{1,3}$/.test(together) ? Number(together) : NaN,
  });
  const overruleReason = orNull('overruleReason');
  const problems = parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  if (overruleReason !== null && (overruleReason.length < 3 || overruleReason.length > 400))
    problems.push('overruleReason');
  return parsed.success && problems.length === 0
    ? { typed, problems, values: { ...parsed.data, overruleReason } }
    : { typed, problems };
}
