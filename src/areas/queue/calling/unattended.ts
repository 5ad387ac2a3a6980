import { freeSilentSeats } from '#areas/staff/public.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { holdEnds } from '../rules/hold.ts';
import { endOfCall, type CallEnds } from '../rules/unattended.ts';
import { tell } from './stop-actions.ts';
import { holdLocked, lockUnattended, waitOn, type UnattendedRow } from './unattended-store.ts';
import { endStop } from './stop-store.ts';

/**
 * The clock ends calls to which nobody came, before officers who are there: the number goes on hold, after the second hold
 * it has not appeared. Returns how many. Two processes may do this at once: each takes other stops.
 */
export async function endCallsNobodyCameTo(tx: Tx, mallId: string): Promise<number> {
  const calls = await endedCalls(tx, mallId, ['held', 'absent']);
  for (const { row, end } of calls) {
    const stop = { mallId, id: row.id };
    if (end === 'held') {
      const until = new Date(holdEnds(tx.now.getTime()));
      await holdLocked(tx, stop, until);
      tell(tx, row, 'held', { until: until.toISOString() });
    } else {
      await endStop(tx, stop, 'absent');
      tell(tx, row, 'absent', { outcome: 'absent' });
    }
  }
  return calls.length;
}

/**
 * Whoever was called by an officer who has vanished waits on in the old place, and the counters of the vanished are free.
 * Who is being served is left alone, and so is that counter. Returns how many people and counters it was.
 */
export async function relieveSilentCounters(tx: Tx, mallId: string): Promise<number> {
  const calls = await endedCalls(tx, mallId, ['put-back']);
  for (const { row } of calls) {
    await waitOn(tx, { mallId, id: row.id });
    tell(tx, row, 'put-back', {});
  }
  return calls.length + (await freeSilentSeats(tx, mallId));
}

async function endedCalls(
  tx: Tx,
  mallId: string,
  wanted: readonly CallEnds[],
): Promise<{ row: UnattendedRow; end: CallEnds }[]> {
  const rows = await lockUnattended(tx, mallId);
  return rows
    .map((row) => ({
      row,
      end: endOfCall({
        now: tx.now.getTime(),
        calledAt: row.last_called_at.getTime(),
        holds: row.hold_count,
        officerHeardAt: row.officer_heard_at?.getTime() ?? null,
        listeningSince: row.listening_since.getTime(),
        noShowMinutes: row.no_show_minutes,
        silentMinutes: row.silent_minutes,
      }),
    }))
    .filter(({ end }) => wanted.includes(end));
}
