import type { TrailLine } from '#areas/audit/contract.ts';
import { isChange, type Change } from '#platform/values/changes.ts';
import { isUuid } from '#platform/values/id.ts';

/** A day, or an instant of the record. */
const WHEN = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/;

/** The catalogue, looked up by what the record holds. */
type Words = Readonly<Record<string, unknown>>;

/**
 * The trail in words. It is evidence: what a newer part of the program records and the catalogue does not know yet is
 * shown as it stands rather than not at all.
 */
function wordFor(key: string, words: Words): string | undefined {
  const word = Object.hasOwn(words, key) ? words[key] : undefined;
  return typeof word === 'string' ? word : undefined;
}

/** `Norlaila, petugas`. Whoever has no name is told by the kind, and by the beginning of the id where there is one. */
export function sayWho({ actorKind, actorName }: TrailLine, words: Words): string {
  const kind = wordFor(`actor-${actorKind}`, words) ?? actorKind;
  if (actorKind === 'public') return kind;
  return isUuid(actorName) ? `${kind} ${actorName.slice(0, 8)}` : `${actorName}, ${kind}`;
}

export function sayDeed({ operation }: TrailLine, words: Words): string {
  return wordFor(`did-${operation}`, words) ?? operation;
}

export function saySubject({ subjectKind }: TrailLine, words: Words): string {
  return wordFor(`about-${subjectKind}`, words) ?? subjectKind;
}

/**
 * `nomor A-011, loket 3, hasil selesai di sini`: in the order of the catalogue, days and instants as
 * the page tells them.
 */
export function sayFacts({ facts }: TrailLine, words: Words, sayWhen: (when: string) => string): string {
  const order = Object.keys(words);
  // Two that the catalogue does not know keep their order.
  const place = (name: string) => order.indexOf(`fact-${name}`) + 1 || Infinity;
  return Object.entries(facts)
    .toSorted(([a], [b]) => Math.sign(place(a) - place(b)) || 0)
    .map(([name, value]) => `${wordFor(`fact-${name}`, words) ?? name} ${sayValue(value, words, sayWhen)}`)
    .join(', ');
}

/** `Huruf antrean: A menjadi F`. */
export function sayChange(
  { field, from, to }: Change,
  words: Words,
  sayWhen: (when: string) => string,
): string {
  const told = words['fieldFromTo'] as (field: string, from: string, to: string) => string;
  const values = [from, to].map((value) => sayValue(value, words, sayWhen));
  return told(wordFor(`field-${field}`, words) ?? field, values[0]!, values[1]!);
}

/** A value of the record in words: days as the page tells them, lists in a row, a thing by its name. */
export function sayValue(value: unknown, words: Words, sayWhen: (when: string) => string): string {
  if (value === null || value === '') return wordFor('said-nothing', words)!;
  if (typeof value === 'string' && WHEN.test(value)) return sayWhen(value);
  if (Array.isArray(value)) {
    const said = value.map((part: unknown) =>
      isChange(part) ? sayChange(part, words, sayWhen) : sayValue(part, words, sayWhen),
    );
    return said.join(value.some(isChange) ? '; ' : ', ') || wordFor('said-nothing', words)!;
  }
  if (typeof value === 'object' && 'name' in value) return String(value.name);
  if (typeof value === 'number') return String(value).replace('.', wordFor('decimal-mark', words) ?? '.');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return wordFor(`value-${text}`, words) ?? text;
}
