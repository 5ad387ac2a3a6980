import { z } from 'zod';
import { newId } from '#platform/random/ids.ts';
import { contract } from '../contract.ts';

type Schema = Readonly<Record<string, unknown>>;

export interface SampledOperation {
  /** `area.operation` */
  readonly name: string;
  /** An input that passes the contract, with every field filled. */
  input(): Record<string, unknown>;
  /** Paths of the fields in which any text may be typed. */
  readonly textFields: readonly (readonly string[])[];
}

/** Every operation of the contract, with inputs made from its schema. */
export function listSampledOperations(): SampledOperation[] {
  return Object.entries(contract).flatMap(([area, operations]) =>
    Object.entries(operations).map(([name, operation]) => {
      const { inputSchema } = (operation as { '~orpc': { inputSchema?: z.ZodType } })['~orpc'];
      const schema: Schema = inputSchema ? z.toJSONSchema(inputSchema, { io: 'input' }) : {};
      return {
        name: `${area}.${name}`,
        input: () => sample(schema) as Record<string, unknown>,
        textFields: findTexts(schema, []),
      };
    }),
  );
}

/** A copy of `input` with one field replaced. */
export function withField(
  input: Record<string, unknown>,
  [field = '', ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const inner = input[field] as Record<string, unknown>;
  return { ...input, [field]: rest.length === 0 ? value : withField(inner, rest, value) };
}

function sample(schema: Schema): unknown {
  const choice = choicesOf(schema);
  if (choice) return sample(choice[0]!);
  if ('const' in schema) return schema['const'];
  if (schema['enum']) return (schema['enum'] as unknown[])[0];
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema['properties'] as Record<string, Schema>).map(([key, field]) => [
          key,
          sample(field),
        ]),
      );
    case 'array':
      return [sample(schema['items'] as Schema)];
    case 'string':
      return sampleText(schema);
    case 'integer':
    case 'number':
      return schema['minimum'] ?? 1;
    case 'boolean':
      return false;
    default:
      return {};
  }
}

/** Unions, also those that are told apart by one field. */
function choicesOf(schema: Schema): Schema[] | undefined {
  return (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
}

/** One of these fits each pattern of the contract that has no length of its own. */
const PATTERN_SAMPLES = ['contoh', 'AB', '123456', '12:00'];

function sampleText(schema: Schema): string {
  if (schema['format'] === 'uuid') return newId();
  if (schema['format'] === 'date') return '2026-11-24';
  if (schema['format'] === 'date-time') return '2026-11-24T09:00:00+08:00';
  if (schema['format'] === 'email') return 'contoh@uji.contoh';
  const pattern = schema['pattern'] as string | undefined;
  if (pattern?.includes('{22}')) return 'abcdefghijklmnopqrstuv';
  if (pattern !== undefined)
    return PATTERN_SAMPLES.find((text) => new RegExp(pattern).test(text)) ?? 'contoh';
  return 'contoh'.padEnd(Number(schema['minLength'] ?? 0), 'x').slice(0, Number(schema['maxLength'] ?? 99));
}

function findTexts(schema: Schema, path: readonly string[]): string[][] {
  const choice = choicesOf(schema);
  if (choice) return findTexts(choice[0]!, path);
  if (schema['type'] === 'string' && !schema['enum'] && !('const' in schema)) return [[...path]];
  const fields = (schema['properties'] ?? {}) as Record<string, Schema>;
  return Object.entries(fields).flatMap(([key, field]) => findTexts(field, [...path, key]));
}
