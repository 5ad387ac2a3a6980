import { tellHall } from '#areas/agencies/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { atTime, dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import { listOpeningDays } from './list-days.ts';
import { endsEarlier } from './rules/day-plan.ts';
import { countWaiting } from './store.ts';

/**
 * Makes a change of hours, and takes it back where today ends earlier by it for people who wait: nobody is closed out
 * silently. Whoever changes says how many they know to wait; then the hall is told.
 * Refusals: DAY_CUT with how many wait, for how many agencies, and the one with the longest line.
 */
export async function askTheLine<T>(
  tx: Tx,
  staff: StaffActor,
  knownWaiting: number,
  change: () => Promise<T>,
): Promise<T> {
  const today = { from: dayAt(tx.now.getTime(), staff.timeZone), days: 1 };
  const before = await listOpeningDays(tx, staff.mallId, today);
  const result = await change();
  const after = await listOpeningDays(tx, staff.mallId, today);
  const hoursBefore = new Map(before.booths.map((booth) => [booth.agencyId, booth.days[0]!.hours]));
  const cut = after.booths.filter(({ agencyId, days }) =>
    endsEarlier(hoursBefore.get(agencyId) ?? [], days[0]!.hours),
  );
  if (cut.length === 0) return result;
  const lines = await countWaiting(tx, {
    mallId: staff.mallId,
    day: today.from,
    of: cut.map(({ agencyId }) => agencyId),
  });
  const waiting = lines.reduce((sum, line) => sum + line.waiting, 0);
  if (waiting > knownWaiting) {
    refused(refuse('DAY_CUT', { agency: lines[0]!.short_name, other: lines.length - 1, waiting }));
  }
  for (const { agency_id: agencyId, short_name: agency, series, zone_id: zoneId } of lines) {
    const closes = cut.find((booth) => booth.agencyId === agencyId)!.days[0]!.hours.at(-1)?.closes;
    const later = closes !== undefined && atTime(today.from, closes, staff.timeZone) > tx.now.getTime();
    const clock = later ? closes : null;
    tellHall(tx, staff.mallId, zoneId, { series, notice: 'shortened', agency, clock });
  }
  return result;
}
