import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { parseDay } from '#platform/values/day.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { closeServiceDay } from './line/close-day.ts';
import { queueProcedures } from './procedures.ts';
import { OFFICER_OUTCOMES, TICKET_STATES, TRANSITIONS, type TicketState } from './rules/ticket-states.ts';

const SERVICE = 'disdukcapil';

describe('a ticket from kiosk to end', () => {
  let mall: TestMall;
  let officer: StaffActor;
  let neighbour: StaffActor;
  let stranger: StaffActor;
  let counters: readonly { id: string; number: number }[];
  let service: string;
  let elsewhere: string;

  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: '2026-11-24T09:00:00+08:00' });
    officer = await mall.staff('officer', SERVICE);
    neighbour = await mall.staff('officer', SERVICE, { name: 'Tetangga' });
    stranger = await mall.staff('officer', 'samsat');
    ({ counters } = await desk().getDesk());
    const [row] = await mall.sql<{ slug: string }>(
      'select slug from service where agency_id = $1 order by slug limit 1',
      [officer.agencyId],
    );
    service = row!.slug;
    const [other] = await mall.sql<{ id: string }>('select id from service where agency_id = $1 limit 1', [
      stranger.agencyId,
    ]);
    elsewhere = other!.id;
  });
  beforeEach(async () => {
    await mall.setClock('2026-11-24T09:00:00+08:00');
    await mall.sql(`truncate rating, stop_interval, stop, visit, queue_series, counter_session cascade`);
    await desk().openCounter({ counterId: counters[0]!.id });
  });
  after(() => mall.stop());

  const desk = (who: StaffActor = officer) => mall.as(queueProcedures, who);
  const issue = (priority = false) =>
    mall.as(queueProcedures, mall.kiosk()).issueTicket({ service, priority });
  const minutesLater = (minutes: number) =>
    mall.setClock(new Date(Date.parse('2026-11-24T01:00:00Z') + minutes * 60_000).toISOString());
  const refusal = (code: string, data?: object) => (error: unknown) => {
    assert.equal((error as { code?: string }).code, code);
    if (data)
      assert.deepEqual({ ...(error as { data: object }).data, ...data }, (error as { data: object }).data);
    return true;
  };

  async function intervals(ticketId: string) {
    return mall.sql<{ kind: string; minutes: number | null }>(
      `select kind, round(extract(epoch from ended_at - started_at) / 60)::int as minutes
       from stop_interval where stop_id = $1 order by seq`,
      [ticketId],
    );
  }

  /** A ticket in a state, its people being this officer's. */
  async function bringTo(state: TicketState): Promise<string> {
    const { token } = await issue();
    const [stop] = await mall.sql<{ id: string }>('select id from stop where token = $1', [token]);
    if (state === 'waiting') return stop!.id;
    await desk().callNext({});
    if (state === 'called') return stop!.id;
    if (state === 'held') {
      await desk().hold({ ticketId: stop!.id });
      return stop!.id;
    }
    await desk().startServing({ ticketId: stop!.id });
    if (state === 'serving') return stop!.id;
    await desk().finish({ ticketId: stop!.id, outcome: 'finished' });
    return stop!.id;
  }

  for (const outcome of OFFICER_OUTCOMES) {
    it(`is given, called, served and ends as ${outcome}`, async () => {
      const given = await issue();
      assert.match(given.code, /^A-001$/);
      assert.equal(given.ahead, 0);
      await minutesLater(7);
      const { called } = await desk().callNext({});
      assert.equal(called!.code, given.code);
      await minutesLater(9);
      await desk().startServing({ ticketId: called!.ticketId });
      await minutesLater(20);
      const reason = outcome === 'refused' ? { reason: 'Berkas asli belum ada' } : {};
      await desk().finish({ ticketId: called!.ticketId, outcome, ...reason });
      const ended = await mall.as(queueProcedures, mall.kiosk()).getTicket({ token: given.token });
      assert.equal(ended.state, 'done');
      assert.equal(ended.outcome, outcome);
      assert.equal(ended.outcomeReason, reason.reason ?? null);
      const parts = await intervals(called!.ticketId);
      assert.deepEqual(parts, [
        { kind: 'waiting', minutes: 7 },
        { kind: 'called', minutes: 2 },
        { kind: 'serving', minutes: 11 },
      ]);
      assert.equal(
        parts.reduce((sum, { minutes }) => sum + minutes!, 0),
        20,
        'the parts make up the whole visit',
      );
    });
  }

  it('keeps the wait of the first call, however often it is called again', async () => {
    await issue();
    await minutesLater(5);
    const { called } = await desk().callNext({});
    for (const minute of [6, 8]) {
      await minutesLater(minute);
      await desk().recall({ ticketId: called!.ticketId });
    }
    const { current } = await desk().getDesk();
    assert.equal(current!.callCount, 3);
    await minutesLater(9);
    await desk().markAbsent({ ticketId: called!.ticketId });
    assert.deepEqual(await intervals(called!.ticketId), [
      { kind: 'waiting', minutes: 5 },
      { kind: 'called', minutes: 4 },
    ]);
  });

  it('is announced at each call, with nothing of a person or a service in it', async () => {
    await issue();
    const { called } = await desk().callNext({});
    await desk().recall({ ticketId: called!.ticketId });
    const told = await mall.sql<{ payload: Record<string, unknown> }>(
      `select payload from event where kind = 'called' and topics @> array['ticket:' || $1] order by number`,
      [called!.ticketId],
    );
    assert.deepEqual(
      told.map(({ payload }) => payload['callCount']),
      [1, 2],
    );
    for (const { payload } of told) {
      assert.deepEqual(Object.keys(payload).sort(), [
        'callCount',
        'code',
        'counterNumber',
        'floor',
        'series',
        'ticketNumber',
      ]);
    }
  });

  it('finishes one and calls the next in one press; when nobody waits the finish stands', async () => {
    const ticketId = await bringTo('serving');
    await issue();
    const next = await desk().callNext({ finishing: { ticketId, outcome: 'finished' } });
    assert.equal(next.called!.code, 'A-002');
    await desk().startServing({ ticketId: next.called!.ticketId });
    const last = await desk().callNext({ finishing: { ticketId: next.called!.ticketId, outcome: 'left' } });
    assert.equal(last.called, null);
    const [stop] = await mall.sql<{ outcome: string }>('select outcome from stop where number = 2');
    assert.equal(stop!.outcome, 'left');
  });

  it('is left as it was when the press that finishes it is refused', async () => {
    const ticketId = await bringTo('serving');
    await assert.rejects(
      desk().callNext({ finishing: { ticketId, outcome: 'refused' } }),
      refusal('REASON_NEEDED'),
    );
    await assert.rejects(desk().finish({ ticketId, outcome: 'refused', reason: '   ' }));
    const { current } = await desk().getDesk();
    assert.equal(current!.state, 'serving');
  });

  const ACTIONS = {
    recall: (ticketId: string) => desk().recall({ ticketId }),
    'undo-call': (ticketId: string) => desk().undoCall({ ticketId }),
    start: (ticketId: string) => desk().startServing({ ticketId }),
    finish: (ticketId: string) => desk().finish({ ticketId, outcome: 'finished' as const }),
    hold: (ticketId: string) => desk().hold({ ticketId }),
    return: (ticketId: string) => desk().returnHeld({ ticketId }),
    redirect: (ticketId: string) => desk().transfer({ ticketId, serviceId: elsewhere, why: 'desk-error' }),
    'send-on': (ticketId: string) => desk().transfer({ ticketId, serviceId: elsewhere, why: 'next-stop' }),
    'mark-absent': (ticketId: string) => desk().markAbsent({ ticketId }),
  };
  for (const state of TICKET_STATES) {
    for (const action of Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]) {
      const cell: string = TRANSITIONS[state][action];
      const becomes = TICKET_STATES.find((known) => known === cell);
      it(`${state}: ${action} ${becomes ? `makes it ${becomes}` : `is refused with ${cell}`}`, async () => {
        const ticketId = await bringTo(state);
        if (becomes) await ACTIONS[action](ticketId);
        else await assert.rejects(ACTIONS[action](ticketId), refusal(cell));
        const [stop] = await mall.sql<{ state: string }>('select state from stop where id = $1', [ticketId]);
        assert.equal(stop!.state, becomes ?? state);
      });
    }

    // Whom an officer serves across midnight only the officer can end; a whole day later it was forgotten.
    const days = state === 'serving' ? ['2026-11-25', '2026-11-26'] : ['2026-11-25'];
    const ending = state === 'done' ? 'finished' : state === 'held' ? 'absent' : 'not-served';
    it(`${state}: the end of its day ${state === 'done' ? 'leaves it alone' : `makes it ${ending}`}`, async () => {
      const ticketId = await bringTo(state);
      const closed: number[] = [];
      for (const day of days)
        closed.push(await mall.within((tx) => closeServiceDay(tx, mall.mallId, parseDay(day)!)));
      assert.equal(closed.pop(), state === 'done' ? 0 : 1);
      assert.deepEqual([...new Set(closed)], state === 'serving' ? [0] : []);
      const [stop] = await mall.sql<{ outcome: string; open: number }>(
        `select outcome, (select count(*)::int from stop_interval where ended_at is null) as open
         from stop where id = $1`,
        [ticketId],
      );
      assert.deepEqual(stop, { outcome: ending, open: 0 });
    });
  }

  it('is nobody’s but its agency’s, and within it nobody’s but the officer’s who called it', async () => {
    const ticketId = await bringTo('called');
    await assert.rejects(desk(stranger).startServing({ ticketId }), refusal('OTHER_AGENCY'));
    await assert.rejects(
      desk(neighbour).startServing({ ticketId }),
      refusal('OTHER_COUNTER', { counter: counters[0]!.number }),
    );
    await assert.rejects(desk().recall({ ticketId: crypto.randomUUID() }), refusal('TICKET_UNKNOWN'));
  });

  it('of yesterday is not called any more, and says to its holder that its day is over', async () => {
    const given = await issue();
    const [stop] = await mall.sql<{ id: string }>('select id from stop where token = $1', [given.token]);
    await mall.setClock('2026-11-25T00:00:30+08:00');
    await assert.rejects(desk().callNext({}), refusal('NOTHING_WAITING'));
    await assert.rejects(
      desk().startServing({ ticketId: stop!.id }),
      refusal('TICKET_EXPIRED', { day: '2026-11-24' }),
    );
    const seen = await mall.as(queueProcedures, mall.kiosk()).getTicket({ token: given.token });
    assert.equal(seen.expired, true);
    assert.equal((await issue()).code, 'A-001', 'each day begins at one');
  });

  it('of one who was called before midnight is served and finished after it', async () => {
    const ticketId = await bringTo('called');
    await mall.setClock('2026-11-25T00:00:30+08:00');
    await desk().startServing({ ticketId });
    await desk().finish({ ticketId, outcome: 'finished' });
    const [stop] = await mall.sql<{ service_day: string }>(
      'select service_day::text from stop where id = $1',
      [ticketId],
    );
    assert.equal(stop!.service_day, '2026-11-24', 'it stays a ticket of its own day');
  });

  it('is called to nobody who sits at no counter, nor to one whose counter is busy', async () => {
    await issue();
    await issue();
    await assert.rejects(desk(neighbour).callNext({}), refusal('NOT_AT_COUNTER'));
    await desk().callNext({});
    await assert.rejects(desk().callNext({}), refusal('COUNTER_BUSY'));
    await assert.rejects(desk().closeCounter({}), refusal('COUNTER_BUSY'));
    await assert.rejects(desk().openCounter({ counterId: counters[1]!.id }), refusal('COUNTER_BUSY'));
  });

  it('is not there to call when nobody waits', async () => {
    await assert.rejects(desk().callNext({}), refusal('NOTHING_WAITING'));
  });

  it('is one for each of forty kiosks that press together, without gap or double', async () => {
    const given = await Promise.all(Array.from({ length: 40 }, () => issue()));
    assert.deepEqual(
      given.map(({ code }) => Number(code.slice(2))).sort((a, b) => a - b),
      Array.from({ length: 40 }, (_, place) => place + 1),
    );
  });

  it('goes to one of two officers who press together, and the next to the other', async () => {
    await desk(neighbour).openCounter({ counterId: counters[1]!.id });
    await Promise.all([issue(), issue()]);
    const [a, b] = await Promise.all([desk().callNext({}), desk(neighbour).callNext({})]);
    assert.deepEqual([a.called!.code, b.called!.code].sort(), ['A-001', 'A-002']);
  });

  it('goes once to an officer who presses twice at the same moment with two keys', async () => {
    await Promise.all([issue(), issue()]);
    const presses = await Promise.allSettled([desk().callNext({}), desk().callNext({})]);
    assert.deepEqual(presses.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const [held] = await mall.sql<{ count: number }>(
      `select count(*)::int as count from stop where state = 'called'`,
    );
    assert.equal(held!.count, 1);
  });
});
