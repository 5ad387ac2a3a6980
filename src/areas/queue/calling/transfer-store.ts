import { SERVICE_BOOTH_SQL, serviceBoothValues, type ServiceBoothRow } from '#areas/capacity/public.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import type { Day } from '#platform/values/day.ts';
import { LOCKED_STOP, type LockedStop } from './stop-store.ts';

/** A locked stop, its visit, and the booth at which that visit would go on. */
export interface TransferFacts extends LockedStop {
  readonly visit_id: string;
  readonly channel: string;
  readonly simulated: boolean;
  /** Before the first call, over all stops of the visit. */
  readonly waited_minutes: number;
  /** Null: there is no such service. */
  readonly booth: ServiceBoothRow | null;
}

/** Locks the stop and reads the other booth in one trip. `$1` to `$7` are the booth's, `$8` the stop. */
const LOCK_FOR_TRANSFER: PreparedStatement = {
  name: 'lock-for-transfer',
  text: `with locked as (
      ${LOCKED_STOP} where s.mall_id = $1 and s.id = $8 for update of s
    ), booth as (
      ${SERVICE_BOOTH_SQL}
    )
    select locked.*, v.visit_id, v.channel, v.simulated, (select to_json(booth) from booth) as booth,
      (select (coalesce(sum(extract(epoch from i.ended_at - i.started_at)), 0) / 60)::float8
        from stop t join stop_interval i on i.mall_id = t.mall_id and i.stop_id = t.id
        where t.mall_id = $1 and t.visit_id = v.visit_id and i.kind in ('waiting', 'undone')
          and i.seq < (select min(c.seq) from stop_interval c
            where c.mall_id = t.mall_id and c.stop_id = t.id and c.kind = 'called')) as waited_minutes
    from locked join stop v on v.mall_id = $1 and v.id = locked.id`,
};

export async function lockForTransfer(
  tx: Tx,
  mallId: string,
  asked: { readonly stopId: string; readonly serviceId: string; readonly today: Day },
): Promise<TransferFacts | undefined> {
  const booth = serviceBoothValues(tx, mallId, { id: asked.serviceId, slug: null }, asked.today);
  const [row] = await tx.query<TransferFacts>(LOCK_FOR_TRANSFER, [...booth, asked.stopId]);
  return row;
}
