import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { PUBLIC_ACTOR, type Actor, type StaffActor } from '#platform/contract/access.ts';
import { createAccountSecrets } from '#platform/random/account-secrets.ts';
import { createSignedTokens } from '#platform/random/signed-tokens.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { staffProcedures } from './procedures.ts';
import { findDeviceActor, makePairingLink } from './public.ts';

const SECRET = 'a secret of the pairing tests only';
const tokens = createSignedTokens(SECRET);

describe('a device', () => {
  let mall: TestMall;
  let administrator: StaffActor;
  let zoneId: string;
  let cookies: string[] = [];

  before(async () => {
    mall = await withTestMall();
    administrator = await mall.staff('administrator');
    const [zone] = await mall.sql<{ id: string }>('select id from zone order by slug limit 1');
    zoneId = zone!.id;
  });
  beforeEach(async () => {
    cookies = [];
    await mall.setClock('2026-11-24T09:00:00+08:00');
    await mall.sql('delete from device_pairing');
    await mall.sql('delete from device');
  });
  after(() => mall.stop());

  function as(actor: Actor, commandKey: () => string = randomUUID): RouterClient<typeof staffProcedures> {
    return createRouterClient(staffProcedures, {
      context: () => ({
        actor,
        language: 'id' as const,
        pool: mall.pool,
        commandKey: commandKey(),
        onCommitted: () => {},
        tokens,
        accountSecrets: createAccountSecrets(SECRET),
        publicUrl: null,
        setDeviceCookie: (token: string) => void cookies.push(token),
      }),
    });
  }
  const anybody = () => as(PUBLIC_ACTOR);
  const confirm = (code: string) => as(administrator).confirmPairing({ code, name: 'Kios depan', zoneId });
  const countDevices = async () =>
    (await mall.sql<{ count: number }>('select count(*)::int as count from device'))[0]!.count;

  it('shows a code, is confirmed by an administrator, and is known by its cookie from then on', async () => {
    const { token, code } = await anybody().requestPairing({ kind: 'kiosk' });
    assert.match(code, /^[A-Z0-9]{3}-[A-Z0-9]{3}$/);
    assert.deepEqual(await anybody().claimPairing({ token }), { confirmed: false, kind: 'kiosk' });
    assert.deepEqual(cookies, []);
    assert.deepEqual(await confirm(code), { kind: 'kiosk', name: 'Kios depan' });
    assert.deepEqual(await anybody().claimPairing({ token }), { confirmed: true, kind: 'kiosk' });
    const device = await findDeviceActor(mall.pool, tokens.read('device', cookies[0]!)!);
    assert.equal(device!.deviceKind, 'kiosk');
    assert.equal(device!.zoneId, zoneId);
    const mine = await as(device!).getMyDevice();
    assert.equal(mine.name, 'Kios depan');
    assert.equal((await as(administrator).listDevices()).length, 1);
  });

  it('takes its code typed small, without the hyphen or with a space', async () => {
    for (const spoil of [
      (c: string) => c.toLowerCase(),
      (c: string) => c.replace('-', ''),
      (c: string) => c.replace('-', ' '),
    ]) {
      const { code } = await anybody().requestPairing({ kind: 'board' });
      assert.equal((await confirm(spoil(code))).kind, 'board');
    }
  });

  it('claims the same device once more when its first answer was lost, for five minutes', async () => {
    const { token, code } = await anybody().requestPairing({ kind: 'kiosk' });
    await confirm(code);
    await anybody().claimPairing({ token });
    await mall.setClock('2026-11-24T09:04:00+08:00');
    assert.deepEqual(await anybody().claimPairing({ token }), { confirmed: true, kind: 'kiosk' });
    assert.equal(cookies[0], cookies[1]);
    assert.equal(await countDevices(), 1);
    await mall.setClock('2026-11-24T09:06:00+08:00');
    await assert.rejects(anybody().claimPairing({ token }), { code: 'PAIRING_UNKNOWN' });
  });

  it('is made once when it asks twice at the same moment', async () => {
    const { token, code } = await anybody().requestPairing({ kind: 'kiosk' });
    await confirm(code);
    const claims = await Promise.all([anybody().claimPairing({ token }), anybody().claimPairing({ token })]);
    assert.deepEqual(
      claims.map(({ confirmed }) => confirmed),
      [true, true],
    );
    assert.equal(await countDevices(), 1);
  });

  it('whose claim is sent again with the same key still gets its cookie', async () => {
    const { token, code } = await anybody().requestPairing({ kind: 'kiosk' });
    await confirm(code);
    const key = randomUUID();
    const claim = () => as(PUBLIC_ACTOR, () => key).claimPairing({ token });
    await claim();
    await claim();
    assert.ok(cookies.length >= 1);
    assert.equal(new Set(cookies).size, 1);
    assert.equal(cookies.length, 2, 'a lost reply is a lost cookie: the repeated claim sets it again');
  });

  it('cannot be paired with a wrong, a used or an expired code', async () => {
    const { token, code } = await anybody().requestPairing({ kind: 'kiosk' });
    await assert.rejects(confirm('ZZZ-ZZZ'), { code: 'PAIRING_UNKNOWN' });
    await mall.setClock('2026-11-24T09:16:00+08:00');
    await assert.rejects(confirm(code), { code: 'PAIRING_EXPIRED' });
    await assert.rejects(anybody().claimPairing({ token }), { code: 'PAIRING_EXPIRED' });
    await mall.setClock('2026-11-24T09:00:00+08:00');
    await confirm(code);
    await assert.rejects(confirm(code), { code: 'PAIRING_UNKNOWN' });
    await assert.rejects(
      as(administrator).confirmPairing({
        code: (await anybody().requestPairing({ kind: 'kiosk' })).code,
        name: 'Kios',
        zoneId: randomUUID(),
      }),
      { code: 'ZONE_UNKNOWN' },
    );
  });

  it('cannot be claimed with a forged token or one for something else', async () => {
    const { token } = await anybody().requestPairing({ kind: 'kiosk' });
    const id = tokens.read('pairing', token)!;
    const foreign = createSignedTokens('another installation altogether').sign('pairing', id);
    for (const forged of [foreign, tokens.sign('stream', id), `${token}x`, 'x'.repeat(40)])
      await assert.rejects(anybody().claimPairing({ token: forged }), { code: 'PAIRING_UNKNOWN' });
  });

  it('may do nothing any more once it is revoked, and is revoked once', async () => {
    const { token, code } = await anybody().requestPairing({ kind: 'kiosk' });
    await confirm(code);
    await anybody().claimPairing({ token });
    const [device] = await as(administrator).listDevices();
    await as(administrator).revokeDevice({ deviceId: device!.id });
    assert.equal(await findDeviceActor(mall.pool, device!.id), undefined);
    await assert.rejects(as(administrator).revokeDevice({ deviceId: device!.id }), {
      code: 'DEVICE_UNKNOWN',
    });
    await mall.setClock('2026-11-24T09:01:00+08:00');
    await anybody()
      .claimPairing({ token })
      .catch(() => {});
    assert.equal(
      await findDeviceActor(mall.pool, device!.id),
      undefined,
      'claiming again does not bring it back',
    );
  });

  it('is paired at once by a one-time link, for one device, for a day', async () => {
    const link = () =>
      mall.within((tx) =>
        makePairingLink(tx, tokens, { kind: 'board', mallId: mall.mallId, zoneId, name: 'Papan' }),
      );
    const used = await link();
    assert.deepEqual(await anybody().claimPairing({ token: used }), { confirmed: true, kind: 'board' });
    const late = await link();
    await mall.setClock('2026-11-25T09:01:00+08:00');
    await assert.rejects(anybody().claimPairing({ token: used }), { code: 'PAIRING_UNKNOWN' });
    await assert.rejects(anybody().claimPairing({ token: late }), { code: 'PAIRING_EXPIRED' });
    assert.equal(await countDevices(), 1);
  });
});

describe('a counter', () => {
  let mall: TestMall;
  let officer: StaffActor;
  let other: StaffActor;
  let counters: readonly { id: string; number: number }[];
  before(async () => {
    mall = await withTestMall({ schedule: 'demo' });
    officer = await mall.staff('officer', 'disdukcapil', { name: 'Satu' });
    other = await mall.staff('officer', 'disdukcapil', { name: 'Dua' });
    ({ counters } = await desk(officer).getDesk());
  });
  beforeEach(() => mall.sql('delete from counter_session'));
  after(() => mall.stop());
  const desk = (who: StaffActor) => mall.as(queueProcedures, who);

  it('is held by one officer: the second is told who sits there', async () => {
    await desk(officer).openCounter({ counterId: counters[0]!.id });
    await assert.rejects(
      desk(other).openCounter({ counterId: counters[0]!.id }),
      (error: { code: string; data: unknown }) => {
        assert.equal(error.code, 'COUNTER_TAKEN');
        assert.deepEqual(error.data, { name: 'Satu' });
        return true;
      },
    );
  });

  it('goes to one of two who sit down at the same moment', async () => {
    const tries = await Promise.allSettled(
      [officer, other].map((who) => desk(who).openCounter({ counterId: counters[0]!.id })),
    );
    assert.deepEqual(tries.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });

  it('is left when its officer sits down elsewhere', async () => {
    await desk(officer).openCounter({ counterId: counters[0]!.id });
    await desk(officer).openCounter({ counterId: counters[1]!.id });
    await desk(other).openCounter({ counterId: counters[0]!.id });
    const [open] = await mall.sql<{ count: number }>(
      'select count(*)::int as count from counter_session where closed_at is null',
    );
    assert.equal(open!.count, 2);
  });

  it('is given up by a simulated officer, with whom is being served there, and never the other way round', async () => {
    const simulated = await mall.staff('officer', 'disdukcapil', { simulated: true });
    await desk(simulated).openCounter({ counterId: counters[0]!.id });
    const [service] = await mall.sql<{ slug: string }>(
      'select slug from service where agency_id = $1 limit 1',
      [officer.agencyId],
    );
    await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: service!.slug });
    const { called } = await desk(simulated).callNext({});
    await desk(officer).openCounter({ counterId: counters[0]!.id });
    const { current } = await desk(officer).getDesk();
    assert.equal(current!.id, called!.ticketId);
    await assert.rejects(desk(simulated).openCounter({ counterId: counters[0]!.id }), {
      code: 'COUNTER_TAKEN',
    });
    await desk(officer).markAbsent({ ticketId: called!.ticketId });
  });

  it('of another agency is not there to sit at', async () => {
    const [foreign] = await mall.sql<{ id: string }>(
      `select c.id from counter c join booth b on b.id = c.booth_id join agency a on a.id = b.agency_id where a.slug = 'samsat' limit 1`,
    );
    await assert.rejects(desk(officer).openCounter({ counterId: foreign!.id }), { code: 'COUNTER_UNKNOWN' });
    await assert.rejects(desk(officer).closeCounter({}), { code: 'NOT_AT_COUNTER' });
  });
});
