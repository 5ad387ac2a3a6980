import type { ServiceLine } from '#areas/skills/rules/service-line.ts';
import { breakEnds } from '#areas/staff/rules/breaks.ts';
import { dayAt } from '#platform/values/day.ts';
import type { CounterBreak } from './counter-contract.ts';
import type { DeskTicket, Ticket, Wait } from './contract.ts';
import { formatNumber } from './rules/series.ts';
import { waitQuantiles } from './rules/waiting-time.ts';
import type { BreakRow } from './desk/seat-store.ts';
import type { StopRow } from './store.ts';

/** Null when no counter is open that could serve: a wait without a counter has no length that could be told. */
export function predictWait(line: ServiceLine, serviceMinutes: number): Wait | null {
  if (line.countersOpen < 1) return null;
  const { p10, p50, p90 } = waitQuantiles({
    ahead: line.load,
    serviceMinutes,
    counters: line.countersOpen,
    countersFree: line.countersFree,
  });
  return { p10Minutes: round(p10), p50Minutes: round(p50), p90Minutes: round(p90) };
}

const round = (minutes: number) => Math.round(minutes * 10) / 10;

export function toTicket(
  row: StopRow,
  line: { readonly place: ServiceLine; readonly serviceMinutes: number } | undefined,
  { closure = null, today = null }: Partial<Pick<Ticket, 'closure' | 'today'>> = {},
): Ticket {
  const waiting = row.state === 'waiting' ? line : undefined;
  return {
    token: row.token,
    code: formatNumber(row.series, row.number),
    state: row.state,
    serviceDay: row.service_day,
    agency: { slug: row.agency_slug, shortName: row.agency_short_name },
    service: { slug: row.service_slug, name: row.service_name, nameEn: row.service_name_en },
    zone: { id: row.zone_id, slug: row.zone_slug, name: row.zone_name, floor: row.zone_floor },
    priority: row.priority,
    issuedAt: row.created_at.toISOString(),
    ahead: waiting?.place.ahead ?? null,
    wait: waiting ? predictWait(waiting.place, waiting.serviceMinutes) : null,
    counterNumber: row.counter_number,
    calledAt: row.called_at?.toISOString() ?? null,
    callCount: row.call_count,
    heldUntil: row.held_until?.toISOString() ?? null,
    outcome: row.outcome,
    outcomeReason: row.outcome_reason,
    next: row.next && {
      token: row.next.token,
      code: formatNumber(row.next.series, row.next.number),
      why: row.next.why,
    },
    simulated: row.simulated,
    closure,
    today,
  };
}

export function toDeskTicket(row: StopRow): DeskTicket {
  return {
    id: row.id,
    code: formatNumber(row.series, row.number),
    state: row.state,
    service: {
      id: row.service_id,
      name: row.service_name,
      nameEn: row.service_name_en,
      requirements: row.requirements as DeskTicket['service']['requirements'],
    },
    priority: row.priority,
    headStartMinutes: row.head_start_minutes,
    issuedAt: row.created_at.toISOString(),
    referenceAt: row.reference_at.toISOString(),
    cameFrom:
      row.came_from && row.transfer_reason
        ? { code: formatNumber(row.came_from.series, row.came_from.number), why: row.transfer_reason }
        : null,
    firstCalledAt: row.first_called_at?.toISOString() ?? null,
    calledAt: row.called_at?.toISOString() ?? null,
    servingSince: row.serving_since?.toISOString() ?? null,
    callCount: row.call_count,
    outOfTurn: row.out_of_turn,
    heldUntil: row.held_until?.toISOString() ?? null,
    holds: row.hold_count,
    channel: row.channel,
    simulated: row.simulated,
  };
}

/** A ticket is of its service day only; the mall's midnight ends it. */
export function isExpired(row: StopRow, now: Date): boolean {
  return row.state !== 'done' && row.service_day !== dayAt(now.getTime(), row.time_zone);
}

export function toCounterBreak(row: BreakRow): CounterBreak {
  const { started_at: startedAt, kind, expected_minutes: expectedMinutes } = row;
  return {
    kind,
    expectedMinutes,
    startedAt: startedAt?.toISOString() ?? null,
    until: startedAt && new Date(breakEnds(startedAt.getTime(), expectedMinutes)).toISOString(),
  };
}
