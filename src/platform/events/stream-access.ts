import type { SignedTokens } from '#platform/random/signed-tokens.ts';

/** A topic that a stream carries; it is looked at again also when one of `follows` changes. */
export interface Subscription {
  readonly topic: string;
  readonly follows?: readonly string[];
}

export interface StreamGrant {
  readonly mallId: string;
  readonly subscriptions: readonly Subscription[];
  /** The stream is ended after this long, and a listener who is still there opens it anew: so one that is gone is noticed. */
  readonly renewSeconds?: number;
}

const VALID_HOURS = 36;

/**
 * Makes the capability that opens a stream of these topics, good for 36 hours: a day's waiting, a board's night.
 * By the process's own clock: its age has nothing to do with the mall's clock, which tests and scenarios move.
 */
export function issueStreamToken(tokens: SignedTokens, grant: StreamGrant): string {
  return tokens.sign('stream', JSON.stringify({ ...grant, until: Date.now() + VALID_HOURS * 3_600_000 }));
}

/** The grant of a genuine token that is still good; undefined otherwise. */
export function readStreamToken(tokens: SignedTokens, token: string): StreamGrant | undefined {
  const text = tokens.read('stream', token);
  if (text === undefined) return undefined;
  const grant = JSON.parse(text) as StreamGrant & { until: number };
  if (grant.until <= Date.now()) return undefined;
  const { mallId, subscriptions, renewSeconds } = grant;
  return { mallId, subscriptions, ...(renewSeconds === undefined ? {} : { renewSeconds }) };
}
