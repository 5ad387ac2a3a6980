/**
 * An expected no, as a value: it is neither bad input (stopped at the edge) nor a fault (thrown).
 * `refused` is a code that has a sentence in every language; `facts` fill that sentence:
 * times are epoch milliseconds, lengths carry their unit in the name.
 */
export interface Refusal<C extends string = string> {
  readonly refused: C;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Makes a refusal. Facts must be fit for any eye: they reach the screen of the person refused. */
export function refuse<C extends string>(
  code: C,
  facts: Readonly<Record<string, string | number>> = {},
): Refusal<C> {
  return { refused: code, facts };
}

/** True for what `refuse` made, also after a trip through JSON. */
export function isRefusal(x: unknown): x is Refusal {
  return (
    typeof x === 'object' &&
    x !== null &&
    'refused' in x &&
    typeof x.refused === 'string' &&
    'facts' in x &&
    typeof x.facts === 'object' &&
    x.facts !== null
  );
}
