import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type pg from 'pg';
import { withTestApp, type TestApp } from '#server/testing/test-app.ts';

const TRIPS_MAX = 5;
const STATEMENTS_MAX = 8;

/*
 * What one press costs the database, with the reading of session or device: trips there and back, and statements in
 * them. The connections of the pool are listened to; nothing is left out.
 */
describe('the cost of a command', () => {
  let hall: TestApp;
  let kiosk: Record<string, string>;
  let officer: Record<string, string>;
  let service: string;
  const trips: string[] = [];

  before(async () => {
    hall = await withTestApp();
    kiosk = await hall.paired('kiosk');
    officer = await hall.signedIn('officer');
    const [row] = await hall.mall.sql<{ slug: string }>(
      `select s.slug from service s join agency a on a.id = s.agency_id where a.slug = 'disdukcapil' order by s.slug limit 1`,
    );
    service = row!.slug;
    listenTo(hall.app.pool);
    const { json } = await ask('queue.getDesk', undefined, officer);
    const desk = json as { counters: { id: string }[] };
    await ask('queue.openCounter', { counterId: desk.counters[0]!.id }, officer);
    // Learned figures are read once a minute, and statements are prepared once: neither is the price of a press.
    await ask('queue.issueTicket', { service }, kiosk);
  });
  after(() => hall.stop());

  /** Notes every query of every connection that the pool hands out. */
  function listenTo(pool: pg.Pool): void {
    const listened = new WeakSet<pg.PoolClient>();
    pool.on('acquire', (client) => {
      if (listened.has(client)) return;
      listened.add(client);
      const query = client.query.bind(client) as (...words: unknown[]) => unknown;
      client.query = ((...words: unknown[]) => {
        const [asked] = words as [string | { text: string }];
        trips.push(typeof asked === 'string' ? asked : asked.text);
        return query(...words);
      }) as typeof client.query;
    });
  }

  async function ask(operation: string, input: unknown, credentials: Record<string, string>) {
    const response = await hall.call(operation, input, credentials);
    assert.equal(response.status, 200, `${operation}: ${await response.clone().text()}`);
    return (await response.json()) as { json: Record<string, unknown> };
  }

  /** Statements in a trip: those apart by a semicolon outside of quotes. */
  const countStatements = (text: string) =>
    text
      .replace(/'(?:[^']|'')*'/g, '')
      .split(';')
      .filter((part) => part.trim() !== '').length;

  async function costOf(operation: string, input: unknown, credentials: Record<string, string>) {
    // The hub reads in its own time on the same pool; its reads say so.
    trips.length = 0;
    const { json } = await ask(operation, input, credentials);
    const own = ownTrips(trips);
    return { json, trips: own.length, statements: own.reduce((sum, text) => sum + countStatements(text), 0) };
  }

  /** Nobody listens to a stream here, so the hub asks nothing after a commit. */
  const ownTrips = (texts: readonly string[]) => texts.filter((text) => !text.includes(`'hub'`));

  for (const [operation, input, as] of [
    ['queue.issueTicket', () => ({ service }), 'kiosk'],
    ['queue.callNext', () => ({}), 'officer'],
    ['queue.recall', () => ({ ticketId }), 'officer'],
    ['queue.undoCall', () => ({ ticketId }), 'officer'],
    ['queue.callNext', () => ({}), 'officer'],
    ['queue.startServing', () => ({ ticketId }), 'officer'],
    ['queue.hold', () => ({ ticketId }), 'officer'],
    ['queue.returnHeld', () => ({ ticketId }), 'officer'],
    ['queue.callNext', () => ({}), 'officer'],
    ['queue.hold', () => ({ ticketId }), 'officer'],
    ['queue.returnByHolder', () => ({ token }), 'public'],
    ['queue.cancelTicket', () => ({ token }), 'public'],
  ] as const) {
    it(`of ${operation} is at most ${TRIPS_MAX} trips and ${STATEMENTS_MAX} statements`, async () => {
      const cost = await costOf(operation, input(), { kiosk, officer, public: {} }[as]);
      const called = cost.json['called'] as { ticketId: string } | undefined;
      if (called) {
        ({ ticketId } = called);
        const [row] = await hall.mall.sql<{ token: string }>('select token from stop where id = $1', [
          ticketId,
        ]);
        token = row!.token;
      }
      assert.ok(cost.trips >= 3, `only ${cost.trips} trips were heard: is the pool listened to?`);
      assert.ok(cost.trips <= TRIPS_MAX, `${cost.trips} trips:\n${trips.join('\n---\n')}`);
      assert.ok(
        cost.statements <= STATEMENTS_MAX,
        `${cost.statements} statements:\n${trips.join('\n---\n')}`,
      );
    });
  }
  let ticketId = '';
  let token = '';

  it('of calling out of turn, of a transfer after our error and of one to the next stop is the same', async () => {
    await ask('queue.issueTicket', { service }, kiosk);
    await ask('queue.issueTicket', { service }, kiosk);
    const { json } = await ask('queue.getDesk', undefined, officer);
    const [first] = json['waiting'] as { id: string }[];
    const [other] = await hall.mall.sql<{ id: string }>(
      `select s.id from service s join agency a on a.id = s.agency_id where a.slug = 'samsat' limit 1`,
    );
    const call = { ticketId: first!.id, reason: 'pusing di ruang tunggu' };
    assertCheap(await costOf('queue.callOutOfTurn', call, officer));
    const on = { ticketId: first!.id, serviceId: other!.id, why: 'desk-error' };
    assertCheap(await costOf('queue.transfer', on, officer));
    const next = await ask('queue.callNext', {}, officer);
    const { ticketId: second } = next.json['called'] as { ticketId: string };
    await ask('queue.startServing', { ticketId: second }, officer);
    assertCheap(await costOf('queue.transfer', { ...on, ticketId: second, why: 'next-stop' }, officer));
  });

  function assertCheap({ trips: count, statements }: { trips: number; statements: number }): void {
    assert.ok(count <= TRIPS_MAX, `${count} trips:\n${trips.join('\n---\n')}`);
    assert.ok(statements <= STATEMENTS_MAX, `${statements} statements:\n${trips.join('\n---\n')}`);
  }

  it('of finishing is the same', async () => {
    const { json } = await ask('queue.callNext', {}, officer);
    const { ticketId: current } = json['called'] as { ticketId: string };
    await ask('queue.startServing', { ticketId: current }, officer);
    const cost = await costOf('queue.finish', { ticketId: current, outcome: 'finished' }, officer);
    assert.ok(cost.trips <= TRIPS_MAX, `${cost.trips} trips:\n${trips.join('\n---\n')}`);
    assert.ok(cost.statements <= STATEMENTS_MAX, `${cost.statements} statements:\n${trips.join('\n---\n')}`);
  });

  it('of finishing one and calling the next in one press stays within it too', async () => {
    await ask('queue.issueTicket', { service }, kiosk);
    const { json } = await ask('queue.callNext', {}, officer);
    const { ticketId: current } = json['called'] as { ticketId: string };
    await ask('queue.startServing', { ticketId: current }, officer);
    await ask('queue.issueTicket', { service }, kiosk);
    const cost = await costOf(
      'queue.callNext',
      { finishing: { ticketId: current, outcome: 'finished' } },
      officer,
    );
    assert.ok(cost.trips <= TRIPS_MAX, `${cost.trips} trips:\n${trips.join('\n---\n')}`);
    assert.ok(cost.statements <= STATEMENTS_MAX, `${cost.statements} statements:\n${trips.join('\n---\n')}`);
  });

  it('of taking a first place is the same', async () => {
    await ask('queue.issueTicket', { service }, kiosk);
    const [left] = await hall.mall.sql<{ token: string }>(
      `with over as (
         update stop set state = 'done', outcome = 'not-served', service_day = service_day - 1, series = 'Z'
         where state = 'waiting' returning id, token
       ), ended as (
         update stop_interval i set ended_at = started_at from over
         where i.stop_id = over.id and i.ended_at is null
       )
       select token from over limit 1`,
    );
    const cost = await costOf('queue.takeFirstPlace', { token: left!.token }, {});
    assert.ok(cost.trips <= TRIPS_MAX, `${cost.trips} trips:\n${trips.join('\n---\n')}`);
    assert.ok(cost.statements <= STATEMENTS_MAX, `${cost.statements} statements:\n${trips.join('\n---\n')}`);
  });
});
