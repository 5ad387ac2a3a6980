import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { noteHeard } from '#areas/staff/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from '../procedures.ts';
import { endCallsNobodyCameTo, relieveSilentCounters } from './unattended.ts';

const NINE = Date.parse('2026-11-24T09:00:00+08:00');

describe('a call that nobody attends to', () => {
  let mall: TestMall;
  let officer: StaffActor;
  let neighbour: StaffActor;
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: new Date(NINE).toISOString() });
    officer = await mall.staff('officer', 'disdukcapil', { name: 'Rina' });
    neighbour = await mall.staff('officer', 'disdukcapil', { name: 'Tono' });
  });
  beforeEach(async () => {
    await mall.setClock(new Date(NINE).toISOString());
    await mall.sql(
      `truncate rating, stop_interval, stop, visit, queue_series, counter_session, event, hearing cascade`,
    );
    await sitDown(mall, officer);
  });
  after(() => mall.stop());

  const desk = (who: StaffActor = officer) => mall.as(queueProcedures, who);
  const issue = () => mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: 'ktp-el-baru' });
  async function callNext(who: StaffActor = officer) {
    const { called } = await desk(who).callNext({});
    return called!.ticketId;
  }
  /** Some minutes and a moment later; a server has been listening all the time, and heard these at the end. */
  async function later(minutes: number, ...heard: StaffActor[]) {
    const at = new Date(NINE + minutes * 60_000 + 2000);
    await mall.setClock(at.toISOString());
    await mall.sql(
      `insert into hearing (since, until) values ($1, $2)
       on conflict (only_row) do update set since = $1, until = $2`,
      [new Date(NINE - 3_600_000), at],
    );
    await mall.within((tx) =>
      noteHeard(
        tx,
        heard.map(({ id }) => id),
      ),
    );
  }
  const noShow = () => mall.within((tx) => endCallsNobodyCameTo(tx, mall.mallId));
  const relieve = () => mall.within((tx) => relieveSilentCounters(tx, mall.mallId));
  async function stateOf(id: string) {
    const [row] = await mall.sql<Record<string, unknown>>(
      'select state, outcome, hold_count, counter_id from stop where id = $1',
      [id],
    );
    return row!;
  }

  it('goes on hold by itself three minutes after the last call, where the officer is there', async () => {
    const { token } = await issue();
    const ticketId = await callNext();
    await later(2.9, officer);
    assert.equal(await noShow(), 0);
    await desk().recall({ ticketId });
    await later(5.5, officer);
    assert.equal(await noShow(), 0, 'the clock runs from the last call');
    await later(6, officer);
    assert.equal(await noShow(), 1);
    const { state, heldUntil } = await desk().getTicket({ token });
    assert.deepEqual([state, Math.round((Date.parse(heldUntil!) - NINE) / 60_000)], ['held', 21]);
    assert.equal((await desk().getDesk()).current, null, 'the counter is free');
    const [line] = await mall.sql(
      `select actor_kind, mall_id, agency_id from audit_line where subject_id = $1 order by at desc, id desc limit 1`,
      [ticketId],
    );
    assert.deepEqual(line, { actor_kind: 'system', mall_id: mall.mallId, agency_id: officer.agencyId });
    const kinds = await mall.sql<{ kind: string }>(
      'select kind from stop_interval where stop_id = $1 order by seq',
      [ticketId],
    );
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['waiting', 'called', 'held'],
    );
  });

  it('has not appeared after the second hold', async () => {
    await issue();
    for (const minute of [0, 10, 20]) {
      await later(minute, officer);
      const ticketId = await callNext();
      await later(minute + 3.1, officer);
      assert.equal(await noShow(), 1);
      if (minute < 20) await desk().returnHeld({ ticketId });
      else {
        const { state, outcome, hold_count } = await stateOf(ticketId);
        assert.deepEqual([state, outcome, hold_count], ['done', 'absent', 2]);
      }
    }
  });

  it('takes as long as the mall has set', async () => {
    await mall.sql('update mall set no_show_minutes = 10');
    await issue();
    await callNext();
    await later(9, officer);
    assert.equal(await noShow(), 0);
    await later(10, officer);
    assert.equal(await noShow(), 1);
    await mall.sql('update mall set no_show_minutes = 3');
    await assert.rejects(mall.sql('update mall set no_show_minutes = 0'), /check/);
    await assert.rejects(mall.sql('update mall set silent_minutes = 3'), /check/);
  });

  it('of an officer who has vanished goes back to its place, and the counter is free for a colleague', async () => {
    await issue();
    await issue();
    const ticketId = await callNext();
    await later(4, neighbour);
    assert.deepEqual([await noShow(), await relieve()], [0, 0], 'nobody knows yet');
    await later(5, neighbour);
    assert.deepEqual([await noShow(), await relieve()], [0, 2], 'the person and the counter');
    const { state, counter_id } = await stateOf(ticketId);
    assert.deepEqual([state, counter_id], ['waiting', null]);
    const kinds = await mall.sql<{ kind: string }>(
      'select kind from stop_interval where stop_id = $1 order by seq',
      [ticketId],
    );
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['waiting', 'undone', 'waiting'],
      'the wait goes on as if there had been no call',
    );
    const seen = await desk(neighbour).getDesk();
    assert.deepEqual(
      seen.waiting.map(({ code }) => code),
      ['A-001', 'A-002'],
    );
    assert.equal(seen.countersOpen, 0);
    await sitDown(mall, neighbour);
    assert.equal(await callNext(neighbour), ticketId);
  });

  it('tells the officer who comes back why no counter is theirs any more, until they sit down again', async () => {
    const before = await desk().getDesk();
    await later(6);
    assert.equal(await relieve(), 1);
    const { counter, seatFreed } = await desk().getDesk();
    assert.equal(counter, null);
    assert.deepEqual(seatFreed, {
      counterNumber: before.counter!.number,
      at: seatFreed!.at,
      silentMinutes: 5,
    });
    await sitDown(mall, officer);
    assert.equal((await desk().getDesk()).seatFreed, null);
    const [line] = await mall.sql(
      `select actor_kind, facts from audit_line where subject_kind = 'counter' and actor_kind = 'system'
       order by at desc, id desc limit 1`,
    );
    assert.deepEqual(line, {
      actor_kind: 'system',
      facts: { number: before.counter!.number, name: 'Rina' },
    });
  });

  it('never touches who is being served, however long nothing is heard', async () => {
    await issue();
    const ticketId = await callNext();
    await desk().startServing({ ticketId });
    await later(90);
    assert.deepEqual([await noShow(), await relieve()], [0, 0]);
    assert.equal((await stateOf(ticketId))['state'], 'serving');
    assert.notEqual((await desk().getDesk()).counter, null);
    await desk().finish({ ticketId, outcome: 'finished' });
  });

  it('is not the officer’s silence while no server listens, nor right after it came back', async () => {
    await issue();
    await callNext();
    await later(6);
    await mall.sql(`update hearing set until = until - interval '3 minutes'`);
    assert.deepEqual([await noShow(), await relieve()], [0, 0], 'nobody listens');
    await mall.within((tx) => noteHeard(tx, []));
    assert.deepEqual([await noShow(), await relieve()], [0, 0], 'somebody listens again, since just now');
    const [row] = await mall.sql<{ fresh: boolean }>(
      `select until - since < interval '1 second' as fresh from hearing`,
    );
    assert.equal(row!.fresh, true);
  });

  it('leaves a simulated officer and whom that one called to the simulation', async () => {
    await mall.sql('update counter_session set closed_at = opened_at');
    const simulated = await mall.staff('officer', 'disdukcapil', { simulated: true });
    await sitDown(mall, simulated);
    await issue();
    await callNext(simulated);
    await later(30, officer);
    assert.deepEqual([await noShow(), await relieve()], [0, 0]);
  });

  it('is ended once by two processes that look at the same moment', async () => {
    for (let person = 0; person < 3; person += 1) await issue();
    await sitDown(mall, neighbour);
    const held = await callNext(neighbour);
    const back = await callNext();
    await later(6, neighbour);
    const counts = await Promise.all([noShow(), relieve(), noShow(), relieve()]);
    // Whom one process has in hand the other leaves for its next look.
    counts.push(await noShow(), await relieve());
    assert.equal(
      counts.reduce((sum, count) => sum + count),
      3,
      'one held, one put back, one counter free',
    );
    assert.equal((await stateOf(held))['hold_count'], 1);
    assert.equal((await stateOf(back))['state'], 'waiting');
    const [wrong] = await mall.sql<{ stops: number; seats: number; lines: number }>(
      `select (select count(*)::int from (select stop_id from stop_interval where ended_at is null
           group by stop_id having count(*) <> 1) odd) as stops,
         (select count(*)::int from counter_session where closed_at is null) as seats,
         (select count(*)::int from event where kind in ('held', 'put-back')) as lines`,
    );
    assert.deepEqual(wrong, { stops: 0, seats: 1, lines: 2 });
  });

  it('is ended either by the clock or by the officer who presses start, never by both', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { token } = await issue();
      const ticketId = await callNext();
      await mall.sql(
        `update stop_interval set started_at = started_at - interval '4 minutes' where stop_id = $1 and kind = 'called'`,
        [ticketId],
      );
      await later(round / 10, officer);
      const [, started] = await Promise.allSettled([noShow(), desk().startServing({ ticketId })]);
      const { state } = await desk().getTicket({ token });
      assert.equal(state, started.status === 'fulfilled' ? 'serving' : 'held');
      if (state === 'serving') await desk().finish({ ticketId, outcome: 'finished' });
    }
  });
});
