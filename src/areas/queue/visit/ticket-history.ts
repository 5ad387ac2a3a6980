import { refused } from '#platform/contract/procedure.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { TicketEvent } from '../holder-contract.ts';
import { historyOf, type ShutStretch, type Stretch, type TrailLine } from '../rules/ticket-history.ts';
import type { Outcome } from '../rules/ticket-states.ts';

/**
 * Columns of what happened to the stop `s` until `now`. Moments come as epoch milliseconds, since JSON knows no other; an
 * endless closure as null.
 */
export const historyColumns = ({ now, trail, who }: { now: string; trail: string; who: string }) => `
      s.channel = 'paper' as on_paper, s.outcome,
      (select coalesce(json_agg(json_build_object('at', extract(epoch from l.at) * 1000, 'operation', l.operation,
          'facts', l.facts, 'who', ${who})), '[]') from ${trail}(s.mall_id, s.id) l) as trail,
      (select coalesce(json_agg(json_build_object('kind', i.kind, 'startedAt', extract(epoch from i.started_at) * 1000,
          'endedAt', extract(epoch from i.ended_at) * 1000, 'counterNumber', c.number) order by i.seq), '[]')
        from stop_interval i left join counter c on c.mall_id = i.mall_id and c.id = i.counter_id
        where i.mall_id = s.mall_id and i.stop_id = s.id) as stretches,
      (select coalesce(json_agg(json_build_object('startsAt', extract(epoch from x.starts_at) * 1000,
          'endsAt', case when isfinite(x.ends_at) then extract(epoch from x.ends_at) * 1000 end,
          'reason', x.reason)), '[]')
        from booth_closure x where x.mall_id = s.mall_id and x.booth_id = s.booth_id and x.state = 'approved'
          and x.starts_at <= ${now} and x.ends_at > s.created_at) as shut`;

const HISTORY: PreparedStatement = {
  name: 'ticket-history',
  text: `select ${historyColumns({ now: '$2', trail: 'trail_of_ticket', who: 'null' })} from stop s where s.token = $1`,
};

export interface HistoryRow {
  readonly on_paper: boolean;
  readonly outcome: Outcome | null;
  readonly trail: readonly TrailLine[];
  readonly stretches: readonly Stretch[];
  readonly shut: readonly (Omit<ShutStretch, 'endsAt'> & { readonly endsAt: number | null })[];
}

/** What happened to a number, for whoever holds its secret address: no officer is named. Refusals: TICKET_UNKNOWN. */
export async function getTicketHistory(tx: Tx, token: string): Promise<TicketEvent[]> {
  const [row] = await tx.query<HistoryRow>(HISTORY, [token, tx.now]);
  if (row === undefined) return refused(refuse('TICKET_UNKNOWN'));
  return tellHistory(row, tx.now);
}

/** A row as entries with ISO instants. */
export function tellHistory(row: HistoryRow, now: Date) {
  const history = historyOf({
    onPaper: row.on_paper,
    outcome: row.outcome,
    trail: row.trail,
    stretches: row.stretches,
    shut: row.shut.map((shut) => ({ ...shut, endsAt: shut.endsAt ?? Infinity })),
    now: now.getTime(),
  });
  return history.map(({ at, ...told }) => ({ ...told, at: new Date(at).toISOString() }));
}
