import { hasRestedSince } from '#areas/staff/public.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { atTime, dayAt } from '#platform/values/day.ts';
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
 * The rest of a counter that comes today or is on now; null where it has none, it is over, or its officer had a break
 * that reached into the quarter of an hour before it or further.
 */
export async function findRestToday(
  tx: Tx,
  mall: { readonly id: string; readonly timeZone: string },
  counterId: string,
): Promise<RestToday | null> {
  const [rest] = await listRestRows(tx, mall.id, [counterId]);
  if (rest === undefined) return null;
  const day = dayAt(tx.now.getTime(), mall.timeZone);
  const startsAt = atTime(day, rest.starts, mall.timeZone);
  const endsAt = atTime(day, rest.ends, mall.timeZone);
  if (endsAt <= tx.now.getTime()) return null;
  if (await hasRestedSince(tx, mall.id, counterId, new Date(startsAt - EARLY_MS))) return null;
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
}
