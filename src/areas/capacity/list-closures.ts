import { listPresentClosures } from '#areas/agencies/public.ts';
import { namesOf } from '#areas/staff/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { ClosureState, type BoothClosure } from './contract.ts';
import { countLines } from './line-store.ts';

interface ClosureList {
  now: string;
  closures: BoothClosure[];
  booths: { agencyId: string; agencyShortName: string; waiting: number }[];
}

/** What is asked for, announced or running, and how many wait at each booth; an agency's staff see their own. */
export async function listClosures(tx: Tx, staff: StaffActor): Promise<ClosureList> {
  const rows = await listPresentClosures(tx, staff.mallId, staff.agencyId);
  const names = await namesOf(
    tx,
    staff.mallId,
    rows.flatMap((row) => (row.asked_by === null ? [] : [row.asked_by])),
  );
  const lines = await countLines(tx, staff);
  return {
    now: tx.now.toISOString(),
    closures: rows.map((row) => ({
      id: row.id,
      agencyId: row.agency_id,
      agencyShortName: row.agency_short_name,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at?.toISOString() ?? null,
      reason: row.reason,
      state: ClosureState.parse(row.state),
      running: row.state === 'approved' && row.starts_at <= tx.now,
      askedBy: (row.asked_by !== null && names.get(row.asked_by)) || null,
    })),
    booths: lines
      .filter((line) => staff.agencyId === null || line.agency_id === staff.agencyId)
      .map((line) => ({
        agencyId: line.agency_id,
        agencyShortName: line.short_name,
        waiting: line.waiting,
      })),
  };
}
