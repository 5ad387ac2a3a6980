import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';

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

/** The daily rests of these counters, in the order of their times. */
export async function listRestRows(tx: Tx, mallId: string, counterIds: readonly string[]) {
  if (counterIds.length === 0) return [];
  return tx.db
    .selectFrom('rest_slot')
    .select(['counter_id', 'starts', 'ends'])
    .where('mall_id', '=', mallId)
    .where('counter_id', 'in', counterIds)
    .orderBy('starts')
    .orderBy('counter_id')
    .limit(400)
    .execute();
}

/** Puts a plan in place of the one before. The caller holds the booth. */
export async function replacePlan(
  tx: Tx,
  booth: { readonly mallId: string; readonly boothId: string; readonly counterIds: readonly string[] },
  plan: {
    readonly openMin: number;
    readonly rests: readonly { readonly counterId: string; readonly starts: string; readonly ends: string }[];
  },
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
  if (plan.rests.length > 0)
    await tx.db
      .insertInto('rest_slot')
      .values(
        plan.rests.map(({ counterId, starts, ends }) => ({
          mall_id: mallId,
          counter_id: counterId,
          starts,
          ends,
        })),
      )
      .execute();
}
