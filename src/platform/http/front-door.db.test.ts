import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createLog } from '#platform/log/create-log.ts';
import { newTicketToken } from '#platform/random/ids.ts';
import { withTestApp, type TestApp } from '#server/testing/test-app.ts';

interface Problem {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
}

describe('the front door', () => {
  let hall: TestApp;
  before(async () => {
    hall = await withTestApp();
  });
  after(() => hall.stop());

  const post = (path: string, init: RequestInit & { headers?: Record<string, string> }) =>
    fetch(`${hall.url}${path}`, {
      method: 'POST',
      ...init,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'front-door-1', ...init.headers },
    });

  async function problemOf(response: Response): Promise<Problem> {
    assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
    return (await response.json()) as Problem;
  }

  it('stops a post that another site’s page sends with the cookie, in every form a page can send', async () => {
    const { cookie } = await hall.signedIn('officer');
    for (const type of [
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      for (const from of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://jahat.contoh' }, {}]) {
        const response = await post('/rpc/queue/closeCounter', {
          headers: { cookie, 'content-type': type, ...(from as Record<string, string>) },
          body: '{"json":{}}',
        });
        assert.equal(response.status, 403, `${type} ${JSON.stringify(from)}`);
        assert.equal((await problemOf(response)).code, 'CROSS_SITE');
      }
    }
  });

  it('answers a body that is too large with 413, whether its length is told or not', async () => {
    const { cookie } = await hall.signedIn('administrator');
    const large = JSON.stringify({ csv: 'x'.repeat(300_000) });
    const told = await post('/api/v1/tickets', { body: large });
    assert.equal(told.status, 413);
    assert.equal((await problemOf(told)).code, 'BODY_TOO_LARGE');
    const stream = new Blob([`{"json":${large}}`]).stream();
    const untold = await post('/rpc/calendar/importHolidays', {
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: stream,
      duplex: 'half',
    } as RequestInit & { headers: Record<string, string> });
    assert.equal(untold.status, 413, await untold.text());
  });

  it('answers malformed JSON and a type that it does not read with bad input', async () => {
    const kiosk = await hall.paired('kiosk');
    for (const [body, type] of [
      ['{"service": ', 'application/json'],
      ['{"service":"x"} and more', 'application/json'],
      ['service=x', 'text/plain'],
      ['\u0000\u0001', 'application/octet-stream'],
      ['<x/>', 'application/xml'],
    ] as const) {
      const response = await post('/api/v1/tickets', { headers: { ...kiosk, 'content-type': type }, body });
      assert.equal(response.status, 400, `${type} ${body}`);
      assert.equal((await problemOf(response)).code, 'BAD_INPUT');
    }
  });

  it('says a problem in the reader’s language', async () => {
    const indonesian = await problemOf(await fetch(`${hall.url}/api/v1/tickets/abcdefghijklmnopqrstuv`));
    const english = await problemOf(
      await fetch(`${hall.url}/api/v1/tickets/abcdefghijklmnopqrstuv`, { headers: { cookie: 'bahasa=en' } }),
    );
    assert.equal(indonesian.code, 'TICKET_UNKNOWN');
    assert.equal(english.code, 'TICKET_UNKNOWN');
    assert.notEqual(indonesian.detail, english.detail);
  });

  it('takes a visitor who hangs up while sending for no fault', async () => {
    const lines: string[] = [];
    const log = createLog('error', { write: (line) => void lines.push(line) });
    const other = await withTestApp({ log });
    try {
      const { port, hostname } = new URL(other.url);
      const socket = connect(Number(port), hostname);
      const head = 'POST /rpc/malls/getMall HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
      await new Promise((sent) => socket.write(`${head}content-length: 900\r\n\r\n{"json":`, sent));
      await new Promise((resolve) => setTimeout(resolve, 200));
      socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.deepEqual(lines, []);
    } finally {
      await other.stop();
    }
  });

  it('answers an operation, a file and a method that are not there', async () => {
    assert.equal((await problemOf(await fetch(`${hall.url}/api/v1/none`))).code, 'NOT_FOUND');
    assert.equal((await problemOf(await post('/rpc/none/none', { body: '{}' }))).code, 'NOT_FOUND');
    assert.equal((await problemOf(await fetch(`${hall.url}/nowhere`))).code, 'NOT_FOUND');
    assert.equal((await fetch(`${hall.url}/api/v1/tickets`, { method: 'DELETE' })).status, 404);
  });

  it('turns what a page throws into a fault with an incident and without a word of its cause', async () => {
    const response = await fetch(`${hall.url}/throws`);
    const text = await response.text();
    assert.equal(response.status, 500);
    assert.match(text, /"incident":"[A-Z0-9]{3}-[A-Z0-9]{3}"/);
    assert.doesNotMatch(text, /a page threw|front-door/);
  });

  it('sends its safety headers and a content policy with every kind of reply', async () => {
    const replies = {
      page: await fetch(`${hall.url}/`),
      health: await fetch(`${hall.url}/api/v1/health`),
      description: await fetch(`${hall.url}/api/v1/openapi.json`),
      operation: await hall.call('malls.getMall', {}),
      refusal: await hall.call('staff.getMe', undefined),
      problem: await fetch(`${hall.url}/api/v1/none`),
      fault: await fetch(`${hall.url}/throws`),
      crossSite: await post('/rpc/x/y', { headers: { cookie: 'a=b' }, body: '{}' }),
      stream: await fetch(`${hall.url}/api/v1/stream?token=forged`),
      metrics: await fetch(`${hall.url}/metrics`),
    };
    for (const [kind, { headers, body }] of Object.entries(replies)) {
      assert.equal(headers.get('x-content-type-options'), 'nosniff', kind);
      assert.equal(headers.get('x-frame-options'), 'DENY', kind);
      assert.equal(headers.get('referrer-policy'), 'same-origin', kind);
      assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, kind);
      assert.equal(headers.get('x-powered-by'), null, kind);
      await body?.cancel();
    }
  });

  it('keeps replies of operations out of every cache', async () => {
    const response = await fetch(`${hall.url}/api/v1/malls/current`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });

  it('describes its operations, and shows figures of the inside to this machine only', async () => {
    const description = (await (await fetch(`${hall.url}/api/v1/openapi.json`)).json()) as {
      openapi: string;
    };
    assert.match(description.openapi, /^3\.1/);
    const figures = await (await fetch(`${hall.url}/metrics`)).text();
    assert.match(figures, /balairung_stream_listeners 0/);
    assert.match(figures, /balairung_pool_connections \d+/);
    const throughProxy = await fetch(`${hall.url}/metrics`, { headers: { 'x-forwarded-for': '10.0.0.9' } });
    assert.equal(throughProxy.status, 404);
  });

  it('survives a request that is no request', async () => {
    for (const bytes of [
      'GARBAGE\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
      '\u0000\u0000\r\n\r\n',
    ]) {
      const answer = await sendRaw(new URL(hall.url), bytes);
      assert.match(answer, /^HTTP\/1\.1 400|^$/);
    }
    assert.equal((await fetch(`${hall.url}/api/v1/health`)).status, 200);
  });

  it('sheds load with a problem while the process is held up, and serves again after', async () => {
    const until = Date.now() + 20_000;
    let shed: Response | undefined;
    while (!shed && Date.now() < until) {
      const asked = fetch(`${hall.url}/api/v1/malls/current`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
      const response = await asked;
      if (response.status === 503) shed = response;
      else await response.body?.cancel();
    }
    assert.ok(shed, 'no request was turned away');
    assert.equal((await problemOf(shed)).code, 'OVERLOADED');
    assert.ok(Number(shed.headers.get('retry-after')) > 0);
    let status = 503;
    for (let tries = 0; status !== 200 && tries < 50; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const again = await fetch(`${hall.url}/api/v1/malls/current`);
      ({ status } = again);
      await again.body?.cancel();
    }
    assert.equal(status, 200);
  });
});

describe('limits of the front door', () => {
  let hall: TestApp;
  before(async () => {
    hall = await withTestApp({ requestsPerMinuteMax: 30 });
  });
  after(() => hall.stop());

  it('lets nobody guess codes: the twenty-first try within a minute is refused', async () => {
    const { cookie } = await hall.signedIn('administrator');
    const statuses: number[] = [];
    for (let tries = 0; tries < 21; tries += 1) {
      const response = await hall.call(
        'staff.confirmPairing',
        { code: 'AAA-AAA', name: 'Coba', zoneId: crypto.randomUUID() },
        { cookie },
      );
      statuses.push(response.status);
      await response.body?.cancel();
    }
    assert.deepEqual([...new Set(statuses.slice(0, 20))], [404]);
    assert.equal(statuses[20], 429);
  });

  it('lets nobody try addresses of tickets: the sixty-first press within a minute is refused', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 61; tries += 1) {
      const response = await hall.call('queue.cancelTicket', { token: newTicketToken() });
      statuses.push(response.status);
      await response.body?.cancel();
    }
    assert.deepEqual([...new Set(statuses.slice(0, 60))], [404]);
    assert.equal(statuses[60], 429);
  });

  it('refuses an address that asks too often with a problem, but never the health check', async () => {
    let last: Response | undefined;
    for (let tries = 0; tries < 31; tries += 1) {
      await last?.body?.cancel();
      last = await fetch(`${hall.url}/api/v1/malls/current`);
    }
    assert.equal(last!.status, 429);
    const problem = (await last!.json()) as Problem;
    assert.equal(problem.code, 'TOO_MANY_REQUESTS');
    assert.ok(Number(last!.headers.get('retry-after')) > 0);
    assert.equal((await fetch(`${hall.url}/api/v1/health`)).status, 200);
    assert.equal((await fetch(`${hall.url}/`)).status, 429, 'pages are counted too');
  });
});

describe('the front door without its database', () => {
  it('says 503 on health, and for what was asked a fault whose incident the log carries once, with the cause', async () => {
    const lines: string[] = [];
    const log = createLog('error', { write: (line) => void lines.push(line) });
    const hall = await withTestApp({ log });
    assert.deepEqual(await (await fetch(`${hall.url}/api/v1/health`)).json(), {
      status: 'ok',
      database: 'ok',
    });
    await hall.mall.stop();
    const health = await fetch(`${hall.url}/api/v1/health`);
    assert.equal(health.status, 503);
    assert.deepEqual(await health.json(), { status: 'degraded', database: 'unreachable' });
    const asked = await fetch(`${hall.url}/api/v1/malls/current`);
    assert.equal(asked.status, 500);
    const { facts } = (await asked.json()) as { facts: { incident: string } };
    const told = lines.filter((line) => line.includes(facts.incident));
    assert.equal(told.length, 1);
    assert.match(
      told[0]!,
      /"operation":"malls\.getMall".*does not exist|does not exist.*"operation":"malls\.getMall"/,
    );
    const secret = await fetch(`${hall.url}/api/v1/tickets/abcdefghijklmnopqrstuv?x=1`);
    assert.equal(secret.status, 500);
    await secret.body?.cancel();
    assert.doesNotMatch(lines.join(''), /abcdefghijklmnopqrstuv/);
    await hall.app.stop();
  });
});

function sendRaw(url: URL, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(url.port), url.hostname, () => socket.end(bytes));
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (text: Buffer) => (answer += text.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
