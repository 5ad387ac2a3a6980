import { findStopByCode, findStopByToken, type StopFacts } from '#areas/queue/public.ts';
import type { DeviceActor } from '#platform/contract/access.ts';
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
  return keepRating(tx, await getStop(tx, input.token), input.score);
}

/**
 * The same for who has only the number, at a kiosk in the hall. A number of another day is unknown there, so a guess
 * can at most answer for somebody who was served today and did not answer.
 * Refusals: TICKET_UNKNOWN, NOT_SERVED_YET, ALREADY_RATED.
 */
export async function rateAtKiosk(
  tx: Tx,
  kiosk: DeviceActor,
  input: { code: string; score: number },
): Promise<{ score: number }> {
  const mall = { id: kiosk.mallId, timeZone: kiosk.timeZone };
  const stop = (await findStopByCode(tx, mall, input.code)) ?? refused(refuse('TICKET_UNKNOWN'));
  return keepRating(tx, stop, input.score);
}

async function keepRating(tx: Tx, stop: StopFacts, score: number): Promise<{ score: number }> {
  const why = whyNotRate(stop, tx.now.getTime());
  if (why) refused(why);
  const { mallId, stopId } = stop;
  const channel = tx.actor.kind === 'device' ? tx.actor.deviceKind : 'phone';
  const kept = await insertRating(tx, { mallId, stopId, score, channel });
  if (!kept) refused(refuse('ALREADY_RATED'));
  tx.emit({ mallId, kind: 'rated', topics: [`mall:${mallId}`, `ticket:${stopId}`], payload: {} });
  // The trail does not tell the score: an agency head who reads it must not find out who gave which.
  tx.record({ mallId, agencyId: stop.agencyId, subjectKind: 'ticket', subjectId: stopId });
  return { score };
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
