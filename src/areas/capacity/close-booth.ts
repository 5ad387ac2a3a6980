import {
  findClosure,
  findClosureWithin,
  insertClosure,
  lockBoothOfAgency,
  lockClosure,
  setClosureState,
  type ClosureRow,
} from '#areas/agencies/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { isRefusal, refuse } from '#platform/values/refusal.ts';
import { ClosureState } from './contract.ts';
import { closureSpan, moveClosure, type ClosureAct } from './rules/closure-states.ts';
import { listLineStops } from './line-store.ts';
import { noticeBooth, tellClosure, type ClosurePlace } from './tell-closure.ts';

export interface ClosureWish {
  readonly agencyId: string;
  readonly reason: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly knownWaiting: number;
}

interface Told {
  readonly state: ClosureState;
  /** People whose tickets were told. */
  readonly told: number;
}

/**
 * Closes an agency's booth, or asks the manager for it where an agency's own staff do. Nobody is closed out silently:
 * who closes from now says how many they know to wait, and those are told.
 * Refusals: AGENCY_UNKNOWN, OTHER_AGENCY, CLOSURE_TIMES, CLOSURE_OVERLAPS, PEOPLE_WAITING (`waiting`).
 */
export async function closeBooth(
  tx: Tx,
  staff: StaffActor,
  wish: ClosureWish,
): Promise<Told & { closureId: string }> {
  if (staff.agencyId !== null && staff.agencyId !== wish.agencyId) refused(refuse('OTHER_AGENCY'));
  const span = closureSpan({ from: epochOf(wish.from), until: epochOf(wish.until) }, tx.now.getTime());
  if (isRefusal(span)) refused(span);
  const booth = await lockBoothOfAgency(tx, staff.mallId, wish.agencyId);
  if (booth === undefined) return refused(refuse('AGENCY_UNKNOWN'));
  const startsAt = new Date(span.startsAt);
  const endsAt = span.endsAt === Infinity ? null : new Date(span.endsAt);
  const place = { ...placeOf(staff, booth), id: newId(), startsAt, endsAt, reason: wish.reason };
  const direct = staff.agencyId === null;
  await refuseOverlap(tx, place);
  // Who only asks closes nobody out: the manager who approves is shown the line.
  const stops = direct ? await lineKnown(tx, staff, place, wish.knownWaiting) : [];
  await insertClosure(tx, {
    mall_id: staff.mallId,
    id: place.id,
    booth_id: place.boothId,
    starts_at: startsAt,
    ends_at: endsAt,
    reason: wish.reason,
    state: direct ? 'approved' : 'asked',
    asked_by: staff.id,
    asked_at: tx.now,
    decided_by: direct ? staff.id : null,
    decided_at: direct ? tx.now : null,
  });
  tx.record({
    subjectKind: 'closure',
    subjectId: place.id,
    agencyId: place.agencyId,
    facts: {
      agency: booth.short_name,
      reason: wish.reason,
      from: startsAt.toISOString(),
      until: endsAt?.toISOString() ?? 'open-end',
      ...(direct ? { waiting: stops.length } : {}),
    },
  });
  if (!direct) {
    tellClosure(tx, place, [], 'closure-asked');
    return { closureId: place.id, state: 'asked', told: 0 };
  }
  tellClosure(tx, place, stops, 'closure');
  await noticeStop(tx, staff, place, stops.length);
  return { closureId: place.id, state: 'approved', told: stops.length };
}

/** Refusals: CLOSURE_UNKNOWN, CLOSURE_DECIDED, CLOSURE_OVERLAPS, PEOPLE_WAITING. */
export async function decideClosure(
  tx: Tx,
  staff: StaffActor,
  input: { closureId: string; approve: boolean; knownWaiting: number },
): Promise<Told> {
  const { row, next } = await lockForAct(tx, staff, input.closureId, input.approve ? 'approve' : 'reject');
  if (!input.approve) {
    await setClosureState(tx, staff.mallId, row.id, { state: next, decidedBy: staff.id });
    recordDecision(tx, row, next);
    tellClosure(tx, closurePlace(staff, row), [], 'closure-asked');
    return { state: next, told: 0 };
  }
  // Approved late, it begins now: it never shut the door before somebody said so.
  const startsAt = row.starts_at < tx.now ? tx.now : row.starts_at;
  const place = { ...closurePlace(staff, row), startsAt };
  await refuseOverlap(tx, place);
  const stops = await lineKnown(tx, staff, place, input.knownWaiting);
  await setClosureState(tx, staff.mallId, row.id, { state: next, decidedBy: staff.id, startsAt });
  recordDecision(tx, row, next);
  tellClosure(tx, place, stops, 'closure');
  await noticeStop(tx, staff, place, stops.length);
  return { state: next, told: stops.length };
}

/**
 * Opens a closed booth early, or takes a request back. An agency's own staff may take back what nobody approved yet;
 * what the manager closed the manager opens. Refusals: CLOSURE_UNKNOWN, CLOSURE_DECIDED, OTHER_AGENCY.
 */
export async function liftClosure(tx: Tx, staff: StaffActor, closureId: string): Promise<Told> {
  const { row, next } = await lockForAct(tx, staff, closureId, 'lift');
  if (staff.agencyId !== null && row.state !== 'asked') refused(refuse('CLOSURE_DECIDED'));
  await setClosureState(tx, staff.mallId, row.id, { state: next, decidedBy: staff.id });
  recordDecision(tx, row, next);
  const place = closurePlace(staff, row);
  if (row.state === 'asked') {
    tellClosure(tx, place, [], 'closure-asked');
    return { state: next, told: 0 };
  }
  const stops = await listLineStops(tx, staff, row.agency_id);
  tellClosure(tx, place, stops, 'closure-lifted');
  if (row.starts_at <= tx.now)
    await noticeBooth(tx, mallOf(staff), { ...place, waiting: stops.length, notice: 'resumed' });
  return { state: next, told: stops.length };
}

/** What begins now is said now; what begins later is said then, by the job. */
async function noticeStop(tx: Tx, staff: StaffActor, place: ClosurePlace, waiting: number): Promise<void> {
  if (place.startsAt > tx.now) return;
  await noticeBooth(tx, mallOf(staff), { ...place, waiting, notice: 'stopped' });
}

const mallOf = ({ mallId, timeZone }: StaffActor) => ({ id: mallId, timeZone });

/** Locks the booth, then the closure: the order of all who close. */
async function lockForAct(
  tx: Tx,
  staff: StaffActor,
  closureId: string,
  act: ClosureAct,
): Promise<{ row: ClosureRow; next: ClosureState }> {
  const found = await findClosure(tx, staff.mallId, closureId);
  if (found === undefined) return refused(refuse('CLOSURE_UNKNOWN'));
  if (staff.agencyId !== null && staff.agencyId !== found.agency_id) refused(refuse('OTHER_AGENCY'));
  await lockBoothOfAgency(tx, staff.mallId, found.agency_id);
  const row = (await lockClosure(tx, staff.mallId, closureId))!;
  const endsAt = row.ends_at?.getTime() ?? Infinity;
  const next = moveClosure({ state: ClosureState.parse(row.state), endsAt }, act, tx.now.getTime());
  return isRefusal(next) ? refused(next) : { row, next };
}

async function refuseOverlap(tx: Tx, place: ClosurePlace): Promise<void> {
  const other = await findClosureWithin(tx, place);
  if (other === undefined) return;
  refused(refuse('CLOSURE_OVERLAPS', { agency: place.agencyShortName, reason: other.reason }));
}

/** The tickets of those who wait today, for a closure that begins now; more of them than were known is a no. */
async function lineKnown(
  tx: Tx,
  staff: StaffActor,
  place: ClosurePlace,
  known: number,
): Promise<readonly string[]> {
  if (place.startsAt > tx.now) return [];
  const stops = await listLineStops(tx, staff, place.agencyId);
  if (stops.length > known) {
    refused(refuse('PEOPLE_WAITING', { agency: place.agencyShortName, waiting: stops.length }));
  }
  return stops;
}

function placeOf(staff: StaffActor, booth: NonNullable<Awaited<ReturnType<typeof lockBoothOfAgency>>>) {
  return {
    mallId: staff.mallId,
    boothId: booth.id,
    zoneId: booth.zone_id,
    agencyId: booth.agency_id,
    agencyShortName: booth.short_name,
  };
}

function closurePlace(staff: StaffActor, row: ClosureRow): ClosurePlace {
  return {
    mallId: staff.mallId,
    id: row.id,
    boothId: row.booth_id,
    zoneId: row.zone_id,
    agencyId: row.agency_id,
    agencyShortName: row.agency_short_name,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    reason: row.reason,
  };
}

function recordDecision(tx: Tx, row: ClosureRow, state: ClosureState): void {
  tx.record({
    subjectKind: 'closure',
    subjectId: row.id,
    agencyId: row.agency_id,
    facts: { agency: row.agency_short_name, reason: row.reason, before: row.state, after: state },
  });
}

function epochOf(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
