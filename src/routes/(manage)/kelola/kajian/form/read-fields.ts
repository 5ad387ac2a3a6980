import { readNumber } from '#ui/format/read-number.ts';
import { textOf } from '../../../../server/text-of.ts';
import type { FieldSpec } from './part-fields.ts';

/** What was typed into the fields, by name. */
export function typedIn(form: FormData, fields: readonly FieldSpec[]): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ name, lengthMax = 100 }) => [
      name,
      textOf(form, name)
        .trim()
        .slice(0, lengthMax + 1),
    ]),
  );
}

/** The typed texts as the contract wants them; whether they are right is the contract's to say. */
export function toContent(
  typed: Readonly<Record<string, string>>,
  fields: readonly FieldSpec[],
): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(typed[field.name] ?? '', field)]));
}

function valueOf(text: string, { kind, optional }: FieldSpec): unknown {
  switch (kind) {
    case 'area':
      return text;
    case 'lines':
      return text
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== '');
    case 'flag':
      return text === 'yes';
    case 'number':
      return text === '' && optional === true ? null : readNumber(text);
    case 'share':
      // A share is written in per cent: 12,5 becomes exactly 0.125.
      return Math.round(readNumber(text) * 1e6) / 1e8;
    default:
      return text === '' && optional === true ? null : text;
  }
}

/** The fields as they stand for what is kept, so that they can be changed. */
export function toTexts(
  content: Readonly<Record<string, unknown>>,
  fields: readonly FieldSpec[],
): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.name, textFor(content[field.name], field)]));
}

function textFor(value: unknown, { kind }: FieldSpec): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.join('\n');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'number') throw new TypeError(`no field for ${typeof value}`);
  const shown = kind === 'share' ? Math.round(value * 1e6) / 1e4 : value;
  return String(shown).replace('.', ',');
}
