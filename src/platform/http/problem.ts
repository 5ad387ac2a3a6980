import type { ORPCError } from '@orpc/server';

/** RFC 9457 `application/problem+json`, with our code and the facts for its sentence. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The sentence for a code in the reader's language; given by the composition, since words are the screens'. */
export type SentenceFor = (code: string, facts: Readonly<Record<string, unknown>>) => string;

export function toProblem(error: ORPCError<string, unknown>, sentenceFor: SentenceFor): Problem {
  const facts = isRecord(error.data) ? error.data : {};
  return {
    type: `urn:balairung:problem:${error.code}`,
    title: error.code,
    status: error.status,
    code: error.code,
    detail: sentenceFor(error.code, facts),
    facts,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
