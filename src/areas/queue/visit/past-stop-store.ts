import pg from 'pg';
import { refused } from '#platform/contract/procedure.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import { newId, newTicketToken } from '#platform/random/ids.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Outcome } from '../rules/ticket-states.ts';

/** A stop that is over, as it was written down elsewhere. */
export interface PastStop {
  readonly mallId: string;
  readonly day: string;
  readonly agencyId: string;
  readonly serviceId: string;
  readonly series: string;
  readonly number: number;
  readonly channel: 'paper';
  readonly outcome: Outcome;
  readonly reason: string | null;
  /** Where the person was called to; null for one who was never called. */
  readonly counterId: string | null;
  /** In order, closed, the first one beginning when the number was taken. Epoch milliseconds. */
  readonly intervals: readonly {
    readonly kind: 'waiting' | 'called' | 'serving';
    readonly startedAt: number;
    readonly endedAt: number;
  }[];
}

const RECORD_PAST_STOP: PreparedStatement = {
  name: 'record-past-stop',
  text: `with new_visit as (
      insert into visit (mall_id, id, service_day, channel, simulated, created_at)
      values ($1, $2, $3, $4, false, $5)
    ), new_stop as (
      insert into stop (mall_id, id, visit_id, service_day, agency_id, booth_id, service_id, series, number, token,
        state, reference_at, head_start_minutes, priority, order_key, counter_id, call_count, outcome, outcome_reason,
        channel, simulated, created_at)
      select $1, $6, $2, $3, $7, b.id, $8, $9, $10, $11,
        'done', $5, 0, false, $5, $12::uuid, case when $12::uuid is null then 0 else 1 end, $13, $14,
        $4, false, $5
      from booth b where b.mall_id = $1 and b.agency_id = $7
    )
    insert into stop_interval (mall_id, stop_id, seq, kind, started_at, ended_at, counter_id)
    select $1, $6, i.seq, i.kind, i.started_at, i.ended_at, case when i.kind = 'waiting' then null else $12::uuid end
    from jsonb_to_recordset($15::jsonb) as i(seq int, kind text, started_at timestamptz, ended_at timestamptz)`,
};

/**
 * Writes a stop that is over, with the times that it had. Gives its id. Refusals: NUMBER_ENTERED when the number was
 * written before, NUMBER_NOT_RESERVED when it lies in no block of its day.
 */
export async function recordPastStop(tx: Tx, stop: PastStop): Promise<string> {
  const stopId = newId();
  const intervals = stop.intervals.map(({ kind, startedAt, endedAt }, index) => ({
    seq: index + 1,
    kind,
    started_at: new Date(startedAt),
    ended_at: new Date(endedAt),
  }));
  try {
    await tx.query(RECORD_PAST_STOP, [
      stop.mallId,
      newId(),
      stop.day,
      stop.channel,
      new Date(stop.intervals[0]!.startedAt),
      stopId,
      stop.agencyId,
      stop.serviceId,
      stop.series,
      stop.number,
      newTicketToken(),
      stop.counterId,
      stop.outcome,
      stop.reason,
      JSON.stringify(intervals),
    ]);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    if (error.constraint === 'stop_mall_id_service_day_series_number_key') refused(refuse('NUMBER_ENTERED'));
    if (error.constraint === 'stop_paper_number') refused(refuse('NUMBER_NOT_RESERVED'));
    throw error;
  }
  return stopId;
}
