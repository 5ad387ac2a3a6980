import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import type { BreakKind } from './rules/breaks.ts';

export interface SessionRow {
  readonly staff_id: string;
  readonly mall_id: string;
  readonly time_zone: string;
  readonly role: string;
  readonly agency_id: string | null;
  readonly name: string;
  readonly simulated: boolean;
}

/** Read before anybody is known, hence outside the transaction door, as one prepared statement. */
export const STAFF_OF_SESSION: PreparedStatement = {
  name: 'staff-of-session',
  text: 'select staff_id, mall_id, time_zone, role, agency_id, name, simulated from staff_of_session($1)',
};

export interface DeviceRow {
  readonly id: string;
  readonly mall_id: string;
  readonly time_zone: string;
  readonly kind: string;
  readonly zone_id: string;
  readonly simulated: boolean;
}

export const DEVICE_IN_USE: PreparedStatement = {
  name: 'device-in-use',
  text: `select d.id, d.mall_id, m.time_zone, d.kind, d.zone_id, d.simulated
         from device d join mall m on m.id = d.mall_id
         where d.id = $1 and d.revoked_at is null`,
};

export interface CounterRow {
  readonly id: string;
  readonly number: number;
  readonly agency_id: string;
  readonly zone_id: string;
  readonly session_id: string | null;
  readonly staff_id: string | null;
  readonly staff_name: string | null;
  readonly simulated: boolean | null;
  readonly opened_at: Date | null;
  /** The officer's first or second counter. */
  readonly place: number | null;
  /** Since when a colleague may take the seat over. */
  readonly offered_at: Date | null;
  /** The break that was asked for and has not ended. */
  readonly break_kind: BreakKind | null;
}

const COUNTERS_OF_AGENCY: PreparedStatement = {
  name: 'counters-of-agency',
  text: `select c.id, c.number, b.agency_id, b.zone_id, s.id as session_id, s.staff_id, s.opened_at, s.place, s.offered_at,
           m.name as staff_name, m.simulated, p.kind as break_kind
         from counter c
           join booth b on b.mall_id = c.mall_id and b.id = c.booth_id
           left join counter_session s on s.mall_id = c.mall_id and s.counter_id = c.id and s.closed_at is null
           left join staff_member m on m.mall_id = s.mall_id and m.id = s.staff_id
           left join counter_break p on p.mall_id = s.mall_id and p.session_id = s.id and p.ended_at is null
         where c.mall_id = $1 and ($2::uuid is null or b.agency_id = $2) and c.active
         order by c.number limit 400`,
};

/** Counters of an agency, or of all (null), with who sits there now, in the order of their numbers. */
export function listCounters(tx: Tx, mallId: string, agencyId: string | null): Promise<CounterRow[]> {
  return tx.query<CounterRow>(COUNTERS_OF_AGENCY, [mallId, agencyId]);
}

const OTHER_DAY: PreparedStatement = {
  name: 'place-of-others-today',
  text: `select a.short_name
    from counter c
      join mall m on m.id = c.mall_id
      join booth_share mine on mine.mall_id = c.mall_id and mine.booth_id = c.booth_id
      join booth_share today on today.mall_id = mine.mall_id and today.place_id = mine.place_id
        and today.weekday = extract(isodow from $3::timestamptz at time zone m.time_zone)
      join booth b on b.mall_id = today.mall_id and b.id = today.booth_id
      join agency a on a.mall_id = b.mall_id and a.id = b.agency_id
    where c.mall_id = $1 and c.id = $2 and today.booth_id <> c.booth_id limit 1`,
};

/** The agency whose day it is at a counter that several share; undefined where it is the counter's own. */
export async function findOthersToday(
  tx: Tx,
  mallId: string,
  counterId: string,
): Promise<string | undefined> {
  const [row] = await tx.query<{ short_name: string }>(OTHER_DAY, [mallId, counterId, tx.now]);
  return row?.short_name;
}

export async function insertCounterSession(
  tx: Tx,
  session: { mallId: string; id: string; counterId: string; staffId: string; place: number },
): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('counter_session')
    .values({
      mall_id: session.mallId,
      id: session.id,
      counter_id: session.counterId,
      staff_id: session.staffId,
      place: session.place,
      opened_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

/** Lets a colleague take an open seat over, or no longer (null). */
export async function setSeatOffer(
  tx: Tx,
  mallId: string,
  sessionId: string,
  offeredBy: string | null,
): Promise<void> {
  await tx.db
    .updateTable('counter_session')
    .set({ offered_at: offeredBy === null ? null : tx.now, offered_by: offeredBy })
    .where('mall_id', '=', mallId)
    .where('id', '=', sessionId)
    .where('closed_at', 'is', null)
    .execute();
}

const CLOSE_SESSION: PreparedStatement = {
  name: 'close-counter-session',
  text: `with rested as (
      update counter_break set ended_at = greatest($3, asked_at)
      where mall_id = $1 and session_id = $2 and ended_at is null
    )
    update counter_session set closed_at = greatest($3, opened_at)
    where mall_id = $1 and id = $2 and closed_at is null`,
};

/** Ends a seat, and with it the break that was still on. */
export async function closeCounterSession(tx: Tx, mallId: string, sessionId: string): Promise<void> {
  await tx.query(CLOSE_SESSION, [mallId, sessionId, tx.now]);
}

export async function findStaff(tx: Tx, mallId: string, id: string) {
  return tx.db
    .selectFrom('staff_member')
    .leftJoin('agency', (join) =>
      join
        .onRef('agency.mall_id', '=', 'staff_member.mall_id')
        .onRef('agency.id', '=', 'staff_member.agency_id'),
    )
    .innerJoin('mall', 'mall.id', 'staff_member.mall_id')
    .select([
      'staff_member.id',
      'staff_member.name',
      'staff_member.role',
      'staff_member.agency_id',
      'agency.short_name as agency_short_name',
      'mall.slug as mall_slug',
    ])
    .where('staff_member.mall_id', '=', mallId)
    .where('staff_member.id', '=', id)
    .executeTakeFirst();
}

/** Names of staff and devices by id, as far as the reader may see them. */
export async function listNames(tx: Tx, mallId: string, ids: readonly string[]) {
  return tx.db
    .selectFrom('staff_member')
    .select(['id', 'name'])
    .where('mall_id', '=', mallId)
    .where('id', 'in', ids)
    .union(
      tx.db.selectFrom('device').select(['id', 'name']).where('mall_id', '=', mallId).where('id', 'in', ids),
    )
    .limit(500)
    .execute();
}

/** The agency as its officers name it, with the zone of its booth. */
export async function findStaffAgency(tx: Tx, mallId: string, agencyId: string) {
  return tx.db
    .selectFrom('agency')
    .innerJoin('booth', (join) =>
      join.onRef('booth.mall_id', '=', 'agency.mall_id').onRef('booth.agency_id', '=', 'agency.id'),
    )
    .innerJoin('zone', (join) =>
      join.onRef('zone.mall_id', '=', 'booth.mall_id').onRef('zone.id', '=', 'booth.zone_id'),
    )
    .select(['agency.slug', 'agency.short_name', 'zone.name as zone_name'])
    .where('agency.mall_id', '=', mallId)
    .where('agency.id', '=', agencyId)
    .executeTakeFirst();
}

export interface NewStaffRow {
  readonly mallId: string;
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly role: string;
  readonly agencyId: string | null;
  readonly simulated: boolean;
}

export async function insertStaffRows(tx: Tx, rows: readonly NewStaffRow[]): Promise<void> {
  await tx.db
    .insertInto('staff_member')
    .values(
      rows.map((row) => ({
        mall_id: row.mallId,
        id: row.id,
        account_id: row.accountId,
        name: row.name,
        role: row.role,
        agency_id: row.agencyId,
        simulated: row.simulated,
      })),
    )
    .execute();
}

export async function hasStaff(tx: Tx, mallId: string, simulated: boolean): Promise<boolean> {
  const row = await tx.db
    .selectFrom('staff_member')
    .select('id')
    .where('mall_id', '=', mallId)
    .where('simulated', '=', simulated)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
