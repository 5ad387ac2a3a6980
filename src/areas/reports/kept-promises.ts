import { setImmediate } from 'node:timers/promises';
import { listPromisesInTerm, type PromiseInTerm } from '#areas/agreements/public.ts';
import { promiseOnDay } from '#areas/agreements/rules/promise-on-day.ts';
import { loadBoothPlans, type BoothPlan } from '#areas/calendar/public.ts';
import { planDay } from '#areas/calendar/rules/day-plan.ts';
import type { WeeklyInterval } from '#areas/calendar/rules/weekly-hours.ts';
import { listServices } from '#areas/services/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { addDays, atTime, compareDays, dayAt, type Day } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { KeptPromise, KeptPromiseInFull } from './contract.ts';
import {
  type ExcusedRow,
  type LimitRow,
  listExcused,
  listLimits,
  listPractice,
  mapSeats,
} from './kept-store.ts';
import { keptDay, type KeptDay, type KeptState, type Span } from './rules/kept-day.ts';
import { meanPeople, presenceByDay, type DayPresence } from './rules/presence.ts';
import { healthScore, promiseHealth } from './rules/promise-health.ts';

/** A year and its leap day. */
const KEPT_DAYS_MAX = 366;

interface Stretch {
  readonly from: Day;
  readonly until: Day;
}

interface Place {
  readonly id: string;
  readonly timeZone: string;
}

/** Everything that the stretch is judged by, read once for all agencies. */
interface Evidence {
  readonly days: readonly Day[];
  readonly promises: readonly PromiseInTerm[];
  readonly plans: ReadonlyMap<string, BoothPlan>;
  /** Of each agency, one for each day. */
  readonly present: ReadonlyMap<string, readonly DayPresence[]>;
  readonly excused: readonly ExcusedRow[];
  /** Services that can be asked for now. */
  readonly offered: ReadonlySet<string>;
}

/**
 * What each agency promised for these days and what it kept, those that kept least at the head. Nothing is stored: it is
 * recounted from agreements, plans, seats at counters and visits.
 */
export async function listKeptPromises(tx: Tx, mall: Place, stretch: Stretch): Promise<KeptPromise[]> {
  const judged = await judgeAgencies(tx, mall, stretch);
  const shareOf = ({ keptShare }: KeptPromise) => keptShare ?? 2;
  return judged
    .map(({ kept }) => kept)
    .toSorted((a, b) => shareOf(a) - shareOf(b) || (a.agency.shortName < b.agency.shortName ? -1 : 1));
}

/** One agency's promises with each day of the stretch. Refusals: AGENCY_UNKNOWN where it promised nothing for it. */
export async function getKeptPromise(
  tx: Tx,
  mall: Place,
  agencyId: string,
  stretch: Stretch,
): Promise<KeptPromiseInFull> {
  const judged = await judgeAgencies(tx, mall, stretch);
  const one = judged.find(({ kept }) => kept.agency.id === agencyId) ?? refused(refuse('AGENCY_UNKNOWN'));
  const calendar = one.days.map(({ cameAt, ...day }) => ({
    ...day,
    cameAt: cameAt === null ? null : new Date(cameAt).toISOString(),
  }));
  return { ...one.kept, calendar };
}

interface JudgedDay extends KeptDay {
  readonly day: Day;
  /** Epoch milliseconds. */
  readonly cameAt: number | null;
  readonly reason: string | null;
}

/** Every agency that promised anything for these days. */
async function judgeAgencies(
  tx: Tx,
  mall: Place,
  stretch: Stretch,
): Promise<{ kept: KeptPromise; days: readonly JudgedDay[] }[]> {
  const evidence = await readEvidence(tx, mall, stretch);
  const limits = await listLimits(tx, mall.id, stretch);
  // The database counts a year of visits while the days of all agencies are judged here: the two halves of the work.
  const counting = listPractice(tx, mall.id, stretch.from, stretch.until);
  const [practice, judged] = await Promise.all([
    counting,
    judgeAll(evidence, mall.timeZone, tx.now.getTime()),
  ]);
  return [...judged].map(([agencyId, days]) => {
    const kept = summarise(agencyId, stretch, evidence, days, {
      limits: limits.filter((row) => row.agency_id === agencyId),
      practice: practice.find((row) => row.agency_id === agencyId),
      peoplePresent: meanPeople(evidence.present.get(agencyId) ?? []),
    });
    return { kept, days };
  });
}

/** The days of every agency that promised anything; begins once what was asked of the database before is on its way. */
async function judgeAll(
  evidence: Evidence,
  zone: string,
  now: number,
): Promise<Map<string, readonly JudgedDay[]>> {
  await setImmediate();
  const agencyIds = new Set(evidence.promises.map(({ agencyId }) => agencyId));
  return new Map([...agencyIds].map((id) => [id, judgeDays(id, zone, evidence, now)]));
}

function askedOf(mall: Place, { from, until }: Stretch) {
  return {
    mallId: mall.id,
    from: new Date(atTime(from, '00:00', mall.timeZone)),
    until: new Date(atTime(until, '24:00', mall.timeZone)),
  };
}

async function readEvidence(tx: Tx, mall: Place, stretch: Stretch): Promise<Evidence> {
  const asked = askedOf(mall, stretch);
  const promises = await listPromisesInTerm(tx, mall.id, stretch);
  const plans = await loadBoothPlans(tx, mall.id, stretch);
  const seats = await mapSeats(tx, asked);
  const days: Day[] = [];
  for (let day = stretch.from; compareDays(day, stretch.until) <= 0; day = addDays(day, 1)) days.push(day);
  const starts = [...days.map((day) => atTime(day, '00:00', mall.timeZone)), asked.until.getTime()];
  return {
    days,
    promises,
    plans: new Map(plans.map((plan) => [plan.agencyId, plan])),
    present: new Map([...seats].map(([agencyId, own]) => [agencyId, presenceByDay(own, starts)])),
    excused: await listExcused(tx, asked),
    offered: new Set((await listServices(tx, mall.id)).map(({ id }) => id)),
  };
}

function judgeDays(agencyId: string, zone: string, evidence: Evidence, now: number): JudgedDay[] {
  const promises = evidence.promises.filter((one) => one.agencyId === agencyId);
  const plan = evidence.plans.get(agencyId);
  const excused = evidence.excused
    .filter((row) => row.agency_id === agencyId)
    .map(({ starts_at, ends_at }) => ({
      startsAt: starts_at.getTime(),
      endsAt: ends_at?.getTime() ?? Infinity,
    }));
  return evidence.days.map((day, place) => {
    const { hours, shut, reason } = promisedHours(agencyId, day, plan, promises);
    const present = evidence.present.get(agencyId)?.[place]?.spans ?? [];
    const judged = keptDay(
      {
        promised: hours.map(({ opens, closes }): Span => ({
          startsAt: atTime(day, opens, zone),
          endsAt: atTime(day, closes, zone),
        })),
        excused,
        present,
      },
      now,
    );
    const first = present[0];
    return {
      day,
      ...judged,
      state: shut ? 'excused' : judged.state,
      cameAt: first?.startsAt ?? null,
      reason,
    };
  });
}

/**
 * The promised hours of a day are planned as the booth's own are: holidays, seasons and single days count, and what the
 * mall shut for one agency is excused.
 */
function promisedHours(
  agencyId: string,
  day: Day,
  plan: BoothPlan | undefined,
  promises: readonly PromiseInTerm[],
) {
  const promise = promiseOnDay(agencyId, day, promises);
  if (promise === undefined || plan === undefined) return { hours: [], shut: false, reason: null };
  const week = { validFrom: promise.beginsOn ?? day, hours: promise.hours as readonly WeeklyInterval[] };
  const promised = { ...plan, weeks: [week] };
  const { hours, source } = planDay(day, promised);
  const own = plan.exceptions.some((one) => one.day === day && one.scope === 'agency');
  return {
    hours,
    // A day on which nobody was to come is free for all; only one that was shut for this agency alone is excused.
    shut: own && hours.length === 0 && planDay(day, { ...promised, exceptions: [] }).hours.length > 0,
    reason: 'name' in source ? source.name : null,
  };
}

function summarise(
  agencyId: string,
  { until }: Stretch,
  { promises, offered }: Evidence,
  days: readonly JudgedDay[],
  {
    limits,
    practice,
    peoplePresent,
  }: {
    readonly limits: readonly LimitRow[];
    readonly practice: Awaited<ReturnType<typeof listPractice>>[number] | undefined;
    readonly peoplePresent: number | null;
  },
): KeptPromise {
  const own = promises.filter((one) => one.agencyId === agencyId);
  const latest = promiseOnDay(agencyId, until, own) ?? own.at(-1)!;
  const count = (...states: KeptState[]) => days.filter(({ state }) => states.includes(state)).length;
  const open = count('kept', 'late', 'early');
  const promised = open + count('absent');
  const judged = days.filter(({ state }) => !['free', 'to-come', 'excused'].includes(state));
  const sum = (minutes: (day: JudgedDay) => number) =>
    Math.round(judged.reduce((total, day) => total + minutes(day), 0));
  const figures = {
    daysPromised: promised,
    daysOpen: open,
    promisedMinutes: sum(({ promisedMinutes }) => promisedMinutes),
    presentMinutes: sum(({ presentMinutes }) => presentMinutes),
    servicesPromised: latest.services.length,
    servicesOffered: latest.services.filter(({ id }) => offered.has(id)).length,
    peoplePromised: latest.staff,
    peoplePresent,
    daysWithQuota: countQuotaDays(latest, limits, days),
    ratings: practice?.rating_count ?? 0,
    ratingMean: practice?.rating_mean ?? null,
  };
  const health = promiseHealth(figures);
  return {
    agency: latest.agency,
    agreementId: latest.agreementId,
    days: { kept: count('kept'), late: count('late'), early: count('early'), absent: count('absent') },
    excused: count('excused'),
    ...figures,
    keptShare: health.days ?? null,
    served: practice?.served ?? 0,
    finished: practice?.finished ?? 0,
    health,
    score: healthScore(health),
  };
}

/**
 * Open days on which as many numbers as were promised could be had: those without a limit, those on which one of the promised
 * services had none, and those whose limits add up to it.
 */
function countQuotaDays(
  { dailyQuota, services }: PromiseInTerm,
  limits: readonly LimitRow[],
  days: readonly JudgedDay[],
): number | null {
  if (dailyQuota === null) return null;
  const short = new Set(
    limits.filter((row) => row.services >= services.length && row.numbers < dailyQuota).map(({ day }) => day),
  );
  return days.filter(({ day, state }) => ['kept', 'late', 'early'].includes(state) && !short.has(day)).length;
}

/** The days asked for, at most a year; without a first one 90 days, without a last one up to today. */
export function stretchOf(
  tx: Tx,
  mall: Place,
  asked: { readonly from?: string | undefined; readonly until?: string | undefined },
): Stretch {
  const until = (asked.until as Day | undefined) ?? dayAt(tx.now.getTime(), mall.timeZone);
  const wanted = (asked.from as Day | undefined) ?? addDays(until, -89);
  const earliest = addDays(until, 1 - KEPT_DAYS_MAX);
  const from = compareDays(wanted, earliest) < 0 ? earliest : wanted;
  return { until, from: compareDays(from, until) > 0 ? until : from };
}
