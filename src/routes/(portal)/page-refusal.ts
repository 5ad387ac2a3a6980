import { error } from '@sveltejs/kit';

/** What an operation answered with no: a declared code or bad input. A fault has neither and stays a fault. */
export interface PageRefusal {
  readonly refused: string;
  readonly status: number;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Reads a thrown answer of the in-process client. By shape: its class lives in the server's own copy of the library. */
export function refusalFrom(thrown: unknown): PageRefusal | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  if (!('code' in thrown) || !('status' in thrown)) return undefined;
  const { code, status } = thrown;
  if (typeof code !== 'string' || typeof status !== 'number' || status >= 500) return undefined;
  const facts = 'data' in thrown && typeof thrown.data === 'object' ? thrown.data : {};
  const refused = code === 'BAD_REQUEST' ? 'BAD_INPUT' : code;
  return { refused, status, facts: (facts ?? {}) as PageRefusal['facts'] };
}

/**
 * The answer, or the error page with the refusal's code. An address that cannot even be read (a slug with a quote
 * in it) leads to the same page as one that nothing answers to.
 * @param unreadableAs the code told for bad input
 */
export async function orErrorPage<T>(answer: Promise<T>, unreadableAs: string): Promise<T> {
  try {
    return await answer;
  } catch (thrown) {
    const refusal = refusalFrom(thrown);
    if (refusal === undefined) throw thrown;
    if (refusal.refused === 'BAD_INPUT') error(404, unreadableAs);
    error(refusal.status, refusal.refused);
  }
}
