import type { Trip } from '../programs/trips.ts';

/** What a value of the one command that was recorded becomes in the script: an expression over `:n` and the like. */
export type Replacements = ReadonlyMap<string, string>;

/**
 * The transaction of one recorded command as a pgbench script: the very statements, in the same trips, prepared. What
 * differs between commands (ids, key, time) is replaced by expressions; the rest stays as it was sent.
 * @param opening lines that set the script's variables
 */
export function asScript(trips: readonly Trip[], replacements: Replacements, opening: string[]): string {
  const lines = trips.flatMap((trip) => {
    const statements = trip.values
      ? [withValues(trip.text, trip.values, replacements)]
      : splitTrip(trip.text).map((statement) => replaceInLiterals(statement, replacements));
    const oneLine = statements.map((statement) => `${statement.replace(/\s+/g, ' ').trim()};`);
    // Two statements of one trip: a pipeline sends them together as well.
    return oneLine.length === 1 ? oneLine : ['\\startpipeline', ...oneLine, '\\endpipeline'];
  });
  return [...opening, ...lines, ''].join('\n');
}

/** `begin; select …` and `select …; commit`: the literals between may hold semicolons of their own. */
function splitTrip(text: string): string[] {
  const [, begin, rest] = /^(begin[a-z ]*); (.*)$/s.exec(text) ?? [];
  if (begin !== undefined) return [begin, rest!];
  const [, first] = /^(.*); commit$/s.exec(text) ?? [];
  return first === undefined ? [text] : [first, 'commit'];
}

function withValues(text: string, values: readonly unknown[], replacements: Replacements): string {
  return text.replace(/\$(\d+)\b/g, (_match, digits: string) => {
    const value = values[Number(digits) - 1];
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'object') return 'now()';
    const text = String(value as string | number | boolean);
    return replacements.get(text) ?? quote(text);
  });
}

/** Also inside a longer literal, such as the JSON that closes a command. */
function replaceInLiterals(statement: string, replacements: Replacements): string {
  return statement.replace(/'(?:[^']|'')*'/g, (literal) => {
    const inner = literal.slice(1, -1);
    const whole = replacements.get(inner);
    // open_command takes who asks (first) and the key (last) as texts, mall and agency as ids.
    if (whole !== undefined) return isText(statement, literal) ? `(${whole})::text` : whole;
    const parts = splitBy(inner, [...replacements.keys()]);
    if (parts.length === 1) return literal.replace(/:(?=\w)/g, ":' || '");
    const texts = parts.map((part, index) =>
      index % 2 === 0 ? `'${part.replace(/:(?=\w)/g, ":' || '")}'` : `(${replacements.get(part)!})::text`,
    );
    const joined = `(${texts.join(' || ')})`;
    return inner.startsWith('{') ? `${joined}::jsonb` : joined;
  });
}

function isText(statement: string, literal: string): boolean {
  return statement.includes(`(${literal},`) || statement.includes(`${literal})`);
}

/** Plain texts at even places, the found keys between them. */
function splitBy(text: string, keys: readonly string[]): string[] {
  if (keys.length === 0) return [text];
  const pattern = new RegExp(`(${keys.map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`);
  return text.split(pattern);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
