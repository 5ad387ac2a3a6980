import { findClosure, tellHall } from '#areas/agencies/public.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { listBoothStates, type Place } from './booth-states.ts';
import { isShut } from './rules/may-give-number.ts';
import { clockOf } from './rules/notice-clock.ts';
import { listLineStops } from './line-store.ts';

export interface ClosurePlace {
  readonly mallId: string;
  readonly id: string;
  readonly boothId: string;
  readonly zoneId: string;
  readonly agencyId: string;
  readonly agencyShortName: string;
  readonly startsAt: Date;
  /** Null: until further notice. */
  readonly endsAt: Date | null;
  readonly reason: string;
}

/** The job that turns the screens when a closure begins or ends. */
export const CLOSURE_TURN = 'closure-turn';

/**
 * Tells boards, officers, the mall and the tickets of those who wait, and plans the same for the moments at which the
 * closure begins and ends: whether a booth is open is derived from the clock, but a screen looks only when told.
 */
export function tellClosure(
  tx: Tx,
  place: ClosurePlace,
  stopIds: readonly string[],
  kind: 'closure' | 'closure-asked' | 'closure-lifted',
): void {
  const { mallId, id, agencyId, zoneId, startsAt, endsAt } = place;
  const agency = [`agency:${agencyId}`, `mall:${mallId}`];
  const hall = [`zone:${zoneId}`, ...stopIds.map((stopId) => `ticket:${stopId}`)];
  tx.emit({ mallId, kind, topics: kind === 'closure-asked' ? agency : [...agency, ...hall], payload: {} });
  if (kind !== 'closure') return;
  const turns = { begin: startsAt > tx.now ? startsAt : null, end: endsAt };
  for (const [turn, runAt] of Object.entries(turns)) {
    if (runAt === null) continue;
    tx.enqueue({
      task: CLOSURE_TURN,
      payload: { mallId, closureId: id },
      runAt,
      jobKey: `${CLOSURE_TURN}:${id}:${turn}`,
    });
  }
}

/** What the job does at the beginning and at the end: all who are hit look again. Harmless when it comes twice. */
export async function tellClosureTurn(
  tx: Tx,
  mall: { readonly id: string; readonly timeZone: string },
  closureId: string,
): Promise<void> {
  const row = await findClosure(tx, mall.id, closureId);
  if (row?.state !== 'approved') return;
  const stops = await listLineStops(tx, { mallId: mall.id, timeZone: mall.timeZone }, row.agency_id);
  const topics = [`agency:${row.agency_id}`, `mall:${mall.id}`, `zone:${row.zone_id}`];
  tx.emit({
    mallId: mall.id,
    kind: 'closure-turned',
    topics: [...topics, ...stops.map((stopId) => `ticket:${stopId}`)],
    payload: {},
  });
  const over = row.ends_at !== null && row.ends_at <= tx.now;
  // One that began when it was decided was said then.
  if (!over && (row.decided_at === null || row.starts_at <= row.decided_at)) return;
  await noticeBooth(tx, mall, {
    agencyId: row.agency_id,
    agencyShortName: row.agency_short_name,
    zoneId: row.zone_id,
    waiting: stops.length,
    notice: over ? 'resumed' : 'stopped',
  });
}

/**
 * Boards of the zone say that a line has stopped or goes on, where somebody stands in it: in the state in which the booth
 * is by now. A line that stops because its day is over, or would go on while its booth is shut, is not told.
 */
export async function noticeBooth(
  tx: Tx,
  mall: Place,
  about: {
    readonly agencyId: string;
    readonly agencyShortName: string;
    readonly zoneId: string;
    readonly waiting: number;
    readonly notice: 'stopped' | 'resumed';
  },
): Promise<void> {
  if (about.waiting === 0) return;
  const state = (await listBoothStates(tx, mall)).find(({ agencyId }) => agencyId === about.agencyId);
  if (state === undefined) return;
  const shut = state.code !== null && isShut(state.code);
  if (shut !== (about.notice === 'stopped')) return;
  const clock =
    state.opensAt === null || !shut ? null : clockOf(state.opensAt, mall.timeZone, tx.now.getTime());
  const { notice, agencyShortName: agency } = about;
  tellHall(tx, mall.id, about.zoneId, { series: state.series, notice, agency, clock });
}
