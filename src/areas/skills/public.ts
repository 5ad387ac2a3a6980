import type { Tx } from '#platform/database/transaction.ts';
import { findSkillsRow, type SkillsRow } from './store.ts';

/** An active agency's services, and what its active counters are limited to; null: everything. */
export async function findCounterLimits(
  tx: Tx,
  mallId: string,
  agencyId: string,
): Promise<Pick<SkillsRow, 'services' | 'counters'>> {
  return (await findSkillsRow(tx, mallId, agencyId)) ?? { services: [], counters: [] };
}

/**
 * SQL: the ids of the services that a counter with its present officer can give, as an array; null: all of its agency's.
 * @param session alias of a row of `counter_session`
 */
export const seatServicesSql = (session: string) => `(select case
    when k.of_counter is null then k.of_officer
    when k.of_officer is null then k.of_counter
    else array(select unnest(k.of_counter) intersect select unnest(k.of_officer)) end
  from (select
    (select array_agg(l.service_id) from counter_service l
      where l.mall_id = ${session}.mall_id and l.counter_id = ${session}.counter_id) as of_counter,
    (select array_agg(l.service_id) from staff_service l
      where l.mall_id = ${session}.mall_id and l.staff_id = ${session}.staff_id) as of_officer) k)`;

/**
 * SQL: whether a counter may give a service, whoever sits there.
 * @param counter alias of a row of `counter`
 * @param service an id, or null for any
 */
export const counterGivesSql = (counter: string, service: string) => `(${service} is null
  or not exists (select from counter_service l
    where l.mall_id = ${counter}.mall_id and l.counter_id = ${counter}.id)
  or exists (select from counter_service l
    where l.mall_id = ${counter}.mall_id and l.counter_id = ${counter}.id and l.service_id = ${service}))`;
