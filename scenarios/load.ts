import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { addAgency } from '#areas/agencies/public.ts';
import { shareBooth } from '#areas/agencies/share-booth.ts';
import { getFloorPlan, saveFloorPlan } from '#areas/floor-plans/floor-plans.ts';
import { importNewYears, planSeason } from '#areas/calendar/public.ts';
import { findHoursProblems } from '#areas/calendar/rules/weekly-hours.ts';
import { addMall, getMallPlace } from '#areas/malls/public.ts';
import type { Crowd } from '#areas/rehearsal/contract.ts';
import { setCrowd } from '#areas/rehearsal/public.ts';
import type { PromisedTime } from '#areas/services/contract.ts';
import { addServices } from '#areas/services/public.ts';
import { getSkills, limitCounter } from '#areas/skills/skills.ts';
import { runTransaction, type Tx } from '#platform/database/transaction.ts';
import { openPopUps } from './situations/pop-ups.ts';
import type { AgencyFacts, ScenarioFacts, SeasonFacts, ServiceFacts } from './scenario-facts.ts';

const HOLIDAYS = new URL('../src/areas/calendar/data/holidays.csv', import.meta.url);

/** `demo` is open around the clock; `real` keeps the agencies' own hours. */
export type ScenarioSchedule = 'demo' | 'real';

export interface ScenarioLoad {
  /** Of the app role or the migrator. */
  readonly pool: pg.Pool;
  readonly facts: ScenarioFacts;
  readonly schedule: ScenarioSchedule;
  readonly seasons?: readonly SeasonFacts[];
  /** Left out: 25 visitors an hour in a demonstration, and nobody where the hours are real. */
  readonly crowd?: Crowd;
}

/**
 * Sets a scenario up in one transaction: mall, sites, zones, agencies with booths, counters and hours, services, the
 * joint decrees' holidays and the crowd's setting. Does nothing when a mall of that slug is there: what people changed since then stays. Staff is not
 * part of it, since accounts need the sign-in library.
 */
export async function loadScenario({ pool, ...load }: ScenarioLoad): Promise<{ mallId: string }> {
  const actor = { kind: 'system', id: 'scenario', mallId: null } as const;
  const options = { actor, operation: 'scenario.load', mode: 'command' } as const;
  const result = await runTransaction(pool, options, (tx) => loadInto(tx, load));
  if (result.kind === 'key-reused') throw new Error('a scenario is loaded without a key');
  return result.value;
}

async function loadInto(
  tx: Tx,
  { facts, schedule, seasons = [], crowd }: Omit<ScenarioLoad, 'pool'>,
): Promise<{ mallId: string }> {
  const { zone: timeZone, ...mall } = facts.mall;
  const sites = facts.sites.map(({ slug, name, address }) => ({ slug, name, address }));
  const added = await addMall(tx, { ...mall, timeZone, sites, zones: facts.zones });
  if (added === undefined) return { mallId: (await getMallPlace(tx, mall.slug)).id };
  const { mallId, zoneIds } = added;
  const agencyIds = new Map<string, string>();
  for (const agency of facts.agencies) {
    const zoneId = known(zoneIds, agency.zone);
    agencyIds.set(
      agency.slug,
      await addAgency(tx, mallId, { ...agency, zoneId, ...hoursOf(agency, schedule) }),
    );
  }
  for (const { slug, comesTo } of facts.agencies) {
    if (comesTo === undefined) continue;
    const place = { agencyId: known(agencyIds, slug), version: 1, weekdays: comesTo.weekdays };
    await shareBooth(tx, { mallId }, { ...place, withAgencyId: known(agencyIds, comesTo.agency) });
  }
  await drawFloors(tx, mallId);
  await openPopUps(tx, mallId, facts);
  const services = facts.services.map((service) => ({
    ...service,
    agencyId: known(agencyIds, service.agency),
    promisedTime: toPromisedTime(service.promisedTime),
  }));
  await addServices(tx, mallId, services);
  for (const agency of facts.agencies) await limitCounters(tx, mallId, known(agencyIds, agency.slug), agency);
  await importNewYears(tx, await readFile(HOLIDAYS, 'utf8'));
  for (const season of seasons) await planSeason(tx, { ...season, mallId, agencyId: null });
  const mode = schedule === 'demo' ? 'running' : 'off';
  await setCrowd(tx, mallId, crowd ?? { mode, speed: 1, visitorsPerHour: 25 });
  tx.record({ mallId, subjectKind: 'mall', subjectId: mallId, facts: { scenario: mall.slug, schedule } });
  return { mallId };
}

async function limitCounters(
  tx: Tx,
  mallId: string,
  agencyId: string,
  { limits = [] }: AgencyFacts,
): Promise<void> {
  for (const { counter: number, services: slugs } of limits) {
    const keeper = { mallId, agencyId };
    const { counters } = await getSkills(tx, keeper, agencyId);
    const counter = counters.find((each) => each.number === number);
    if (counter === undefined)
      throw new RangeError(`the scenario limits counter ${number}, which is not there`);
    const services = await tx.db
      .selectFrom('service')
      .select('id')
      .where('mall_id', '=', mallId)
      .where('slug', 'in', slugs)
      .execute();
    const limit = { agencyId, counterId: counter.id, services: services.map(({ id }) => id), anyway: false };
    await limitCounter(tx, keeper, limit);
  }
}

/** Each floor as it is proposed: a sample mall stands nowhere else. */
async function drawFloors(tx: Tx, mallId: string): Promise<void> {
  const floors = await tx.db
    .selectFrom('zone')
    .select(['site_id', 'floor'])
    .distinct()
    .where('mall_id', '=', mallId)
    .execute();
  for (const { site_id: siteId, floor } of floors) {
    const plan = await getFloorPlan(tx, { mallId }, { siteId, floor });
    if (plan.items.some(({ agencyId }) => agencyId !== null)) await saveFloorPlan(tx, { mallId }, plan);
  }
}

function hoursOf(agency: AgencyFacts, schedule: ScenarioSchedule) {
  const [weekly, servesHolidays] =
    schedule === 'demo'
      ? [agency.demoWeekly, agency.servesHolidays]
      : [agency.realWeekly, agency.realServesHolidays];
  const [wrong] = findHoursProblems(weekly);
  if (wrong) throw new RangeError(`hours of ${agency.slug}, number ${wrong.at}: ${wrong.problem}`);
  return { weekly, servesHolidays };
}

/** An exact time is one number for citizens. */
function toPromisedTime(time: ServiceFacts['promisedTime']): PromisedTime {
  if (time.kind === 'exact') return { kind: 'exact', length: time.max, unit: time.unit };
  if (time.kind === 'range') return { kind: 'range', min: time.min, max: time.max, unit: time.unit };
  return { kind: time.kind };
}

function known(ids: ReadonlyMap<string, string>, slug: string): string {
  const id = ids.get(slug);
  if (id === undefined) throw new RangeError(`the scenario names ${slug}, which it does not hold`);
  return id;
}
