import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';
import type { NeedsAnswer } from './contract.ts';
import type { Obstacle } from './rules/needs-survey.ts';

const DISTRICTS_MAX = 100;
const WISHES_MAX = 50;

export async function insertAnswer(
  tx: Tx,
  mallId: string,
  answer: NeedsAnswer & {
    readonly id: string;
    readonly channel: 'online' | 'paper';
    readonly answeredOn: string;
  },
): Promise<void> {
  await tx.db
    .insertInto('study_answer')
    .values({
      mall_id: mallId,
      id: answer.id,
      channel: answer.channel,
      answered_on: answer.answeredOn,
      district: answer.district,
      service_id: answer.serviceId,
      visits: answer.visits,
      travel_minutes: answer.travelMinutes,
      cost_rupiah: answer.costRupiah,
      would_use: answer.wouldUse,
      obstacles: [...new Set(answer.obstacles)],
      wish: answer.wish,
    })
    .execute();
}

export async function countAnswers(tx: Tx, mallId: string): Promise<number> {
  const { count } = await tx.db
    .selectFrom('study_answer')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('mall_id', '=', mallId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Counts, the middle answers of all, and the same by service: one row for each service, one without for all. */
export async function readAnswerFigures(tx: Tx, mallId: string) {
  const middle = (column: 'visits' | 'travel_minutes' | 'cost_rupiah') =>
    sql<number>`percentile_cont(0.5) within group (order by a.${sql.ref(column)})`;
  return tx.db
    .selectFrom('study_answer as a')
    .select((eb) => [
      'a.service_id',
      eb.fn.countAll<string>().as('answers'),
      sql<string>`count(*) filter (where a.channel = 'online')`.as('online'),
      sql<string>`count(*) filter (where a.would_use >= 3)`.as('would_use'),
      middle('visits').as('visits'),
      middle('travel_minutes').as('travel_minutes'),
      middle('cost_rupiah').as('cost_rupiah'),
      sql<number>`grouping(a.service_id)`.as('all_services'),
    ])
    .where('a.mall_id', '=', mallId)
    .groupBy(sql`grouping sets ((), (a.service_id))`)
    .execute();
}

export async function countObstacles(tx: Tx, mallId: string) {
  const { rows } = await sql<{ obstacle: Obstacle; answers: string }>`
    select obstacle, count(*) as answers
    from study_answer, unnest(obstacles) as obstacle
    where mall_id = ${mallId}
    group by obstacle order by 2 desc, 1`.execute(tx.db);
  return rows.map(({ obstacle, answers }) => ({ obstacle, answers: Number(answers) }));
}

/** Districts by how many answered, whatever the letters. */
export async function countDistricts(tx: Tx, mallId: string) {
  const rows = await tx.db
    .selectFrom('study_answer')
    .select((eb) => [
      sql<string>`initcap(lower(district))`.as('district'),
      eb.fn.countAll<string>().as('answers'),
    ])
    .where('mall_id', '=', mallId)
    .groupBy(sql`initcap(lower(district))`)
    .orderBy(sql`count(*) desc, 1`)
    .limit(DISTRICTS_MAX)
    .execute();
  return rows.map(({ district, answers }) => ({ district, answers: Number(answers) }));
}

/** The latest wishes in people's own words. */
export async function listWishes(tx: Tx, mallId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('study_answer')
    .select('wish')
    .where('mall_id', '=', mallId)
    .where('wish', '<>', '')
    .orderBy('id', 'desc')
    .limit(WISHES_MAX)
    .execute();
  return rows.map(({ wish }) => wish);
}
