import { loadHolidayCalendar } from '#areas/calendar/public.ts';
import { dayKind, type HolidayCalendar } from '#areas/calendar/rules/day-kinds.ts';
import { planDay } from '#areas/calendar/rules/day-plan.ts';
import { findOpenStretch, type Closure } from '#areas/calendar/rules/opening.ts';
import { canGive, shareAt } from '#areas/skills/rules/service-line.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { isRefusal } from '#platform/values/refusal.ts';
import type { BoothState } from './contract.ts';
import { expectedIntakeEnd, mayGiveNumber, type BoothFacts } from './rules/may-give-number.ts';
import { calendarYears, listBooths, type BoothRow } from './store.ts';

/** What capacity needs of a mall: `MallPlace` of the malls area fits. */
export interface Place {
  readonly id: string;
  readonly timeZone: string;
}

/** For each active agency, by short name: does its booth give a number now, and if not why. Two statements. */
export async function listBoothStates(tx: Tx, mall: Place): Promise<BoothState[]> {
  return (await readBooths(tx, mall)).map(({ row, facts }) => toBoothState(row, facts));
}

/** What is planned for a booth today: its last closing, `HH:MM`; null: it is shut all day. */
export interface PlannedToday {
  readonly closes: string | null;
  /** Why this day is not as others: of a holiday or a special day. */
  readonly reason: string | null;
}

/** Today's plan of each active agency, closures aside, by agency. Two statements. */
export async function mapPlannedToday(tx: Tx, mall: Place): Promise<Map<string, PlannedToday>> {
  const today = dayAt(tx.now.getTime(), mall.timeZone);
  return new Map(
    (await readBooths(tx, mall)).map(({ row, facts }) => {
      const { hours, source } = planDay(today, facts);
      const reason = 'name' in source && source.kind !== 'season' ? source.name : null;
      return [row.agency_id, { closes: hours.at(-1)?.closes ?? null, reason }];
    }),
  );
}

/** Since when each booth that should be open now has been, closures cut out; epoch ms, by agency. Two statements. */
export async function mapOpenSince(tx: Tx, mall: Place): Promise<Map<string, number>> {
  const now = tx.now.getTime();
  const found = new Map<string, number>();
  for (const { row, facts } of await readBooths(tx, mall)) {
    const stretch = findOpenStretch(facts, now);
    if (stretch !== undefined && stretch.startsAt <= now) found.set(row.agency_id, stretch.startsAt);
  }
  return found;
}

async function readBooths(tx: Tx, mall: Place): Promise<{ row: BoothRow; facts: BoothFacts }[]> {
  const today = dayAt(tx.now.getTime(), mall.timeZone);
  const calendar = await loadHolidayCalendar(tx, calendarYears(today));
  const rows = await listBooths(tx, mall.id, today);
  return rows.map((row) => ({ row, facts: boothFacts(tx, mall, row, calendar) }));
}

/** Quotas are per service, so the state of a whole booth does not know them. */
export function boothFacts(
  tx: Tx,
  mall: Place,
  row: BoothRow,
  calendar: HolidayCalendar,
  serviceId?: string,
): BoothFacts {
  return {
    now: tx.now.getTime(),
    zone: mall.timeZone,
    agencyActive: row.agency_active,
    boothActive: row.booth_active,
    countersActive: row.counters_active,
    weeks: row.weeks,
    seasons: row.seasons,
    exceptions: row.exceptions,
    calendar,
    servesHolidays: row.serves_holidays,
    weekdays: row.weekdays,
    site: row.site,
    closures: row.closures.map(({ startsAtMs, endsAtMs, reason }): Closure => ({
      startsAt: Number(startsAtMs),
      endsAt: Number(endsAtMs),
      reason,
    })),
    lastIntakeMinutes: row.last_intake_minutes,
    line: { ...workOf(row, serviceId), longestMinutes: row.longest_minutes },
    limitToday: null,
    takenToday: 0,
    internalReserve: 0,
    purpose: 'walk-in',
    lastNumber: row.last_number,
  };
}

/** The work before somebody and the counters that do it: of the whole booth, or as far as it is for one service. */
function workOf({ work, seats }: BoothRow, serviceId: string | undefined) {
  const minutes = Object.entries(work);
  if (serviceId === undefined || seats.every(({ services }) => services === null))
    return { workMinutes: sum(minutes.map(([, each]) => each)), countersOpen: seats.length };
  return {
    workMinutes: sum(minutes.map(([otherId, each]) => each * shareAt(seats, serviceId, otherId))),
    countersOpen: seats.filter((seat) => canGive(seat, serviceId)).length,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

function toBoothState(row: BoothRow, facts: BoothFacts): BoothState {
  const may = mayGiveNumber(facts);
  const refusal = isRefusal(may) ? may : undefined;
  const name = refusal?.facts['name'];
  const opensAt = refusal?.facts['opensAt'];
  return {
    agencyId: row.agency_id,
    agencySlug: row.agency_slug,
    series: row.series,
    givesNumbers: refusal === undefined,
    code: refusal?.refused ?? null,
    name: name === undefined ? null : String(name),
    until: isRefusal(may) ? null : instant(may.until),
    opensAt: typeof opensAt === 'number' ? instant(opensAt) : null,
    intakeEndsAt: isRefusal(may) ? null : tellEarly(facts),
    siteDays: row.site,
    dayKnown: [facts.now, ...(typeof opensAt === 'number' ? [opensAt] : [])].every(
      (at) => dayKind(dayAt(at, facts.zone), facts.calendar).kind !== 'unknown',
    ),
  };
}

/** The end of intake is told from an hour before, so that nobody sets out in vain. */
const TOLD_BEFORE_MS = 60 * 60_000;

function tellEarly(facts: BoothFacts): string | null {
  const endsAt = expectedIntakeEnd(facts);
  return endsAt === undefined || endsAt - facts.now > TOLD_BEFORE_MS ? null : instant(endsAt);
}

function instant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
