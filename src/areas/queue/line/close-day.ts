import { addDays, type Day } from '#platform/values/day.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { endStop, listOpenStopsBefore } from '../calling/stop-store.ts';

/**
 * Ends the stops that earlier days have left behind as not served: our fault, not the visitor's. Those still on hold
 * have not appeared.
 * Works in batches; returns how many it closed, so that the caller comes again until it is 0.
 */
export async function closeServiceDay(tx: Tx, mallId: string, today: Day): Promise<number> {
  const stops = await listOpenStopsBefore(tx, mallId, today, addDays(today, -1));
  for (const stop of stops) {
    // Whoever was called and never came back is the one case that is not the mall's fault.
    const outcome = stop.state === 'held' ? 'absent' : 'not-served';
    await endStop(tx, { mallId, id: stop.id }, outcome);
    tx.record({
      mallId,
      agencyId: stop.agency_id,
      subjectKind: 'ticket',
      subjectId: stop.id,
      facts: { outcome },
    });
  }
  if (stops.length > 0) {
    const topics = new Set(stops.map((stop) => `agency:${stop.agency_id}`));
    tx.emit({
      mallId,
      kind: 'day-closed',
      topics: [`mall:${mallId}`, ...topics],
      payload: { closed: stops.length },
    });
  }
  return stops.length;
}
