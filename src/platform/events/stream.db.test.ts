import assert from 'node:assert/strict';
import { get, type IncomingMessage } from 'node:http';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { withTestApp, type TestApp } from '#server/testing/test-app.ts';
import { queueProcedures } from '#areas/queue/procedures.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { issueStreamToken, readStreamToken, type StreamGrant } from './stream-access.ts';

interface Message {
  readonly id: number;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

const WAIT_MS_MAX = 8000;

describe('a stream', () => {
  let hall: TestApp;
  let officer: StaffActor;
  let zoneId: string;
  const open: { close(): void }[] = [];

  before(async () => {
    hall = await withTestApp();
    officer = await hall.mall.staff('officer', 'disdukcapil');
    const desk = hall.mall.as(queueProcedures, officer);
    const { counters } = await desk.getDesk();
    await desk.openCounter({ counterId: counters[0]!.id });
    const [booth] = await hall.mall.sql<{ zone_id: string }>(
      'select zone_id from booth where agency_id = $1',
      [officer.agencyId],
    );
    zoneId = booth!.zone_id;
  });
  afterEach(() => {
    for (const stream of open.splice(0)) stream.close();
  });
  after(() => hall.stop());

  const tokenFor = (...topics: string[]) =>
    issueStreamToken(hall.app.tokens, {
      mallId: hall.mall.mallId,
      subscriptions: topics.map((topic) => ({ topic })),
    });

  /** Listens, with every message kept; `until` waits for one. */
  async function listen(token: string, lastNumber?: number) {
    const headers = lastNumber === undefined ? {} : { 'last-event-id': String(lastNumber) };
    const response = await new Promise<IncomingMessage>((resolve, reject) =>
      get(`${hall.url}/api/v1/stream?token=${token}`, { headers, agent: false }, resolve).on('error', reject),
    );
    const messages: Message[] = [];
    let text = '';
    response.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const parts = text.split('\n\n');
      text = parts.pop()!;
      for (const part of parts) if (part.includes('event: ')) messages.push(readMessage(part));
    });
    response.on('error', () => {});
    open.push({ close: () => response.destroy() });
    return {
      status: response.statusCode,
      messages,
      of: (event: string) => messages.filter((message) => message.event === event),
      async until(test: (message: Message) => boolean): Promise<Message> {
        for (const end = Date.now() + WAIT_MS_MAX; Date.now() < end;) {
          const found = messages.find(test);
          if (found) return found;
          await sleep(10);
        }
        throw new Error(
          `not told within ${WAIT_MS_MAX} ms; told: ${JSON.stringify(messages.map((m) => m.event))}`,
        );
      },
    };
  }

  const kiosk = () => hall.mall.as(queueProcedures, hall.mall.kiosk());
  const desk = () => hall.mall.as(queueProcedures, officer);
  const wake = () => hall.app.hub.wake([hall.mall.mallId]);

  /** One visitor called and gone again. */
  async function callOne(): Promise<string> {
    await kiosk().issueTicket({ service: await aService() });
    const { called } = await desk().callNext({});
    await desk().markAbsent({ ticketId: called!.ticketId });
    wake();
    return called!.code;
  }

  async function aService(): Promise<string> {
    const [service] = await hall.mall.sql<{ slug: string }>(
      'select slug from service where agency_id = $1 order by slug limit 1',
      [officer.agencyId],
    );
    return service!.slug;
  }

  it('tells a board its state first, then a call as it happens', async () => {
    const board = await listen(tokenFor(`zone:${zoneId}`));
    await board.until(({ event }) => event === 'state');
    const code = await callOne();
    const call = await board.until(({ event }) => event === 'called');
    assert.equal(call.data['code'], code);
    assert.ok(call.id > 0);
    await board.until(({ event, id }) => event === 'state' && id >= call.id);
  });

  it('goes on after the last number: what was missed is told once, what was told is not', async () => {
    const board = await listen(tokenFor(`zone:${zoneId}`));
    await board.until(({ event }) => event === 'state');
    const first = await callOne();
    const told = await board.until(({ event, data }) => event === 'called' && data['code'] === first);
    const second = await callOne();
    await board.until(({ event, data }) => event === 'called' && data['code'] === second);
    const again = await listen(tokenFor(`zone:${zoneId}`), told.id);
    await again.until(({ event, data }) => event === 'called' && data['code'] === second);
    await again.until(({ event }) => event === 'state');
    assert.deepEqual(
      again.of('called').map(({ data }) => data['code']),
      [second],
    );
  });

  it('does not announce what is older than twenty seconds, but shows it in the state', async () => {
    const board = await listen(tokenFor(`zone:${zoneId}`));
    const state = await board.until(({ event }) => event === 'state');
    await kiosk().issueTicket({ service: await aService() });
    const { called } = await desk().callNext({});
    await hall.mall.sql(`update event set at = at - interval '21 seconds' where kind = 'called'`);
    const late = await listen(tokenFor(`zone:${zoneId}`), state.id);
    await late.until(({ event, data }) => event === 'state' && JSON.stringify(data).includes(called!.code));
    await sleep(300);
    assert.deepEqual(late.of('called'), []);
    await desk().markAbsent({ ticketId: called!.ticketId });
  });

  it('gives one who is days behind the state, whatever was thrown away since', async () => {
    await hall.mall.sql('delete from event');
    const phone = await listen(tokenFor(`zone:${zoneId}`), 1);
    const { data, id } = await phone.until(({ event }) => event === 'state');
    assert.equal(data['topic'], `zone:${zoneId}`);
    assert.ok(id > 1);
    assert.deepEqual(phone.of('called'), []);
  });

  it('carries the topics of its token and no other', async () => {
    const [other] = await hall.mall.sql<{ id: string }>('select id from zone where id <> $1 limit 1', [
      zoneId,
    ]);
    const elsewhere = await listen(tokenFor(`zone:${other!.id}`));
    const here = await listen(tokenFor(`zone:${zoneId}`));
    await Promise.all([elsewhere, here].map((board) => board.until(({ event }) => event === 'state')));
    const code = await callOne();
    await here.until(({ event, data }) => event === 'called' && data['code'] === code);
    await sleep(200);
    assert.deepEqual(elsewhere.of('called'), []);
    for (const { data } of elsewhere.of('state')) assert.equal(data['topic'], `zone:${other!.id}`);
  });

  it('of another mall tells nothing of this one', async () => {
    const grant = { mallId: crypto.randomUUID(), subscriptions: [{ topic: `zone:${zoneId}` }] };
    const foreign = await listen(issueStreamToken(hall.app.tokens, grant));
    await callOne();
    await sleep(500);
    assert.deepEqual(foreign.of('called'), []);
    assert.deepEqual(foreign.of('state'), []);
  });

  it('is refused to a forged, an altered, another purpose’s and an expired token', async (t) => {
    const good = tokenFor(`zone:${zoneId}`);
    const [body = '', seal = ''] = good.split('.');
    const wider = Buffer.from(
      Buffer.from(body, 'base64url').toString().replace(zoneId, crypto.randomUUID()),
    ).toString('base64url');
    const device = hall.app.tokens.sign('device', zoneId);
    for (const token of ['', 'x', `${body}.`, `${wider}.${seal}`, `${good}x`, device]) {
      const response = await fetch(`${hall.url}/api/v1/stream?token=${encodeURIComponent(token)}`);
      assert.equal(response.status, 401, token);
      assert.match(await response.text(), /STREAM_ENDED/);
    }
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 36.1 * 3_600_000 });
    assert.equal(readStreamToken(hall.app.tokens, good), undefined);
  });

  it('is cut off when its reader does not keep up, and goes on from the state', async () => {
    const grant: StreamGrant = { mallId: hall.mall.mallId, subscriptions: [{ topic: `zone:${zoneId}` }] };
    const response = await new Promise<IncomingMessage>((resolve, reject) =>
      get(
        `${hall.url}/api/v1/stream?token=${issueStreamToken(hall.app.tokens, grant)}`,
        { agent: false },
        resolve,
      ).on('error', reject),
    );
    response.pause();
    const before = hall.app.hub.listenerCount;
    assert.ok(before >= 1);
    const large = 'x'.repeat(64_000);
    let sent = 0;
    for (; sent < 400 && hall.app.hub.listenerCount === before; sent += 1) {
      await hall.mall.within(async (tx) =>
        tx.emit({
          mallId: grant.mallId,
          kind: 'called',
          topics: [`zone:${zoneId}`],
          payload: { code: large },
        }),
      );
      wake();
      await sleep(10);
    }
    assert.equal(hall.app.hub.listenerCount, before - 1, `still there after ${sent} messages`);
    response.destroy();
    const again = await listen(issueStreamToken(hall.app.tokens, grant));
    await again.until(({ event }) => event === 'state');
  });

  it('hears what another server committed', async () => {
    const board = await listen(tokenFor(`zone:${zoneId}`));
    await board.until(({ event }) => event === 'state');
    // No wake here: as if the command had been served elsewhere.
    await kiosk().issueTicket({ service: await aService() });
    const { called } = await desk().callNext({});
    await board.until(({ event, data }) => event === 'called' && data['code'] === called!.code);
    await desk().markAbsent({ ticketId: called!.ticketId });
  });
});

function readMessage(part: string): Message {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? '';
  return {
    id: Number(field('id')),
    event: field('event'),
    data: JSON.parse(field('data')) as Record<string, unknown>,
  };
}
