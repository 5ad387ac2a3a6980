import { breakEnds } from '#areas/staff/rules/breaks.ts';
import { dayAt } from '#platform/values/day.ts';
import type { CounterBreak } from './counter-contract.ts';
import type { DeskTicket, LiveQueue, Ticket, Wait } from './contract.ts';
import { formatNumber } from './rules/series.ts';
import { waitQuantiles } from './rules/waiting-time.ts';
import type { BreakRow } from './seat-store.ts';
import type { AgencyLineRow, StopRow } from './store.ts';

/** What the prediction needs of an agency's line. */
export interface LinePace {
  readonly countersOpen: number;
  readonly countersBusy: number;
  readonly serviceMinutes: number;
}

/** Null when no counter is open: a wait without a counter has no length that could be told. */
export function predictWait(ahead: number, pace: LinePace): Wait | null {
  if (pace.countersOpen < 1) return null;
  const { p10, p50, p90 } = waitQuantiles({
    ahead,
    serviceMinutes: pace.serviceMinutes,
    counters: pace.countersOpen,
    countersFree: Math.max(0, pace.countersOpen - pace.countersBusy),
  });
  return { p10Minutes: round(p10), p50Minutes: round(p50), p90Minutes: round(p90) };
}

const round = (minutes: number) => Math.round(minutes * 10) / 10;

export function toTicket(
  row: StopRow,
  line: { ahead: number; pace: LinePace } | undefined,
  closure: Ticket['closure'] = null,
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
    ahead: waiting?.ahead ?? null,
    wait: waiting ? predictWait(waiting.ahead, waiting.pace) : null,
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

export function linePace(row: AgencyLineRow, minutesByAgency: ReadonlyMap<string, number>): LinePace {
  return {
    countersOpen: row.counters_open,
    countersBusy: row.counters_busy,
    // An agency without services has no line; the figure is then never used.
    serviceMinutes: minutesByAgency.get(row.agency_id) ?? 0,
  };
}

export function toLiveQueue(row: AgencyLineRow, minutesByAgency: ReadonlyMap<string, number>): LiveQueue {
  return {
    agencyId: row.agency_id,
    agencySlug: row.agency_slug,
    shortName: row.short_name,
    waiting: row.waiting,
    countersOpen: row.counters_open,
    countersPaused: row.counters_paused,
    countersTotal: row.counters_total,
    wait: minutesByAgency.has(row.agency_id)
      ? predictWait(row.waiting, linePace(row, minutesByAgency))
      : null,
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
