import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { queueProcedures } from '#areas/queue/procedures.ts';
import type { DeviceActor, Role } from '#platform/contract/access.ts';
import { listPermissions } from '#platform/contract/permissions.ts';
import { newId } from '#platform/random/ids.ts';
import { banjarbaru } from '#scenarios/banjarbaru/facts.ts';
import { loadScenario } from '#scenarios/load.ts';
import { listSampledOperations } from './testing/sample-input.ts';
import { withTestApp, type Credentials, type TestApp } from './testing/test-app.ts';
import { contract } from './contract.ts';

/*
 * Two malls in one installation. Whoever works in the first asks for everything that is the second's, by every
 * operation there is: nothing of it is told, and nothing of it moves.
 */
const ASKERS = ['administrator', 'manager', 'agency-head'] as const satisfies readonly Role[];
/** Names that stand in no other mall. */
const MARK = 'Hanya Banjarbaru';

describe('a mall', () => {
  let first: TestApp;
  let second: string;
  /** One of each thing of the second mall, by the table it stands in. */
  const things = new Map<string, string>();
  const credentials = new Map<Role, Credentials>();

  before(async () => {
    first = await withTestApp();
    const { sql, pool } = first.mall;
    ({ mallId: second } = await loadScenario({ pool, facts: banjarbaru, schedule: 'demo' }));
    for (const role of ASKERS) credentials.set(role, await first.signedIn(role));
    await fillSecondMall(first, second);
    for (const table of [
      'agency',
      'booth',
      'counter',
      'service',
      'zone',
      'site',
      'staff_member',
      'device',
      'stop',
      'booth_closure',
    ]) {
      const [row] = await sql<{ id: string }>(
        `select id from ${table} where mall_id = $1 order by id desc limit 1`,
        [second],
      );
      things.set(table, row!.id);
    }
    things.set('mall', second);
  });
  after(() => first.stop());

  /** Every row of the second mall, in every table that knows malls. */
  async function fingerprint(): Promise<string> {
    const { sql } = first.mall;
    const tables = await sql<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'mall_id' and table_name not in ('event_counter', 'scheduled_run')
       order by table_name`,
    );
    assert.ok(tables.length > 15, `only ${tables.length} tables`);
    const prints: string[] = [];
    for (const { name } of tables) {
      const [row] = await sql<{ print: string | null }>(
        `select md5(string_agg(t::text, '|' order by t::text)) as print from "${name}" t where mall_id = $1`,
        [second],
      );
      prints.push(`${name} ${row!.print}`);
    }
    return prints.join('\n');
  }

  const permissions = new Map(
    listPermissions(contract).map((permission) => [permission.operation, permission.allowed]),
  );
  for (const { name, input } of listSampledOperations()) {
    const askers = ASKERS.filter((role) => permissions.get(name)!.has(role));
    if (askers.length === 0) continue;
    it(`is untouched and untold when ${askers.join(', ')} of another asks for its things by ${name}`, async () => {
      const before = await fingerprint();
      for (const asker of askers) {
        for (const [table, id] of things) {
          const response = await first.call(name, withIds(input(), id), credentials.get(asker));
          const body = await response.text();
          assert.ok(response.status < 500, `${asker} ${table}: ${response.status} ${body}`);
          // What was asked comes back in a problem's own words; beyond that nothing of the second mall may.
          const told = response.ok ? body.replaceAll(id, '') : '';
          for (const [other, known] of things)
            assert.ok(!told.includes(known), `${asker} ${table}: tells a ${other}`);
          assert.ok(!body.includes(MARK), `${asker} ${table}: tells a name`);
        }
      }
      assert.equal(await fingerprint(), before);
    });
  }

  it('named by its address is as unknown to the staff of another as one that does not exist', async () => {
    for (const asker of ASKERS) {
      for (const mall of [banjarbaru.mall.slug, 'tidak-ada']) {
        const response = await first.call('malls.getMall', { mall }, credentials.get(asker));
        const { json } = (await response.json()) as { json: { code: string } };
        assert.equal(json.code, 'MALL_UNKNOWN', `${asker} ${mall}`);
      }
    }
  });
});

/** A copy of an input with every id in it replaced, and about no mall by name: then it is about the asker's own. */
function withIds(value: unknown, id: string): unknown {
  if (typeof value === 'string') return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) ? id : value;
  if (Array.isArray(value)) return value.map((item) => withIds(item, id));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([key]) => key !== 'mall');
  return Object.fromEntries(fields.map(([key, field]) => [key, withIds(field, id)]));
}

/** People, a device, a closure and a waiting number, each under a name that stands nowhere else. */
async function fillSecondMall({ mall }: TestApp, second: string): Promise<void> {
  const { sql } = mall;
  const [zone] = await sql<{ id: string }>('select id from zone where mall_id = $1 limit 1', [second]);
  const [service] = await sql<{ slug: string }>('select slug from service where mall_id = $1 limit 1', [
    second,
  ]);
  const staffId = newId();
  await sql(
    `insert into auth."user" (id, name, email, "emailVerified", "twoFactorEnabled") values ($1, $2, $3, true, true)`,
    [staffId, MARK, 'hanya@banjarbaru.contoh'],
  );
  await sql(
    `insert into staff_member (mall_id, id, account_id, name, role) values ($1, $2::uuid, $2::text, $3, 'administrator')`,
    [second, staffId, `${MARK} orang`],
  );
  await sql(
    `insert into staff_link (mall_id, staff_id, id, purpose, expires_at) values ($1, $2, $3, 'reset', now() + interval '1 day')`,
    [second, staffId, newId()],
  );
  const kiosk: DeviceActor = {
    kind: 'device',
    id: newId(),
    mallId: second,
    timeZone: banjarbaru.mall.zone,
    deviceKind: 'kiosk',
    zoneId: zone!.id,
    simulated: false,
  };
  await sql(
    `insert into device (mall_id, id, kind, name, zone_id, paired_at) values ($1, $2, 'kiosk', $3, $4, now())`,
    [second, kiosk.id, `${MARK} kios`, zone!.id],
  );
  await sql(
    `insert into booth_closure (mall_id, id, booth_id, starts_at, ends_at, reason)
     select $1, $2, id, now() + interval '1 day', now() + interval '2 days', $3 from booth where mall_id = $1 limit 1`,
    [second, newId(), `${MARK} tutup`],
  );
  await mall.as(queueProcedures, kiosk).issueTicket({ service: service!.slug });
}
