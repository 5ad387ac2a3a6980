import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import type { Outcome } from '../rules/ticket-states.ts';
import { LOCKED_STOP, type LockedStop } from '../calling/stop-store.ts';

/** A stop that may have earned a first place, locked. */
export interface EarningStop extends LockedStop {
  readonly outcome: Outcome | null;
  readonly simulated: boolean;
  /** The number to which it led already. */
  readonly next: { readonly series: string; readonly number: number } | null;
}

const lockEarning = (where: string) => `with locked as (${LOCKED_STOP} where ${where} for update of s)
  select locked.*, s.outcome, s.simulated,
    (select json_build_object('series', n.series, 'number', n.number) from stop n
      where n.mall_id = s.mall_id and n.transferred_from = s.id) as next
  from locked join stop s on s.mall_id = locked.mall_id and s.id = locked.id`;

const LOCK_BY_TOKEN: PreparedStatement = {
  name: 'lock-earning-by-token',
  text: lockEarning('s.token = $1'),
};

const LOCK_BY_ID: PreparedStatement = {
  name: 'lock-earning-by-id',
  text: lockEarning('s.mall_id = $1 and s.id = $2'),
};

export async function lockEarningByToken(tx: Tx, token: string): Promise<EarningStop | undefined> {
  const [row] = await tx.query<EarningStop>(LOCK_BY_TOKEN, [token]);
  return row;
}

export async function lockEarningById(tx: Tx, mallId: string, id: string): Promise<EarningStop | undefined> {
  const [row] = await tx.query<EarningStop>(LOCK_BY_ID, [mallId, id]);
  return row;
}

const UNSERVED: PreparedStatement = {
  name: 'unserved-stops',
  text: `with last as (
      select max(service_day) as day from stop where mall_id = $1 and agency_id = $2 and service_day < $3
    )
    select s.id, s.series, s.number, s.service_day, s.service_id, s.created_at, s.priority,
      v.name as service_name, v.name_en as service_name_en
    from last join stop s on s.mall_id = $1 and s.agency_id = $2 and s.service_day = last.day
      join service v on v.mall_id = s.mall_id and v.id = s.service_id
    where s.outcome = 'not-served' and not s.simulated
      and not exists (select from stop n where n.mall_id = s.mall_id and n.transferred_from = s.id)
    order by s.order_key, s.id limit 200`,
};

export interface UnservedRow {
  readonly id: string;
  readonly series: string;
  readonly number: number;
  readonly service_day: string;
  readonly service_id: string;
  readonly created_at: Date;
  readonly priority: boolean;
  readonly service_name: string;
  readonly service_name_en: string;
}

/** Whom an agency did not serve on the last day before `today` on which it gave numbers, in the order of that line. */
export function listUnservedRows(
  tx: Tx,
  of: { readonly mallId: string; readonly agencyId: string; readonly today: string },
): Promise<UnservedRow[]> {
  return tx.query<UnservedRow>(UNSERVED, [of.mallId, of.agencyId, of.today]);
}
