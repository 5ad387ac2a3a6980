import type pg from 'pg';
import { listAgencies } from '#areas/agencies/public.ts';
import { reserveNumberBlocks } from '#areas/paper/number-blocks.ts';
import { loadCast, type CastOfficer } from '#areas/rehearsal/crowd-cast.ts';
import { openPool } from '#platform/database/pool.ts';
import { runTransaction, type Tx } from '#platform/database/transaction.ts';
import type { AccountSecrets } from '#platform/random/account-secrets.ts';
import type { SignedTokens } from '#platform/random/signed-tokens.ts';
import { atTime, dayAt, type Day } from '#platform/values/day.ts';
import { makeCrowdClients } from '../demo-crowd.ts';
import type { ScenarioFacts } from '../scenario-facts.ts';
import { moveClock, readClock } from './move-clock.ts';
import { nextMoment, type Moment } from './next-moment.ts';
import { morningAgencies, onTheWall, PAPER_NUMBERS } from './paper-slips.ts';

export interface OutageStage {
  readonly pool: pg.Pool;
  readonly tokens: SignedTokens;
  readonly accountSecrets: AccountSecrets;
  /** Address of the database as the owner of the schema: the morning moves the clock. */
  readonly ownerUrl: string;
  readonly mallId: string;
  readonly facts: ScenarioFacts;
  /** When the situation stands, after the outage. */
  readonly moment: Moment;
}

const DOORS_OPEN = '07:45';
const AT_WORK_MINUTES = 8 * 60 + 30;
const VISITS_EACH = 3;
/** The last minute before the server dies. */
const LAST_MINUTE = 9 * 60 + 29;

interface Deed {
  /** Of the day, on the wall. */
  readonly minute: number;
  readonly run: () => Promise<unknown>;
}

/**
 * Walks a mall through the morning before an outage: blocks of numbers are kept for paper, a few simulated visitors
 * are served, and when it ends one was just called, one is being served and others wait. Through the same operations as
 * people's, minute by minute. Nothing where that morning is behind us already.
 */
export async function liveOutageMorning(stage: OutageStage): Promise<void> {
  const { ownerUrl, mallId, facts, moment } = stage;
  const { zone } = facts.mall;
  const owner = openPool(ownerUrl, { connectionsMax: 1 });
  try {
    if (await isLived(owner, stage)) return;
    await moveClock({ ownerUrl, zone, moment: { ...moment, time: DOORS_OPEN, lastsMinutes: 0 } });
    const day = dayAt((await readClock(owner)).now.getTime(), zone);
    await keepNumbers(stage, day);
    const deeds = (await planMorning(stage)).toSorted((a, b) => a.minute - b.minute);
    for (const { minute, run } of deeds) {
      const at = new Date(atTime(day, onTheWall(minute), zone));
      await owner.query('update clock_offset set offset_by = $1::timestamptz - clock_timestamp()', [at]);
      await run();
    }
  } catch (cause) {
    throw new Error(`the morning of ${mallId} could not be lived`, { cause });
  } finally {
    await owner.end();
  }
}

/** Started again in the same morning, the day goes on where it was. */
async function isLived(owner: pg.Pool, { mallId, facts, moment }: OutageStage): Promise<boolean> {
  const { zone } = facts.mall;
  const { now, holidays } = await readClock(owner);
  if (nextMoment(moment, { now: now.getTime(), zone, holidays: new Set(holidays) }) !== now.getTime())
    return false;
  const today = dayAt(now.getTime(), zone);
  const { rowCount } = await owner.query(
    'select from number_block where mall_id = $1 and service_day = $2 limit 1',
    [mallId, today],
  );
  return rowCount === 1;
}

function keepNumbers({ pool, mallId }: OutageStage, day: Day): Promise<unknown> {
  return asSystem(pool, mallId, async (tx) => {
    const agencyIds = (await listAgencies(tx, mallId)).map(({ id }) => id);
    return reserveNumberBlocks(tx, { day, agencyIds, ...PAPER_NUMBERS });
  });
}

async function planMorning({ pool, tokens, accountSecrets, mallId, facts }: OutageStage): Promise<Deed[]> {
  const clientFor = makeCrowdClients({ pool, tokens, accountSecrets, onCommitted: () => {} });
  const cast = await loadCast({ pool, mallId });
  const kiosk = clientFor(cast.kiosk).queue;
  return morningAgencies(facts).flatMap(({ slug }, place) => {
    const officer = cast.agencies.find((agency) => agency.slug === slug)!.officers[0]!;
    const service = facts.services.find((each) => each.agency === slug)!;
    const take = () => kiosk.issueTicket({ service: service.slug });
    return deedsOf({ officer, desk: clientFor(officer.actor).queue, take, place });
  });
}

type Desk = ReturnType<ReturnType<typeof makeCrowdClients>>['queue'];

/** What one agency's officer and visitors do; `place` keeps the agencies some minutes apart. */
function deedsOf({
  officer,
  desk,
  take,
  place,
}: {
  officer: CastOfficer;
  desk: Desk;
  take: () => Promise<unknown>;
  place: number;
}): Deed[] {
  let ticketId = '';
  const call = async () => {
    const { called } = await desk.callNext({});
    if (called === null) throw new Error('nobody waits who could be called');
    ({ ticketId } = called);
  };
  const serve = () => desk.startServing({ ticketId });
  const finish = () => desk.finish({ ticketId, outcome: 'finished' });
  const visits = Array.from({ length: VISITS_EACH }, (_, turn) => {
    const start = AT_WORK_MINUTES + 2 + place + turn * 16;
    return [take, call, serve, finish].map((run, step) => ({ minute: start + step * 3, run }));
  });
  const last = LAST_MINUTE - 3;
  const waiting = Array.from({ length: place === 0 ? 3 : 1 }, () => ({ minute: last, run: take }));
  const inMidCall = [
    ...(place <= 1 ? [{ minute: last + 2, run: call }] : []),
    ...(place === 1 ? [{ minute: last + 3, run: serve }] : []),
  ];
  const sit = { minute: AT_WORK_MINUTES, run: () => desk.openCounter({ counterId: officer.counterId }) };
  return [sit, ...visits.flat(), ...waiting, ...inMidCall];
}

async function asSystem<T>(pool: pg.Pool, mallId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const actor = { kind: 'system', id: 'scenario', mallId } as const;
  const result = await runTransaction(pool, { actor, operation: 'scenario.outage', mode: 'command' }, work);
  if (result.kind === 'key-reused') throw new Error('a scenario is lived without a key');
  return result.value;
}
