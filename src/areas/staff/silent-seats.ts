import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { findLastSeat, freeSilentSeatRows } from './seat-store.ts';

/**
 * Gives free every counter of the mall whose officer has vanished, and tells who waits and who looks on. Returns how many.
 * Harmless when it runs twice.
 */
export async function freeSilentSeats(tx: Tx, mallId: string): Promise<number> {
  const seats = await freeSilentSeatRows(tx, mallId);
  for (const seat of seats) {
    tx.emit({
      mallId,
      kind: 'counter-closed',
      topics: [`agency:${seat.agency_id}`, `mall:${mallId}`],
      payload: {},
    });
    tx.record({
      mallId,
      agencyId: seat.agency_id,
      subjectKind: 'counter',
      subjectId: seat.counter_id,
      facts: { number: seat.counter_number, name: seat.staff_name },
    });
  }
  return seats.length;
}

export interface FreedSeat {
  readonly counterNumber: number;
  readonly at: string;
  readonly silentMinutes: number;
}

/** Why an officer who left no counter sits at none: it was given free today, after a silence. Null otherwise. */
export async function findFreedSeat(tx: Tx, officer: StaffActor): Promise<FreedSeat | null> {
  const seat = await findLastSeat(tx, officer.mallId, officer.id);
  if (seat?.ended_by !== 'silence' || seat.closed_at === null) return null;
  const dayOf = (at: Date) => dayAt(at.getTime(), officer.timeZone);
  if (dayOf(seat.closed_at) !== dayOf(tx.now)) return null;
  return {
    counterNumber: seat.counter_number,
    at: seat.closed_at.toISOString(),
    silentMinutes: seat.silent_minutes,
  };
}
