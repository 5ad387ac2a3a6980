import {
  deleteWeek,
  listBoothWeeks,
  lockBooths,
  replaceWeek,
  setRevision,
  SINCE_EVER,
} from '#areas/agencies/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { addDays, dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { BoothWeeks } from './contract.ts';
import { countWeekHours, PLANNED_DAYS_MAX, refuseWrongHours } from './given-hours.ts';

type GivenHours = readonly { readonly weekday: number; readonly opens: string; readonly closes: string }[];

interface SeenBooth {
  readonly boothId: string;
  readonly revision: number;
}

/** The weeks of all booths, or of the own agency's. */
export async function listWeeks(tx: Tx, staff: StaffActor): Promise<{ today: string; booths: BoothWeeks[] }> {
  const rows = await listBoothWeeks(tx, staff.mallId, staff.agencyId);
  return {
    today: dayAt(tx.now.getTime(), staff.timeZone),
    booths: rows.map((row) => ({
      boothId: row.booth_id,
      agencyId: row.agency_id,
      agencyShortName: row.agency_short_name,
      revision: revisionOf(row),
      weeks: row.weeks.map(({ valid_from, hours }) => ({
        validFrom: valid_from === SINCE_EVER ? null : valid_from,
        hours: [...hours],
      })),
    })),
  };
}

/**
 * Gives booths a week from a day on. Refusals: HOURS_WRONG with the place of the first problem, HOURS_DAY for a day that
 * is over or too far, HOURS_CHANGED when somebody changed a booth's hours since they were seen, AGENCY_UNKNOWN.
 */
export async function setWeek(
  tx: Tx,
  staff: StaffActor,
  wish: { booths: readonly SeenBooth[]; validFrom: string; hours: GivenHours },
): Promise<{ booths: number }> {
  refuseWrongHours(wish.hours);
  const today = dayAt(tx.now.getTime(), staff.timeZone);
  if (wish.validFrom < today || wish.validFrom > addDays(today, PLANNED_DAYS_MAX)) {
    refused(refuse('HOURS_DAY'));
  }
  const booths = await lockSeen(tx, staff, wish.booths);
  for (const booth of booths) {
    const revision = booth.revision + 1;
    const { validFrom, hours } = wish;
    await replaceWeek(tx, { mallId: staff.mallId, boothId: booth.booth_id, validFrom, revision, hours });
    tellHours(tx, staff, booth, { from: validFrom, hoursPerWeek: countWeekHours(hours) });
  }
  return { booths: booths.length };
}

/** Refusals: HOURS_DAY for a week that holds already, HOURS_CHANGED, AGENCY_UNKNOWN. */
export async function cancelWeek(
  tx: Tx,
  staff: StaffActor,
  wish: SeenBooth & { validFrom: string },
): Promise<Record<never, never>> {
  if (wish.validFrom <= dayAt(tx.now.getTime(), staff.timeZone)) refused(refuse('HOURS_DAY'));
  const [booth] = await lockSeen(tx, staff, [wish]);
  const place = [staff.mallId, wish.boothId] as const;
  if (!(await deleteWeek(tx, ...place, wish.validFrom))) refused(refuse('HOURS_CHANGED'));
  await setRevision(tx, ...place, wish.revision + 1);
  tellHours(tx, staff, booth!, { from: wish.validFrom });
  return {};
}

type LockedBooth = Awaited<ReturnType<typeof lockBooths>>[number] & { readonly revision: number };

/** The booths, locked and in the state that was seen. Read after the lock: a wait for it may have changed them. */
async function lockSeen(tx: Tx, staff: StaffActor, seen: readonly SeenBooth[]): Promise<LockedBooth[]> {
  const wanted = new Map(seen.map(({ boothId, revision }) => [boothId, revision]));
  const booths = await lockBooths(tx, staff.mallId, [...wanted.keys()]);
  if (booths.length < wanted.size) refused(refuse('AGENCY_UNKNOWN'));
  const weeks = await listBoothWeeks(tx, staff.mallId, null);
  const present = new Map(weeks.map((row) => [row.booth_id, revisionOf(row)]));
  return booths.map((booth) => {
    const revision = present.get(booth.booth_id) ?? 0;
    if (revision !== wanted.get(booth.booth_id)) {
      refused(refuse('HOURS_CHANGED', { agency: booth.agency_short_name }));
    }
    return { ...booth, revision };
  });
}

function revisionOf({ weeks }: { readonly weeks: readonly { readonly revision: number }[] }): number {
  return Math.max(0, ...weeks.map((week) => week.revision));
}

/** Whether a booth is open is derived from its hours, but a screen looks only when told. */
function tellHours(
  tx: Tx,
  { mallId }: StaffActor,
  booth: LockedBooth,
  facts: { from: string; hoursPerWeek?: number },
): void {
  const { agency_id: agencyId, booth_id: subjectId } = booth;
  tx.record({
    subjectKind: 'hours',
    subjectId,
    agencyId,
    facts: { agency: booth.agency_short_name, ...facts },
  });
  const topics = [`agency:${agencyId}`, `mall:${mallId}`, `zone:${booth.zone_id}`];
  tx.emit({ mallId, kind: 'hours', topics, payload: {} });
}
