import { NeedsAnswer } from '#areas/studies/contract.ts';
import { readNumber } from '#ui/format/read-number.ts';
import { textOf } from '../server/text-of.ts';

const FIELDS = [
  'district',
  'serviceId',
  'visits',
  'travelMinutes',
  'costRupiah',
  'wouldUse',
  'wish',
] as const;

/** An answer to the survey of needs as it was typed, the fields that are not right, and the answer where all are. */
export function readAnswer(form: FormData): {
  typed: Record<string, string>;
  obstacles: string[];
  problems: string[];
  answer?: NeedsAnswer;
} {
  const typed = Object.fromEntries(FIELDS.map((field) => [field, textOf(form, field).trim().slice(0, 600)]));
  const obstacles = form.getAll('obstacles').filter((one) => typeof one === 'string');
  const parsed = NeedsAnswer.safeParse({
    ...typed,
    serviceId: typed['serviceId'] || null,
    visits: readNumber(typed['visits'] ?? ''),
    travelMinutes: readNumber(typed['travelMinutes'] ?? ''),
    costRupiah: readNumber(typed['costRupiah'] ?? ''),
    wouldUse: readNumber(typed['wouldUse'] ?? ''),
    obstacles,
  });
  if (parsed.success) return { typed, obstacles, problems: [], answer: parsed.data };
  return { typed, obstacles, problems: [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))] };
}
