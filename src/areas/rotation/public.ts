import { hasRestedSince } from '#areas/staff/public.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { atTime, dayAt, weekdayOf } from '#platform/values/day.ts';
import { usualOpenMin } from './rules/rest-plan.ts';
import { findRotationBooth, listRestRows } from './store.ts';

/** Whoever rested a little before the time has had the rest. */
const EARLY_MS = 15 * 60_000;

/** How many counters of the agency's booth must stay open, as ruled or as usual. */
export async function findOpenMin(tx: Tx, mallId: string, agencyId: string): Promise<number> {
  const booth = await findRotationBooth(tx, mallId, agencyId);
  return booth?.open_min ?? usualOpenMin(booth?.counters.length ?? 0);
}

/** When a counter rests today; ISO instants. */
export interface RestToday {
  readonly startsAt: string;
  readonly endsAt: string;
}

/**
 * The next rest of a counter that comes today or is on now; null where there is none any more. A rest is had when its
 * officer took a break that reached into the quarter of an hour before it or further.
 */
export async function findRestToday(
  tx: Tx,
  mall: { readonly id: string; readonly timeZone: string },
  counterId: string,
): Promise<RestToday | null> {
  const now = tx.now.getTime();
  const day = dayAt(now, mall.timeZone);
  for (const rest of await listRestRows(tx, mall.id, [counterId], weekdayOf(day))) {
    const startsAt = atTime(day, rest.starts, mall.timeZone);
    const endsAt = atTime(day, rest.ends, mall.timeZone);
    if (endsAt <= now) continue;
    if (await hasRestedSince(tx, mall.id, counterId, new Date(startsAt - EARLY_MS))) continue;
    return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
  }
  return null;
}
