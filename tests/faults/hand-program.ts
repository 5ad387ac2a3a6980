// One pair of hands in an operating-system process of its own: a visitor at a kiosk or an officer at a counter. It
// presses twice, loses replies and asks again with the same key, until it is told to stop; then it says what it was
// promised.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Acknowledged, HandOrder, KioskOrder, OfficerOrder } from './hands.ts';

const PATIENCE_MS = 30_000;
const REPLY_MS_MAX = 5000;

interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const order = JSON.parse(process.argv[2]!) as HandOrder;
let stopping = false;
process.on('message', () => (stopping = true));
process.on('disconnect', () => process.exit(1));

const acknowledged: Acknowledged[] = [];
if (order.kind === 'kiosk') await takeNumbers(order);
else await serveVisitors(order);
process.send!(acknowledged, () => process.exit(0));

async function takeNumbers({ service, pauseMsMax }: KioskOrder): Promise<void> {
  process.send!('ready');
  while (!stopping) {
    const reply = await command('queue/issueTicket', {
      service,
      priority: Math.random() < 0.2,
    });
    if (reply.status === 200) acknowledged.push({ did: 'issued', code: String(reply.body['code']) });
    await pause(Math.random() * pauseMsMax);
  }
}

async function serveVisitors({ counterId, pauseMsMax }: OfficerOrder): Promise<void> {
  const seated = await command('queue/openCounter', { counterId });
  if (seated.status !== 200) throw new Error(`no seat: ${JSON.stringify(seated)}`);
  process.send!('ready');
  while (!stopping) {
    const reply = await command('queue/callNext', {});
    const called = reply.body['called'] as { ticketId: string; code: string } | null | undefined;
    if (reply.status === 200 && called) {
      acknowledged.push({ did: 'called', ...called });
      await endVisit(called.ticketId);
    }
    await pause(Math.random() * pauseMsMax);
  }
}

async function endVisit(ticketId: string): Promise<void> {
  if (Math.random() < 0.1) {
    const absent = await command('queue/markAbsent', { ticketId });
    if (absent.status === 200) acknowledged.push({ did: 'ended', ticketId, outcome: 'absent' });
    return;
  }
  await command('queue/startServing', { ticketId });
  const finished = await command('queue/finish', { ticketId, outcome: 'finished' });
  if (finished.status === 200) acknowledged.push({ did: 'ended', ticketId, outcome: 'finished' });
}

/** Sends one intention: sometimes twice at once, sometimes without waiting for the reply, always until one comes. */
async function command(operation: string, input: unknown): Promise<Reply> {
  const key = randomUUID();
  const until = performance.now() + PATIENCE_MS;
  if (Math.random() < 0.25) await loseReply(operation, input, key);
  for (;;) {
    const replies = await Promise.all(
      Array.from({ length: Math.random() < 0.25 ? 2 : 1 }, () => send(operation, input, key, REPLY_MS_MAX)),
    );
    const answers = replies.filter((reply) => reply !== undefined);
    const [first, ...others] = answers.filter(({ status }) => status === 200);
    if (others.some(({ body }) => !isDeepStrictEqual(body, first!.body)))
      throw new Error('one key, two answers');
    // A refusal is not kept: the copy of a refused command may be done after all, so a yes counts before a no.
    const answer = answers.find(({ status }) => status === 200) ?? answers.find(({ status }) => status < 500);
    if (answer) return answer;
    if (performance.now() > until) throw new Error(`${operation}: no answer in ${PATIENCE_MS} ms`);
    await pause(100);
  }
}

async function loseReply(operation: string, input: unknown, key: string): Promise<void> {
  await send(operation, input, key, 1 + Math.random() * 12);
}

async function send(operation: string, input: unknown, key: string, ms: number): Promise<Reply | undefined> {
  const url = order.urls[Math.floor(Math.random() * order.urls.length)]!;
  try {
    const response = await fetch(`${url}/rpc/${operation}`, {
      method: 'POST',
      headers: { ...order.headers, origin: url, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ json: input }),
      signal: AbortSignal.timeout(Math.ceil(ms)),
    });
    const { json } = (await response.json()) as { json: Record<string, unknown> };
    return { status: response.status, body: json };
  } catch {
    // Nobody there, or the reply was lost on purpose: the caller asks again.
    return undefined;
  }
}
