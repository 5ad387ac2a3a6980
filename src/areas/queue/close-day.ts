import { addDays, type Day } from '#platform/values/day.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { endStop, listOpenStopsBefore } from './write-store.ts';

/**
 * Ends the stops that earlier days have left behind as not served: our fault, not the visitor's.
 * Works in batches; returns how many it closed, so that the caller comes again until it is 0.
 */
export async function closeServiceDay(tx: Tx, mallId: string, today: Day): Promise<number> {
  const stops = await listOpenStopsBefore(tx, mallId, today, addDays(today, -1));
  for (const stop of stops) {
    await endStop(tx, { mallId, id: stop.id }, 'not-served');
    tx.record({
      mallId,
      agencyId: stop.agency_id,
      subjectKind: 'ticket',
      subjectId: stop.id,
      facts: { outcome: 'not-served' },
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
