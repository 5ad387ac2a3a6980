import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { addDays, atTime, dayAt, weekdayOf, type Day } from '#platform/values/day.ts';
import type { ScenarioFacts } from '../scenario-facts.ts';

/** More than the three months that the pages look back at. */
const DAYS_BACK = 120;
const MINUTE_MS = 60_000;

/**
 * Who sat at the counters in the last months and earlier today: every agency with its own real week, as punctual as the scenario says.
 * Does nothing where somebody sat there before today. The officers of the past are invented and cannot sign in.
 */
export async function livePastPresence(tx: Tx, mallId: string, facts: ScenarioFacts): Promise<void> {
  const { mall, signing } = facts;
  if (signing === undefined) return;
  const today = dayAt(tx.now.getTime(), mall.zone);
  const midnight = new Date(atTime(today, '00:00', mall.zone));
  const before = await tx.db
    .selectFrom('counter_session')
    .select('id')
    .where('mall_id', '=', mallId)
    .where('opened_at', '<', midnight)
    .limit(1)
    .execute();
  if (before.length > 0) return;
  for (const agency of facts.agencies) {
    const desks = await listDesks(tx, mallId, agency.slug);
    const officers = await hireForThePast(tx, mallId, agency.slug, desks.length);
    const habit = signing.habits?.[agency.slug] ?? {};
    const seats = [];
    for (let back = DAYS_BACK; back >= 0; back -= 1) {
      const day = addDays(today, -back);
      if (day < signing.beginsOn) continue;
      for (const [place, counterId] of desks.entries()) {
        const seat = seatOn(day, agency.realWeekly, habit, { zone: mall.zone, place, back, now: tx.now });
        if (seat === undefined) continue;
        seats.push({
          mall_id: mallId,
          id: newId(),
          counter_id: counterId,
          staff_id: officers[place]!,
          ...seat,
        });
      }
    }
    if (seats.length > 0) await tx.db.insertInto('counter_session').values(seats).execute();
  }
}

/** How an agency keeps its days; left out: always, and on time. */
export interface Habit {
  /** Stays away on these weekdays, every so many weeks. */
  readonly awayOn?: { readonly weekday: number; readonly everyWeeks: number };
  /** Stays away on every so many days. */
  readonly awayEvery?: number;
  /** Opens three quarters of an hour late on every so many days. */
  readonly lateEvery?: number;
}

function seatOn(
  day: Day,
  week: ScenarioFacts['agencies'][number]['realWeekly'],
  { awayOn, awayEvery, lateEvery }: Habit,
  {
    zone,
    place,
    back,
    now,
  }: { readonly zone: string; readonly place: number; readonly back: number; readonly now: Date },
): { opened_at: Date; closed_at: Date } | undefined {
  const hours = week.filter(({ weekday }) => weekday === weekdayOf(day));
  const [first] = hours;
  const last = hours.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const weeks = Math.floor(back / 7);
  if (awayOn?.weekday === weekdayOf(day) && weeks % awayOn.everyWeeks === 0) return undefined;
  if (awayEvery !== undefined && back % awayEvery === 0) return undefined;
  const late = lateEvery !== undefined && back % lateEvery === 0 ? 45 : (place * 3 + back) % 6;
  const opened = atTime(day, first.opens, zone) + (late - 4) * MINUTE_MS;
  const closed = atTime(day, last.closes, zone) + ((back * 5 + place) % 9) * MINUTE_MS;
  if (opened >= now.getTime()) return undefined;
  return { opened_at: new Date(opened), closed_at: new Date(Math.min(closed, now.getTime())) };
}

async function listDesks(tx: Tx, mallId: string, slug: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('counter as c')
    .innerJoin('booth as b', (join) =>
      join.onRef('b.mall_id', '=', 'c.mall_id').onRef('b.id', '=', 'c.booth_id'),
    )
    .innerJoin('agency as a', (join) =>
      join.onRef('a.mall_id', '=', 'b.mall_id').onRef('a.id', '=', 'b.agency_id'),
    )
    .select('c.id')
    .where('c.mall_id', '=', mallId)
    .where('a.slug', '=', slug)
    .orderBy('c.number')
    .execute();
  return rows.map(({ id }) => id);
}

async function hireForThePast(tx: Tx, mallId: string, slug: string, count: number): Promise<string[]> {
  if (count === 0) return [];
  const agency = await tx.db
    .selectFrom('agency')
    .select(['id', 'short_name'])
    .where('mall_id', '=', mallId)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  const rows = Array.from({ length: count }, (_, place) => {
    const id = newId();
    const name = `Petugas terdahulu ${place + 1}, ${agency.short_name} (contoh)`;
    return {
      ...{ mall_id: mallId, id, account_id: id, name, role: 'officer', agency_id: agency.id },
      ...{ simulated: true, active: false },
    };
  });
  await tx.db.insertInto('staff_member').values(rows).execute();
  return rows.map(({ id }) => id);
}
