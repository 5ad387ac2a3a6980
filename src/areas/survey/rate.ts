import { findStopByToken, type StopFacts } from '#areas/queue/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import { whyNotRate } from './rules/may-rate.ts';
import { findScore, insertRating } from './store.ts';

/**
 * Keeps one answer for a stop. Nobody is named: the ticket's secret address is the right to answer.
 * Refusals: TICKET_UNKNOWN, TICKET_EXPIRED (after the day that follows), NOT_SERVED_YET, ALREADY_RATED.
 */
export async function rate(tx: Tx, input: { token: string; score: number }): Promise<{ score: number }> {
  const stop = await getStop(tx, input.token);
  const why = whyNotRate(stop, tx.now.getTime());
  if (why) refused(why);
  const { mallId, stopId } = stop;
  const channel = tx.actor.kind === 'device' ? tx.actor.deviceKind : 'phone';
  const kept = await insertRating(tx, { mallId, stopId, score: input.score, channel });
  if (!kept) refused(refuse('ALREADY_RATED'));
  tx.emit({ mallId, kind: 'rated', topics: [`mall:${mallId}`, `ticket:${stopId}`], payload: {} });
  // The trail does not tell the score: an agency head who reads it must not find out who gave which.
  tx.record({ mallId, agencyId: stop.agencyId, subjectKind: 'ticket', subjectId: stopId });
  return { score: input.score };
}

/** The answer given for a stop, and whether one may still be given. Refusals: TICKET_UNKNOWN. */
export async function getRating(tx: Tx, token: string): Promise<{ score: number | null; mayRate: boolean }> {
  const stop = await getStop(tx, token);
  const score = await findScore(tx, stop.mallId, stop.stopId);
  const mayRate = score === undefined && whyNotRate(stop, tx.now.getTime()) === undefined;
  return { score: score ?? null, mayRate };
}

async function getStop(tx: Tx, token: string): Promise<StopFacts> {
  return (await findStopByToken(tx, token)) ?? refused(refuse('TICKET_UNKNOWN'));
}
