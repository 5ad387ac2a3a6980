/** One field of a thing that is kept: what it was and what it became, as the trail holds it. */
export interface Change {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The fields in which two states of a thing differ, in the order of the later one. */
export function listChanges(before: object, after: object): Change[] {
  const earlier = new Map(Object.entries(before));
  return Object.entries(after)
    .map(([field, to]): Change => ({ field, from: earlier.get(field) ?? null, to }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

/** The present state with the fields of a change as they were before it; what it did not touch stays as it is now. */
export function takeBack<Thing extends object>(present: Thing, changes: readonly Change[]): Thing {
  const former = changes
    .filter(({ field }) => Object.hasOwn(present, field))
    .map(({ field, from }) => [field, from]);
  return { ...present, ...Object.fromEntries(former) };
}

/** The changes that a line of the trail holds; none where it holds something else. */
export function readChanges(facts: Readonly<Record<string, unknown>>): Change[] {
  const changes = facts['changes'];
  return Array.isArray(changes) ? changes.filter(isChange) : [];
}

export function isChange(x: unknown): x is Change {
  return (
    typeof x === 'object' &&
    x !== null &&
    'field' in x &&
    typeof x.field === 'string' &&
    'from' in x &&
    'to' in x
  );
}
