import type { z } from 'zod';
import { textOf } from '../../../server/text-of.ts';

/** What was typed into the fields of a form, which of them are not right, and the values where all are. An empty optional
 * field is null. */
export function readFields<Shape extends z.ZodType>(
  form: FormData,
  shape: Shape,
  fields: readonly string[],
  optional: readonly string[] = [],
): { typed: Record<string, string>; problems: string[]; values?: z.infer<Shape> } {
  const typed = Object.fromEntries(
    fields.map((field) => [field, textOf(form, field).replaceAll('\r\n', '\n').trim().slice(0, 6000)]),
  );
  const parsed = shape.safeParse(
    Object.fromEntries(
      fields.map((field) => [field, typed[field] === '' && optional.includes(field) ? null : typed[field]]),
    ),
  );
  if (parsed.success) return { typed, problems: [], values: parsed.data };
  return { typed, problems: [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))] };
}
