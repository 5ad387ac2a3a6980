import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';

/** SQL: the weekdays on which a booth has the place that it shares, as JSON; null: always. @param booth its alias */
export const sharedWeekdaysSql = (booth: string) => `(select json_agg(w.weekday order by w.weekday)
  from booth_share w where w.mall_id = ${booth}.mall_id and w.booth_id = ${booth}.id)`;

/** SQL: hours of a booth that fall on a day on which it has its place. @param hours alias of `booth_hours` */
export const onOwnWeekdaySql = (hours: string) => `(not exists (select from booth_share w
    where w.mall_id = ${hours}.mall_id and w.booth_id = ${hours}.booth_id)
  or exists (select from booth_share w where w.mall_id = ${hours}.mall_id
    and w.booth_id = ${hours}.booth_id and w.weekday = ${hours}.weekday))`;

/** A weekday of a booth that shares its place. */
export interface ShareRow {
  readonly place_id: string;
  readonly booth_id: string;
  readonly agency_id: string;
  readonly agency_short_name: string;
  readonly weekday: number;
}

const SHARES: PreparedStatement = {
  name: 'booth-shares',
  text: `select s.place_id, s.booth_id, a.id as agency_id, a.short_name as agency_short_name, s.weekday
    from booth_share s
      join booth b on b.mall_id = s.mall_id and b.id = s.booth_id
      join agency a on a.mall_id = b.mall_id and a.id = b.agency_id
    where s.mall_id = $1 order by s.place_id, s.weekday limit 1000`,
};

/** All weekdays of all booths that share a place, by place and weekday. */
export function listShareRows(tx: Tx, mallId: string): Promise<ShareRow[]> {
  return tx.query<ShareRow>(SHARES, [mallId]);
}

/** Puts the weekdays of a place anew. The caller holds the agencies. */
export async function replaceShares(
  tx: Tx,
  mallId: string,
  placeId: string,
  shares: readonly { readonly boothId: string; readonly weekday: number }[],
): Promise<void> {
  await tx.db
    .deleteFrom('booth_share')
    .where('mall_id', '=', mallId)
    .where('place_id', '=', placeId)
    .execute();
  if (shares.length === 0) return;
  await tx.db
    .insertInto('booth_share')
    .values(
      shares.map(({ boothId, weekday }) => ({
        mall_id: mallId,
        place_id: placeId,
        booth_id: boothId,
        weekday,
      })),
    )
    .execute();
}

const PEOPLE: PreparedStatement = {
  name: 'people-of-agency',
  text: `select count(*)::int as people from stop s join mall m on m.id = s.mall_id
    where s.mall_id = $1 and s.agency_id = $2 and s.state <> 'done'
      and s.service_day = ($3::timestamptz at time zone m.time_zone)::date`,
};

/** How many people of an agency are in the house today and not served yet. */
export async function countPeople(tx: Tx, mallId: string, agencyId: string): Promise<number> {
  const [row] = await tx.query<{ people: number }>(PEOPLE, [mallId, agencyId, tx.now]);
  return row!.people;
}

const KEEP_GUEST_COUNTERS: PreparedStatement = {
  name: 'keep-guest-counters',
  text: `with wanted as (
      select g.id, exists (select from counter h where h.mall_id = g.mall_id and h.id = g.shared_from
        and h.booth_id = $2 and h.active) as active
      from counter g where g.mall_id = $1 and g.booth_id = any($3::uuid[]) and g.shared_from is not null
    )
    update counter g set active = wanted.active from wanted
    where g.mall_id = $1 and g.id = wanted.id and g.active <> wanted.active`,
};

const ADD_GUEST_COUNTERS: PreparedStatement = {
  name: 'add-guest-counters',
  text: `insert into counter (mall_id, id, booth_id, number, shared_from)
    select $1, gen_random_uuid(), guest, h.number, h.id
    from counter h cross join unnest($3::uuid[]) guest
    where h.mall_id = $1 and h.booth_id = $2 and h.active and not exists (select from counter g
      where g.mall_id = $1 and g.booth_id = guest and g.shared_from = h.id)`,
};

const FOLLOW_ZONE: PreparedStatement = {
  name: 'guests-follow-zone',
  text: `update booth g set zone_id = h.zone_id from booth h
    where h.mall_id = $1 and h.id = $2 and g.mall_id = $1 and g.id = any($3::uuid[]) and g.zone_id <> h.zone_id`,
};

/** Gives guests the desks and the zone that the place has now. */
export async function followPlace(
  tx: Tx,
  mallId: string,
  placeId: string,
  guestIds: readonly string[],
): Promise<void> {
  if (guestIds.length === 0) return;
  const values = [mallId, placeId, guestIds];
  for (const statement of [KEEP_GUEST_COUNTERS, ADD_GUEST_COUNTERS, FOLLOW_ZONE])
    await tx.query(statement, values);
}

/** Takes the desks of others away from a booth: it is no guest any more. */
export async function dropSharedCounters(tx: Tx, mallId: string, boothId: string): Promise<void> {
  await tx.db
    .updateTable('counter')
    .set({ active: false })
    .where('mall_id', '=', mallId)
    .where('booth_id', '=', boothId)
    .where('shared_from', 'is not', null)
    .where('active', '=', true)
    .execute();
}
