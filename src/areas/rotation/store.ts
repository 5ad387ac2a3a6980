import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import type { Weekday } from '#platform/values/day.ts';
import { clockText, type RestSlot } from './rules/rest-plan.ts';

/** Beyond what the contract lets anybody write: 50 counters, 6 rests, 7 days. */
const ROWS_MAX = 2100;

export interface RotationBoothRow {
  readonly booth_id: string;
  readonly short_name: string;
  readonly open_min: number | null;
  readonly counters: readonly { readonly id: string; readonly number: number }[];
}

const BOOTH: PreparedStatement = {
  name: 'rotation-booth',
  text: `select b.id as booth_id, a.short_name, r.open_min,
           coalesce((select json_agg(json_build_object('id', c.id, 'number', c.number) order by c.number)
             from counter c where c.mall_id = b.mall_id and c.booth_id = b.id and c.active), '[]') as counters
         from agency a
           join booth b on b.mall_id = a.mall_id and b.agency_id = a.id
           left join rest_rule r on r.mall_id = b.mall_id and r.booth_id = b.id
         where a.mall_id = $1 and a.id = $2 and a.active`,
};

/** An active agency's booth with its active counters and what was ruled for it. */
export async function findRotationBooth(
  tx: Tx,
  mallId: string,
  agencyId: string,
): Promise<RotationBoothRow | undefined> {
  const [row] = await tx.query<RotationBoothRow>(BOOTH, [mallId, agencyId]);
  return row;
}

/** The rests of these counters, in the order of their days and times; on one day of the week where it is named. */
export async function listRestRows(tx: Tx, mallId: string, counterIds: readonly string[], weekday?: Weekday) {
  if (counterIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('rest_slot')
    .select(['counter_id', 'weekday', 'starts', 'ends'])
    .where('mall_id', '=', mallId)
    .where('counter_id', 'in', counterIds)
    .$if(weekday !== undefined, (query) => query.where('weekday', '=', weekday!))
    .orderBy('weekday')
    .orderBy('starts')
    .orderBy('counter_id')
    .limit(ROWS_MAX)
    .execute();
  return rows.map((row) => ({ ...row, weekday: row.weekday as Weekday }));
}

/** Puts a plan in place of the one before. The caller holds the booth. */
export async function replacePlan(
  tx: Tx,
  booth: { readonly mallId: string; readonly boothId: string; readonly counterIds: readonly string[] },
  plan: { readonly openMin: number; readonly slots: readonly RestSlot[] },
): Promise<void> {
  const { mallId, boothId, counterIds } = booth;
  await tx.db
    .insertInto('rest_rule')
    .values({ mall_id: mallId, booth_id: boothId, open_min: plan.openMin })
    .onConflict((conflict) =>
      conflict.columns(['mall_id', 'booth_id']).doUpdateSet({ open_min: plan.openMin }),
    )
    .execute();
  if (counterIds.length > 0)
    await tx.db
      .deleteFrom('rest_slot')
      .where('mall_id', '=', mallId)
      .where('counter_id', 'in', counterIds)
      .execute();
  if (plan.slots.length > 0)
    await tx.db
      .insertInto('rest_slot')
      .values(
        plan.slots.map(({ counterId, weekday, starts, ends }) => ({
          mall_id: mallId,
          counter_id: counterId,
          weekday,
          starts: clockText(starts),
          ends: clockText(ends),
        })),
      )
      .execute();
}
