import { findRestToday } from '#areas/rotation/public.ts';
import { canGive } from '#areas/skills/rules/service-line.ts';
import {
  findFreedSeat,
  findStaffAgency,
  listCounters,
  ownCounters,
  type CounterRow,
} from '#areas/staff/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Desk } from '../contract.ts';
import type { OwnCounter } from '../counter-contract.ts';
import { listSeatRows, type SeatRow } from '../line/line-store.ts';
import { seatState } from '../rules/seat-states.ts';
import { formatNumber } from '../rules/series.ts';
import { listBreakRows } from './seat-store.ts';
import { listHeldRows, listStopsAtCounters, listWaitingRows, type StopRow } from '../store.ts';
import { toCounterBreak, toDeskTicket } from '../views.ts';

const WAITING_SHOWN_MAX = 200;

/** What the officer's console shows: the own counter, who is there, who comes next and why, the own day. */
export async function getDesk(
  tx: Tx,
  officer: StaffActor,
  counterId: string | undefined,
): Promise<Omit<Desk, 'streamToken'>> {
  const agencyId = officer.agencyId ?? refused(refuse('OTHER_AGENCY'));
  const day = dayAt(tx.now.getTime(), officer.timeZone);
  const counters = await listCounters(tx, officer.mallId, agencyId);
  const agency = (await findStaffAgency(tx, officer.mallId, agencyId)) ?? refused(refuse('OTHER_AGENCY'));
  const own = ownCounters(counters, officer);
  const stops = await listStopsAtCounters(tx, officer.mallId, own);
  // One that was handed over meanwhile is not the officer's any more: the other one is shown.
  const mine = own.find(({ id }) => id === counterId) ?? own[0];
  const current = stops.find((stop) => stop.counter_id === mine?.id);
  const waiting = await listWaitingRows(tx, {
    mallId: officer.mallId,
    agencyId,
    day,
    limit: WAITING_SHOWN_MAX,
  });
  const seats = await listSeatRows(tx, officer.mallId, agencyId);
  const held = await listHeldRows(tx, { mallId: officer.mallId, agencyId, day });
  const today = await readOfficerDay(tx, officer, day, agencyId);
  return {
    now: tx.now.toISOString(),
    counter: mine ? await viewOwnCounter(tx, officer, mine, current !== undefined) : null,
    own: own.map(({ id, number }) => {
      const there = stops.find((stop) => stop.counter_id === id);
      return { id, number, code: there ? formatNumber(there.series, there.number) : null };
    }),
    seatFreed: mine ? null : await findFreedSeat(tx, officer),
    agency: { id: agencyId, slug: agency.slug, shortName: agency.short_name, zoneName: agency.zone_name },
    counters: counters.map((counter) => ({
      id: counter.id,
      number: counter.number,
      takenBy: counter.staff_name,
      takenBySimulation: counter.simulated ?? false,
      offered: counter.offered_at !== null,
    })),
    current: current ? toDeskTicket(current) : null,
    waiting: waiting.map((stop) => ({ ...toDeskTicket(stop), elsewhere: whereElse(stop, mine?.id, seats) })),
    waitingCount: today.waiting,
    held: held.map(toDeskTicket),
    recallsMax: today.recalls_max,
    countersOpen: counters.filter((counter) => counter.staff_id !== null && counter.break_kind === null)
      .length,
    today: {
      served: today.served,
      finishedHere: today.finished_here,
      serviceMinutesMean: today.service_minutes_mean,
    },
  };
}

/** The counters that call and can serve this stop, where the one on screen cannot. */
function whereElse(stop: StopRow, counterId: string | undefined, seats: readonly SeatRow[]): number[] | null {
  const mine = seats.find((seat) => seat.counter_id === counterId);
  if (mine === undefined || canGive(mine, stop.service_id)) return null;
  return seats.filter((seat) => !seat.paused && canGive(seat, stop.service_id)).map(({ number }) => number);
}

async function viewOwnCounter(
  tx: Tx,
  { mallId, timeZone }: StaffActor,
  mine: CounterRow,
  occupied: boolean,
): Promise<OwnCounter> {
  const breaks = await listBreakRows(tx, mallId, mine.agency_id);
  const own = breaks.find((row) => row.counter_id === mine.id);
  return {
    id: mine.id,
    number: mine.number,
    openedAt: mine.opened_at!.toISOString(),
    seat: seatState({ taken: true, onBreak: own !== undefined, occupied }),
    pause: own ? toCounterBreak(own) : null,
    offered: mine.offered_at !== null,
    rest: await findRestToday(tx, { id: mallId, timeZone }, mine.id),
  };
}

const OFFICER_DAY: PreparedStatement = {
  name: 'officer-day',
  text: `select
      (select count(*)::int from stop s where s.mall_id = $1 and s.service_day = $3 and s.agency_id = $4
        and s.state = 'waiting') as waiting,
      (select recalls_max from mall where id = $1) as recalls_max,
      count(distinct s.id) filter (where s.outcome in ('finished', 'in-process', 'consultation', 'refused'))::int as served,
      count(distinct s.id) filter (where s.outcome = 'finished')::int as finished_here,
      (avg(extract(epoch from i.ended_at - i.started_at)) / 60)::float8 as service_minutes_mean
    from stop s left join stop_interval i
      on i.mall_id = s.mall_id and i.stop_id = s.id and i.kind = 'serving' and i.staff_id = $2 and i.ended_at is not null
    where s.mall_id = $1 and s.service_day = $3 and s.agency_id = $4 and s.staff_id = $2 and s.state = 'done'`,
};

async function readOfficerDay(tx: Tx, officer: StaffActor, day: string, agencyId: string) {
  const [row] = await tx.query<{
    waiting: number;
    recalls_max: number;
    served: number;
    finished_here: number;
    service_minutes_mean: number | null;
  }>(OFFICER_DAY, [officer.mallId, officer.id, day, agencyId]);
  return row!;
}
