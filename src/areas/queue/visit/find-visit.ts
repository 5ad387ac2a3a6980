import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Visit } from '../visit-contract.ts';
import { formatNumber, parseNumber } from '../rules/series.ts';
import type { TicketState } from '../rules/ticket-states.ts';
import { historyColumns, tellHistory, type HistoryRow } from './ticket-history.ts';

const VISIT: PreparedStatement = {
  name: 'visit-of-number',
  text: `select s.id, s.series, s.number, s.state, s.outcome_reason, s.created_at, s.agency_id,
      a.short_name, v.name as service_name, v.name_en as service_name_en,
      ${historyColumns({ now: '$5', trail: 'trail_of_ticket_with_names', who: 'l.who' })}
    from stop found
      join stop s on s.mall_id = found.mall_id and s.visit_id = found.visit_id
      join agency a on a.mall_id = s.mall_id and a.id = s.agency_id
      join service v on v.mall_id = s.mall_id and v.id = s.service_id
    where found.mall_id = $1 and found.service_day = $2 and found.series = $3 and found.number = $4
    order by s.created_at, s.id limit 50`,
};

interface VisitRow extends HistoryRow {
  readonly id: string;
  readonly series: string;
  readonly number: number;
  readonly state: TicketState;
  readonly outcome_reason: string | null;
  readonly created_at: Date;
  readonly agency_id: string;
  readonly short_name: string;
  readonly service_name: string;
  readonly service_name_en: string;
}

/**
 * The visit to which a number of a day belongs, with all its stops. Who did what is told to the mall's keepers, and to an
 * agency's staff for its own stops; a visit that never came to their agency is not theirs to see.
 * Refusals: TICKET_UNKNOWN.
 */
export async function findVisit(
  tx: Tx,
  staff: StaffActor,
  asked: { readonly code: string; readonly day?: string | undefined },
): Promise<Visit> {
  const ticket = parseNumber(asked.code.trim().toUpperCase()) ?? refused(refuse('TICKET_UNKNOWN'));
  const day = asked.day ?? dayAt(tx.now.getTime(), staff.timeZone);
  const rows = await tx.query<VisitRow>(VISIT, [staff.mallId, day, ticket.series, ticket.number, tx.now]);
  const own = (row: VisitRow) => staff.agencyId === null || row.agency_id === staff.agencyId;
  if (!rows.some(own)) refused(refuse('TICKET_UNKNOWN'));
  return {
    day,
    stops: rows.map((row) => ({
      id: row.id,
      code: formatNumber(row.series, row.number),
      agencyShortName: row.short_name,
      service: { name: row.service_name, nameEn: row.service_name_en },
      state: row.state,
      outcome: row.outcome,
      outcomeReason: own(row) ? row.outcome_reason : null,
      events: tellHistory(row, tx.now).map((event) => ({ ...event, who: own(row) ? event.who : null })),
    })),
  };
}
