import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';

/** Whose line is meant: of a mall, on the day that its clock shows. */
interface LineOf {
  readonly mallId: string;
  readonly timeZone: string;
}

/** A line longer than a series has numbers does not exist. */
const LINE_MAX = 1000;

const LINE_STOPS = {
  name: 'capacity.line-stops',
  text: `select s.id from stop s
    where s.mall_id = $1 and s.agency_id = $2 and s.service_day = $3 and s.state in ('waiting', 'held')
    order by s.order_key, s.id limit ${LINE_MAX}`,
};

/** Who waits for an agency today, on hold too: those whom a closure hits. */
export async function listLineStops(
  tx: Tx,
  { mallId, timeZone }: LineOf,
  agencyId: string,
): Promise<string[]> {
  const day = dayAt(tx.now.getTime(), timeZone);
  const rows = await tx.query<{ id: string }>(LINE_STOPS, [mallId, agencyId, day]);
  return rows.map((row) => row.id);
}

const LINES = {
  name: 'capacity.lines',
  text: `select a.id as agency_id, a.short_name, count(s.id)::int as waiting
    from agency a
      join booth b on b.mall_id = a.mall_id and b.agency_id = a.id
      left join stop s on s.mall_id = a.mall_id and s.agency_id = a.id and s.service_day = $2
        and s.state in ('waiting', 'held')
    where a.mall_id = $1 and a.active
    group by a.mall_id, a.id order by a.short_name limit 200`,
};

/** How many wait at each booth today, by the agency's short name. */
export async function countLines(
  tx: Tx,
  { mallId, timeZone }: LineOf,
): Promise<{ agency_id: string; short_name: string; waiting: number }[]> {
  return tx.query(LINES, [mallId, dayAt(tx.now.getTime(), timeZone)]);
}

const CLOSURES_NOW = {
  name: 'capacity.closures-now',
  text: `select b.agency_id, x.reason, case when isfinite(x.ends_at) then x.ends_at end as ends_at
    from booth_closure x join booth b on b.mall_id = x.mall_id and b.id = x.booth_id
    where x.mall_id = $1 and x.state = 'approved' and x.starts_at <= $2 and x.ends_at > $2
    order by x.ends_at limit 200`,
};

interface ClosureNowRow {
  readonly agency_id: string;
  readonly reason: string;
  /** Null: until further notice. */
  readonly ends_at: Date | null;
}

/** Why booths are shut at this moment. */
export function listClosuresNow(tx: Tx, mallId: string): Promise<ClosureNowRow[]> {
  return tx.query(CLOSURES_NOW, [mallId, tx.now]);
}
