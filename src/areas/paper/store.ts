import pg from 'pg';
import { refused } from '#platform/contract/procedure.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Outcome } from '#areas/queue/rules/ticket-states.ts';

export interface NumberBlockRow {
  readonly id: string;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly agency_short_name: string;
  readonly agency_slug: string;
  readonly series: string;
  readonly first_number: number;
  readonly last_number: number;
  readonly entered: number;
}

const NUMBER_BLOCKS: PreparedStatement = {
  name: 'paper.number-blocks',
  text: `select k.id, k.agency_id, a.name as agency_name, a.short_name as agency_short_name, a.slug as agency_slug,
      k.series, k.first_number, k.last_number,
      (select count(*)::int from stop s where s.mall_id = k.mall_id and s.service_day = k.service_day
        and s.series = k.series and s.number between k.first_number and k.last_number) as entered
    from number_block k join agency a on a.mall_id = k.mall_id and a.id = k.agency_id
    where k.mall_id = $1 and k.service_day = $2 order by a.short_name, k.first_number limit 400`,
};

export function listNumberBlockRows(tx: Tx, mallId: string, day: string): Promise<NumberBlockRow[]> {
  return tx.query<NumberBlockRow>(NUMBER_BLOCKS, [mallId, day]);
}

export interface NewNumberBlock {
  readonly mall_id: string;
  readonly id: string;
  readonly service_day: string;
  readonly agency_id: string;
  readonly series: string;
  readonly first_number: number;
  readonly last_number: number;
  readonly reserved_at: Date;
}

/** Refusals: BLOCK_TAKEN when one of its numbers was given or lies in another block. */
export async function insertNumberBlock(tx: Tx, block: NewNumberBlock): Promise<void> {
  try {
    await tx.db.insertInto('number_block').values(block).execute();
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint === 'number_block_free') {
      refused(refuse('BLOCK_TAKEN', { number: block.series }));
    }
    throw error;
  }
}

/** The agency whose block of that day holds the number. */
export async function findBlockOf(
  tx: Tx,
  of: { mallId: string; day: string; series: string; number: number },
) {
  return tx.db
    .selectFrom('number_block')
    .select(['agency_id'])
    .where('mall_id', '=', of.mallId)
    .where('service_day', '=', of.day)
    .where('series', '=', of.series)
    .where('first_number', '<=', of.number)
    .where('last_number', '>=', of.number)
    .executeTakeFirst();
}

export interface PaperStopRow {
  readonly series: string;
  readonly number: number;
  readonly agency_short_name: string;
  readonly service: string;
  readonly service_en: string;
  readonly taken_at: Date;
  readonly called_at: Date | null;
  readonly ended_at: Date;
  readonly outcome: Outcome;
  readonly counter_number: number | null;
}

const PAPER_STOPS: PreparedStatement = {
  name: 'paper.stops',
  text: `select s.series, s.number, a.short_name as agency_short_name, v.name as service, v.name_en as service_en,
      s.created_at as taken_at,
      (select min(i.started_at) from stop_interval i
        where i.mall_id = s.mall_id and i.stop_id = s.id and i.kind = 'called') as called_at,
      (select max(i.ended_at) from stop_interval i where i.mall_id = s.mall_id and i.stop_id = s.id) as ended_at,
      s.outcome, c.number as counter_number
    from stop s
      join agency a on a.mall_id = s.mall_id and a.id = s.agency_id
      join service v on v.mall_id = s.mall_id and v.id = s.service_id
      left join counter c on c.mall_id = s.mall_id and c.id = s.counter_id
    where s.mall_id = $1 and s.service_day = $2 and s.channel = 'paper'
    order by s.id desc limit 500`,
};

export function listPaperStopRows(tx: Tx, mallId: string, day: string): Promise<PaperStopRow[]> {
  return tx.query<PaperStopRow>(PAPER_STOPS, [mallId, day]);
}
