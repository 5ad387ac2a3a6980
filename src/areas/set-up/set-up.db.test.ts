import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { createRouterClient } from '@orpc/server';
import type pg from 'pg';
import { createSignIn } from '#areas/staff/sign-in.ts';
import { PUBLIC_ACTOR } from '#platform/contract/access.ts';
import { openPool } from '#platform/database/pool.ts';
import { withTestDatabase } from '#platform/database/testing/test-database.ts';
import { createAccountSecrets } from '#platform/random/account-secrets.ts';
import { newId } from '#platform/random/ids.ts';
import { createSignedTokens } from '#platform/random/signed-tokens.ts';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { TEST_SECRET, withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { setUpProcedures } from './procedures.ts';
import { offerSetUp } from './public.ts';
import { nextStep } from './rules/steps.ts';

const tokens = createSignedTokens(TEST_SECRET);
const MALL = {
  name: 'Mal Pelayanan Publik Kabupaten Tabalong',
  shortName: 'MPP Tabalong',
  regency: 'Kabupaten Tabalong',
  timeZone: 'Asia/Makassar' as const,
  siteName: 'Gedung MPP',
  address: 'Jalan Jaksa Agung Soeprapto, Tanjung',
  zoneName: 'Zona A',
  floor: 1,
};
const PERSON = { name: 'Rahmawati', email: 'Rahmawati@Tabalong.contoh', password: 'pagi di pasar tanjung' };
const refusal = (code: string) => ({ code });

describe('an installation without a mall', () => {
  let database: Awaited<ReturnType<typeof withTestDatabase>>;
  let pool: pg.Pool;
  let authPool: pg.Pool;
  let owner: pg.Pool;

  before(async () => {
    database = await withTestDatabase();
    pool = openPool(database.urlFor('app'), { connectionsMax: 4 });
    authPool = openPool(database.urlFor('app'), { connectionsMax: 2, searchPath: 'auth' });
    owner = openPool(database.urlFor('migrator'), { connectionsMax: 1 });
  });
  beforeEach(async () => {
    await owner.query('truncate mall, auth."user", set_up_link cascade');
  });
  after(async () => {
    await Promise.all([pool.end(), authPool.end(), owner.end()]);
    await database.stop();
  });

  const anybody = () =>
    createRouterClient(setUpProcedures, {
      context: () => ({
        actor: PUBLIC_ACTOR,
        language: 'id' as const,
        pool,
        commandKey: randomUUID(),
        onCommitted: () => {},
        tokens,
        accountSecrets: createAccountSecrets(TEST_SECRET),
        publicUrl: null,
        setDeviceCookie: () => {},
      }),
    });
  async function link(): Promise<string | undefined> {
    const address = await offerSetUp({ pool, tokens, publicUrl: 'https://mpp.contoh' });
    return address === undefined ? undefined : new URL(address).searchParams.get('tautan')!;
  }
  async function codeOf(token: string): Promise<string> {
    const { authenticator } = await anybody().getSetUp({ token });
    return createOTP(Buffer.from(base32.decode(authenticator.secret)).toString()).totp();
  }
  const setUp = (token: string, code: string, mall = MALL) =>
    anybody().setUpMall({ token, mall, administrator: { ...PERSON, code } });
  /** Malls, sites, zones, staff and accounts. */
  async function counts(): Promise<number[]> {
    const { rows } = await owner.query<{ counts: number[] }>(
      `select array[(select count(*) from mall), (select count(*) from site), (select count(*) from zone),
         (select count(*) from staff_member), (select count(*) from auth."user")]::int[] as counts`,
    );
    return rows[0]!.counts;
  }

  it('gets mall, place and first administrator at once, who then signs in by password and phone', async () => {
    const token = (await link())!;
    const code = await codeOf(token);
    const { recoveryCodes } = await setUp(token, code);
    assert.equal(recoveryCodes.length, 8);
    assert.deepEqual(await counts(), [1, 1, 1, 1, 1]);
    const { rows } = await owner.query(
      `select m.slug, m.time_zone, m.sample_data, s.name as site, z.name as zone, z.floor, p.name, p.role
       from mall m join site s on s.mall_id = m.id join zone z on z.mall_id = m.id join staff_member p on p.mall_id = m.id`,
    );
    assert.deepEqual(rows[0], {
      slug: 'mpp-tabalong',
      time_zone: 'Asia/Makassar',
      sample_data: false,
      site: 'Gedung MPP',
      zone: 'Zona A',
      floor: 1,
      name: 'Rahmawati',
      role: 'administrator',
    });
    const signIn = createSignIn({ pool: authPool, secret: TEST_SECRET, publicUrl: 'http://localhost' });
    const first = await signIn.withPassword('rahmawati@tabalong.contoh', PERSON.password);
    assert.equal(first.kind, 'second-factor-needed');
    const cookies = first.kind === 'second-factor-needed' ? first.cookies : [];
    const second = await signIn.withCode(code, cookies.map((line) => line.split(';', 1)[0]).join('; '));
    assert.equal(second.kind, 'signed-in');
  });

  it('knows the holidays that the program brings', async () => {
    const token = (await link())!;
    await setUp(token, await codeOf(token));
    const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from holiday_year');
    assert.ok(rows[0]!.count > 0);
  });

  it('shows the same key as often as the page is opened, so nothing has to be scanned twice', async () => {
    const token = (await link())!;
    assert.deepEqual(await anybody().getSetUp({ token }), await anybody().getSetUp({ token }));
  });

  it('is set up by one of two who send the form at the same moment; the other is told', async () => {
    const token = (await link())!;
    const code = await codeOf(token);
    const tries = await Promise.allSettled([
      setUp(token, code),
      setUp(token, code, { ...MALL, shortName: 'MPP Lain' }),
    ]);
    assert.deepEqual(tries.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const lost = tries.find((one) => one.status === 'rejected')!;
    assert.equal((lost.reason as { code: string }).code, 'LINK_USED');
    assert.deepEqual(await counts(), [1, 1, 1, 1, 1]);
  });

  it('takes a used link no more, and makes none where a mall is', async () => {
    const token = (await link())!;
    const code = await codeOf(token);
    await setUp(token, code);
    await assert.rejects(setUp(token, code), refusal('LINK_USED'));
    await assert.rejects(anybody().getSetUp({ token }), refusal('LINK_USED'));
    assert.equal(await link(), undefined);
  });

  it('makes a new link at each start, which voids the last', async () => {
    const first = (await link())!;
    const code = await codeOf(first);
    const second = (await link())!;
    await assert.rejects(anybody().getSetUp({ token: first }), refusal('LINK_UNKNOWN'));
    await assert.rejects(setUp(first, code), refusal('LINK_UNKNOWN'));
    await setUp(second, await codeOf(second));
  });

  it('leaves nothing behind after a wrong code, a forged link or one that ended', async () => {
    const token = (await link())!;
    const code = await codeOf(token);
    await assert.rejects(setUp(token, code === '000000' ? '000001' : '000000'), refusal('CODE_WRONG'));
    const id = tokens.read('set-up', token)!;
    for (const forged of [
      createSignedTokens('another installation altogether').sign('set-up', id),
      tokens.sign('staff-link', id),
      tokens.sign('set-up', newId()),
    ])
      await assert.rejects(setUp(forged, code), refusal('LINK_UNKNOWN'));
    await owner.query(`update set_up_link set expires_at = now() - interval '1 second'`);
    await assert.rejects(setUp(token, code), refusal('LINK_EXPIRED'));
    assert.deepEqual(await counts(), [0, 0, 0, 0, 0]);
  });

  it('leaves no mall where the account could not be made', async () => {
    await owner.query(
      `insert into auth."user" (id, name, email, "emailVerified") values ('x', 'X', lower($1), true)`,
      [PERSON.email],
    );
    const token = (await link())!;
    await assert.rejects(setUp(token, await codeOf(token)), refusal('EMAIL_TAKEN'));
    assert.deepEqual(await counts(), [0, 0, 0, 0, 1]);
    const other = { ...PERSON, email: 'lain@tabalong.contoh', code: await codeOf(token) };
    await anybody().setUpMall({ token, mall: MALL, administrator: other });
  });

  it('keeps neither the password nor a hash of what was sent', async () => {
    const token = (await link())!;
    await setUp(token, await codeOf(token));
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from idempotency where operation like 'setUp.%'`,
    );
    assert.equal(rows[0]!.count, 0);
  });
});

describe('the guide', () => {
  let mall: TestMall;
  before(async () => {
    mall = await withTestMall({ schedule: 'demo' });
  });
  after(() => mall.stop());

  it('counts what the mall has, and its step is done by that alone', async () => {
    const manager = await mall.staff('manager');
    const progress = () => mall.as(setUpProcedures, manager).getProgress({});
    const empty = await progress();
    assert.ok(empty.zones > 0 && empty.agencies > 0 && empty.services > 0);
    assert.equal(empty.agenciesWithoutCounter, 0);
    assert.equal(empty.agenciesWithoutHours, 0);
    assert.equal(empty.officers, 0);
    assert.equal(empty.agenciesWithoutOfficer, empty.agencies);
    assert.equal(nextStep(empty), 'officers');
    assert.equal(empty.firstNumber, null);
    const [service] = await mall.sql<{ slug: string }>('select slug from service order by code limit 1');
    await mall.as(queueProcedures, mall.kiosk({ simulated: true })).issueTicket({ service: service!.slug });
    assert.equal((await progress()).firstNumber, null, 'a simulated visitor is nobody');
    const { code } = await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: service!.slug });
    assert.equal((await progress()).firstNumber!.code, code);
  });

  it('sees an agency that lacks its counters', async () => {
    const manager = await mall.staff('manager');
    await mall.sql(
      `update counter set active = false where booth_id = (select b.id from booth b join agency a
         on a.mall_id = b.mall_id and a.id = b.agency_id where a.slug = 'samsat')`,
    );
    const progress = await mall.as(setUpProcedures, manager).getProgress({});
    assert.equal(progress.agenciesWithoutCounter, 1);
    assert.equal(nextStep(progress), 'agencies');
  });
});
