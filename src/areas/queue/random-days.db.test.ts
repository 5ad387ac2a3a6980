import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { noteHeard } from '#areas/staff/public.ts';
import { reportsProcedures } from '#areas/reports/procedures.ts';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { addDays, parseDay, type Day } from '#platform/values/day.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { closeServiceDay } from './line/close-day.ts';
import { queueProcedures } from './procedures.ts';
import { endCallsNobodyCameTo, relieveSilentCounters } from './calling/unattended.ts';

const DAYS = 6;
const STEPS_MAX = 60;
const FIRST_DAY = parseDay('2026-03-02')!;
const MINUTE_MS = 60_000;

/** What may happen in a hall. Whoever is not in a state for it hears a refusal, as people do. */
const DEEDS = [
  'issue',
  'issue-priority',
  'call',
  'start',
  'finish',
  'hold',
  'recall',
  'undo',
  'absent',
  'redirect',
  'return-by-officer',
  'return-by-holder',
  'cancel',
  'first-place',
  'look',
] as const;
type Deed = (typeof DEEDS)[number];

interface Step {
  readonly deed: Deed;
  /** Who and which, as a place in the lists of that moment. */
  readonly which: number;
  readonly minutes: number;
  /** Whether the officers were heard before the clock looks. */
  readonly heard: boolean;
}

const anyStep = fc.record({
  deed: fc.constantFrom<Deed>(...DEEDS, 'issue', 'issue', 'call', 'call', 'start', 'start', 'finish'),
  which: fc.nat(50),
  minutes: fc.constantFrom(0, 0, 0, 1, 2, 4, 16),
  heard: fc.boolean(),
});

describe('random days through the real operations', () => {
  let mall: TestMall;
  let officers: StaffActor[];
  let services: { id: string; slug: string }[];
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: `${FIRST_DAY}T00:10:00+08:00` });
    officers = [
      await mall.staff('officer', 'disdukcapil', { name: 'Rina' }),
      await mall.staff('officer', 'disdukcapil', { name: 'Tono' }),
      await mall.staff('officer', 'samsat', { name: 'Sari' }),
    ];
    services = await mall.sql(
      `select s.id, s.slug from service s join agency a on a.id = s.agency_id
       where a.slug in ('disdukcapil', 'samsat') order by s.slug limit 4`,
    );
  });
  after(() => mall.stop());

  const desk = (who: StaffActor) => mall.as(queueProcedures, who);
  const phone = () => mall.as(queueProcedures, PUBLIC_ACTOR);

  async function tokens(where: string): Promise<string[]> {
    const rows = await mall.sql<{ token: string }>(
      `select token from stop where ${where} order by created_at, id`,
    );
    return rows.map(({ token }) => token);
  }
  const pick = <T>(list: readonly T[], which: number): T | undefined =>
    list[which % Math.max(1, list.length)];

  /** A refusal is an answer, and so is that somebody is not there; anything else is a fault of ours. */
  async function unlessRefused(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ORPCError && error.defined)) throw error;
    }
  }

  async function look(heard: readonly StaffActor[]): Promise<void> {
    await mall.within(async (tx) => {
      await noteHeard(
        tx,
        heard.map(({ id }) => id),
      );
    });
    await mall.sql(`update hearing set since = since - interval '1 hour'`);
    await mall.within((tx) => endCallsNobodyCameTo(tx, mall.mallId));
    await mall.within((tx) => relieveSilentCounters(tx, mall.mallId));
  }

  async function perform({ deed, which, heard }: Step): Promise<void> {
    const officer = officers[which % officers.length]!;
    const own = desk(officer);
    const seen = await own.getDesk();
    if (seen.counter === null) await sitDown(mall, officer);
    const ticketId = seen.current?.id ?? crypto.randomUUID();
    const token = async (where: string) => pick(await tokens(where), which) ?? 'tidak-ada';
    switch (deed) {
      case 'issue':
      case 'issue-priority': {
        const service = pick(services, which)!.slug;
        const priority = deed === 'issue-priority';
        return void (await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service, priority }));
      }
      case 'call':
        return void (await own.callNext({}));
      case 'start':
        return void (await own.startServing({ ticketId }));
      case 'finish':
        return void (await own.finish({ ticketId, outcome: 'finished' }));
      case 'hold':
        return void (await own.hold({ ticketId }));
      case 'recall':
        return void (await own.recall({ ticketId }));
      case 'undo':
        return void (await own.undoCall({ ticketId }));
      case 'absent':
        return void (await own.markAbsent({ ticketId }));
      case 'redirect': {
        const serviceId = pick(services, which + 1)!.id;
        return void (await own.transfer({ ticketId, serviceId, why: 'desk-error' }));
      }
      case 'return-by-officer':
        return void (await own.returnHeld({ ticketId: seen.held[0]?.id ?? ticketId }));
      case 'return-by-holder':
        return void (await phone().returnByHolder({ token: await token(`state = 'held'`) }));
      case 'cancel':
        return void (await phone().cancelTicket({ token: await token(`state <> 'done'`) }));
      case 'first-place':
        return void (await phone().takeFirstPlace({ token: await token(`outcome = 'not-served'`) }));
      case 'look':
        return look(heard ? officers : []);
    }
  }

  /** Lets a day pass, ends it as the clock does at five past midnight, and gives the moment at which it ended. */
  async function passDay(day: Day, steps: readonly Step[]): Promise<void> {
    let now = Date.parse(`${day}T08:00:00+08:00`);
    for (const step of steps) {
      now += step.minutes * MINUTE_MS;
      // One moment only moves on by itself: setting the clock back would make a day in which time runs backwards.
      if (step.minutes > 0 || step === steps[0]) await mall.setClock(new Date(now).toISOString());
      await unlessRefused(() => perform(step));
    }
    // Whom somebody is still serving the clock leaves to that officer.
    for (const officer of officers) {
      const { current } = await desk(officer).getDesk();
      if (current?.state === 'serving')
        await desk(officer).finish({ ticketId: current.id, outcome: 'consultation' });
    }
    const next = addDays(day, 1);
    await mall.setClock(`${next}T00:05:00+08:00`);
    while ((await mall.within((tx) => closeServiceDay(tx, mall.mallId, next))) > 0);
  }

  /** What must hold of every closed day, counted anew from the rows. */
  async function assertWhole(day: Day): Promise<void> {
    const [odd] = await mall.sql<Record<string, number>>(
      `with chain as (
         select i.*, lag(i.ended_at) over w as before_ended, lag(i.seq) over w as before_seq,
           row_number() over w as place
         from stop_interval i join stop s on s.id = i.stop_id where s.service_day = $1
         window w as (partition by i.stop_id order by i.seq)
       )
       select
         (select count(*) - count(distinct (series, number)) from stop where service_day = $1)::int as numbers_twice,
         (select count(*) from stop where service_day = $1 and (state <> 'done' or outcome is null))::int as without_outcome,
         (select count(*) from chain where ended_at is null)::int as open,
         (select count(*) from chain where seq <> place or started_at <> coalesce(before_ended, started_at))::int as torn,
         (select count(*) from chain a join chain b on a.counter_id = b.counter_id and a.stop_id < b.stop_id
           and a.kind in ('called', 'serving', 'undone') and b.kind in ('called', 'serving', 'undone')
           and a.started_at < b.ended_at and b.started_at < a.ended_at)::int as at_one_counter_together,
         (select count(*) from (select transferred_from from stop where transferred_from is not null
           group by 1 having count(*) > 1) t)::int as led_on_twice`,
      [day],
    );
    assert.deepEqual(odd, {
      numbers_twice: 0,
      without_outcome: 0,
      open: 0,
      torn: 0,
      at_one_counter_together: 0,
      led_on_twice: 0,
    });
  }

  async function assertReported(day: Day): Promise<void> {
    const rows = await mall.sql<{ id: string; outcome: string; kind: string; minutes: number }>(
      `select s.id, s.outcome, i.kind, extract(epoch from i.ended_at - i.started_at)::float8 / 60 as minutes
       from stop s join stop_interval i on i.stop_id = s.id where s.service_day = $1 order by s.id, i.seq`,
      [day],
    );
    const waits: number[] = [];
    for (const stop of Map.groupBy(rows, ({ id }) => id).values()) {
      const called = stop.findIndex(({ kind }) => kind === 'called');
      if (called < 0) continue;
      const before = stop.slice(0, called).filter(({ kind }) => kind === 'waiting' || kind === 'undone');
      waits.push(before.reduce((sum, { minutes }) => sum + minutes, 0));
    }
    const manager = await mall.staff('manager');
    const { total } = await mall.as(reportsProcedures, manager).getDayReport({ day });
    assert.equal(total.issued, new Set(rows.map(({ id }) => id)).size);
    assert.equal(
      Object.values(total.outcomes).reduce((sum, count) => sum + count),
      total.issued,
    );
    assert.equal(total.waitMinutes.count, waits.length);
    const mean = waits.reduce((sum, minutes) => sum + minutes, 0) / waits.length;
    if (waits.length > 0) assert.ok(Math.abs(total.waitMinutes.mean! - mean) < 1e-6);
  }

  it(`leave each number with one outcome, no counter with two people, and reports that recount, on ${DAYS} days`, async () => {
    const days = fc.sample(fc.array(anyStep, { minLength: 30, maxLength: STEPS_MAX }), {
      numRuns: DAYS,
      seed: 20_261_126,
    });
    let day = FIRST_DAY;
    for (const steps of days) {
      await passDay(day, steps);
      await assertWhole(day);
      await assertReported(day);
      day = addDays(day, 1);
    }
    const [met] = await mall.sql<Record<string, number>>(
      `select count(*)::int as stops, count(distinct outcome)::int as outcomes,
         count(*) filter (where transfer_reason = 'carried')::int as carried,
         (select count(distinct kind)::int from stop_interval) as kinds from stop`,
    );
    assert.ok(met!['stops']! > 40 && met!['outcomes']! >= 4 && met!['kinds']! === 5, JSON.stringify(met));
    assert.ok(met!['carried']! > 0, 'first places were taken up');
  });
});
