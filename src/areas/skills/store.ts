import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';

export interface SkillsRow {
  readonly short_name: string;
  readonly services: readonly { readonly id: string; readonly name: string; readonly nameEn: string }[];
  readonly counters: readonly {
    readonly id: string;
    readonly number: number;
    readonly services: readonly string[] | null;
  }[];
  readonly officers: readonly {
    readonly id: string;
    readonly name: string;
    readonly services: readonly string[] | null;
  }[];
}

const limits = (table: string, column: string, owner: string) =>
  `(select json_agg(l.service_id) from ${table} l where l.mall_id = ${owner}.mall_id and l.${column} = ${owner}.id)`;

const SKILLS: PreparedStatement = {
  name: 'skills-of-agency',
  text: `select a.short_name,
      coalesce((select json_agg(json_build_object('id', v.id, 'name', v.name, 'nameEn', v.name_en) order by v.name)
        from service v where v.mall_id = a.mall_id and v.agency_id = a.id and v.active), '[]') as services,
      coalesce((select json_agg(json_build_object('id', c.id, 'number', c.number,
          'services', ${limits('counter_service', 'counter_id', 'c')}) order by c.number)
        from booth b join counter c on c.mall_id = b.mall_id and c.booth_id = b.id and c.active
        where b.mall_id = a.mall_id and b.agency_id = a.id), '[]') as counters,
      coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name,
          'services', ${limits('staff_service', 'staff_id', 'm')}) order by m.name)
        from staff_member m where m.mall_id = a.mall_id and m.agency_id = a.id and m.active and not m.simulated),
        '[]') as officers
    from agency a where a.mall_id = $1 and a.id = $2 and a.active`,
};

/** An active agency's services, active counters and officers, with their limits. */
export async function findSkillsRow(
  tx: Tx,
  mallId: string,
  agencyId: string,
): Promise<SkillsRow | undefined> {
  const [row] = await tx.query<SkillsRow>(SKILLS, [mallId, agencyId]);
  return row;
}

interface Limited {
  readonly mallId: string;
  readonly agencyId: string;
  readonly id: string;
}

/** Puts a counter's limit in place of the one before; null lifts it. The caller holds the booth. */
export async function replaceCounterLimit(
  tx: Tx,
  counter: Limited,
  services: readonly string[] | null,
): Promise<void> {
  await tx.db
    .deleteFrom('counter_service')
    .where('mall_id', '=', counter.mallId)
    .where('counter_id', '=', counter.id)
    .execute();
  if (services === null) return;
  const own = { mall_id: counter.mallId, counter_id: counter.id, agency_id: counter.agencyId };
  await tx.db
    .insertInto('counter_service')
    .values(services.map((service_id) => ({ ...own, service_id })))
    .execute();
}

/** The same for an officer. */
export async function replaceOfficerLimit(
  tx: Tx,
  officer: Limited,
  services: readonly string[] | null,
): Promise<void> {
  await tx.db
    .deleteFrom('staff_service')
    .where('mall_id', '=', officer.mallId)
    .where('staff_id', '=', officer.id)
    .execute();
  if (services === null) return;
  const own = { mall_id: officer.mallId, staff_id: officer.id, agency_id: officer.agencyId };
  await tx.db
    .insertInto('staff_service')
    .values(services.map((service_id) => ({ ...own, service_id })))
    .execute();
}
