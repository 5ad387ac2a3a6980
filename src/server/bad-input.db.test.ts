import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ASKERS, listPermissions, type Asker } from '#platform/contract/permissions.ts';
import { listSampledOperations, withField } from './testing/sample-input.ts';
import { withTestApp, type Credentials, type TestApp } from './testing/test-app.ts';
import { contract } from './contract.ts';

/** What people paste and attackers send, into every field in which text can be typed. */
const TEXTS: Readonly<Record<string, string>> = {
  'ten thousand characters': 'a'.repeat(10_000),
  emoji: '👨‍👩‍👧‍👦🙏🏽',
  'marks that turn the direction of text': 'abc\u202Egnp.exe\u202C\u200F',
  'a zero byte': 'abc\u0000def',
  'half a character': 'abc\uD800def',
  SQL: `'; drop table stop; --`,
  'SQL in dollars': `$$; select pg_sleep(9); $$`,
  HTML: `<img src=x onerror=alert(1)><script>alert(1)</script>`,
  'a template': '{{7*7}}${7*7}<%= 7*7 %>',
  'a path': '../../../../etc/passwd',
  spaces: '     ',
  nothing: '',
};

describe('text from outside', () => {
  let hall: TestApp;
  const credentials = new Map<Asker, Credentials>();
  before(async () => {
    hall = await withTestApp();
    for (const asker of ASKERS) {
      if (asker === 'public') credentials.set(asker, {});
      else if (asker === 'kiosk' || asker === 'board') credentials.set(asker, await hall.paired(asker));
      else credentials.set(asker, await hall.signedIn(asker));
    }
  });
  after(() => hall.stop());

  /** Everything that a command could have changed, as one text. */
  async function fingerprint(): Promise<string> {
    const [row] = await hall.mall.sql<{ print: string }>(
      `select json_build_object(
         'audit', (select count(*) from audit_line), 'event', (select count(*) from event),
         'kept', (select count(*) from idempotency), 'pairing', (select count(*) from device_pairing),
         'device', (select count(*) from device), 'stop', (select count(*) from stop),
         'rating', (select count(*) from rating), 'holiday', (select count(*) from holiday),
         'session', (select count(*) from counter_session))::text as print`,
    );
    return row!.print;
  }

  const permissions = new Map(
    listPermissions(contract).map((permission) => [permission.operation, permission.allowed]),
  );
  for (const { name, input, textFields } of listSampledOperations()) {
    for (const field of textFields) {
      it(`${name} answers anything in "${field.join('.')}" with a reply or a problem, and a no changes nothing`, async () => {
        const asker = [...permissions.get(name)!].at(-1)!;
        for (const [what, text] of Object.entries(TEXTS)) {
          const before = await fingerprint();
          const response = await hall.call(name, withField(input(), field, text), credentials.get(asker));
          const body = await response.text();
          assert.ok(response.status < 500, `${what}: ${response.status} ${body}`);
          assert.match(response.headers.get('content-type') ?? '', /^application\/(problem\+)?json/, what);
          if (response.ok) continue;
          const { json } = JSON.parse(body) as { json: { code: string } };
          assert.match(json.code, /^[A-Z_]+$/, what);
          assert.equal(await fingerprint(), before, what);
          assert.ok(!body.includes('<script>') || body.length < 2000, what);
        }
      });
    }
  }

  it('reaches at least twenty fields', () => {
    const count = listSampledOperations().reduce((sum, { textFields }) => sum + textFields.length, 0);
    assert.ok(count >= 20, `${count}`);
  });

  it('in an address is a problem too, never a fault', async () => {
    for (const [what, text] of Object.entries(TEXTS)) {
      if (what === 'half a character' || what === 'nothing') continue;
      for (const path of ['/api/v1/tickets/', '/api/v1/services/', '/api/v1/reports/days/']) {
        const response = await fetch(`${hall.url}${path}${encodeURIComponent(text)}`);
        assert.ok(response.status >= 400 && response.status < 500, `${path} ${what}: ${response.status}`);
        assert.match(
          response.headers.get('content-type') ?? '',
          /^application\/problem\+json/,
          `${path} ${what}`,
        );
      }
    }
  });

  it('of the wrong type, too much or too little, is bad input that names the field', async () => {
    const kiosk = credentials.get('kiosk')!;
    for (const input of [{ service: 7 }, { service: ['x'] }, { service: null }, {}, null, [], 'x', 7]) {
      const response = await hall.call('queue.issueTicket', input, kiosk);
      const { json } = (await response.json()) as { json: { code: string; data: { fields: unknown[] } } };
      assert.equal(response.status, 400, JSON.stringify(input));
      assert.equal(json.code, 'BAD_INPUT');
      assert.ok(json.data.fields.length > 0, JSON.stringify(input));
    }
  });

  it('cannot reach into prototypes', async () => {
    const kiosk = credentials.get('kiosk')!;
    const body =
      '{"json":{"service":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}';
    const response = await fetch(`${hall.url}/rpc/queue/issueTicket`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'prototype-1', ...kiosk },
      body,
    });
    assert.ok(response.status < 500);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
});
