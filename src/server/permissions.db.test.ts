import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ASKERS, listPermissions, type Asker } from '#platform/contract/permissions.ts';
import { listSampledOperations } from './testing/sample-input.ts';
import { withTestApp, type Credentials, type TestApp } from './testing/test-app.ts';
import { contract } from './contract.ts';

const SHUT = new Set(['SIGN_IN_NEEDED', 'FORBIDDEN', 'DEVICE_NOT_PAIRED']);

describe('who may use which operation', () => {
  let mall: TestApp;
  const credentials = new Map<Asker, Credentials>();
  before(async () => {
    mall = await withTestApp();
    for (const asker of ASKERS) {
      if (asker === 'public') credentials.set(asker, {});
      else if (asker === 'kiosk' || asker === 'board') credentials.set(asker, await mall.paired(asker));
      else credentials.set(asker, await mall.signedIn(asker));
    }
  });
  after(() => mall.stop());

  async function answerTo(asker: Asker, operation: string): Promise<{ status: number; code: string }> {
    const input = listSampledOperations()
      .find(({ name }) => name === operation)!
      .input();
    const response = await mall.call(operation, input, credentials.get(asker));
    const { json } = (await response.json()) as { json?: { code?: unknown } | null };
    return { status: response.status, code: response.ok ? 'OK' : String(json?.code) };
  }

  for (const { operation, allowed } of listPermissions(contract)) {
    it(`opens ${operation} to ${allowed.size === ASKERS.length ? 'everybody' : [...allowed].join(', ')} alone`, async () => {
      for (const asker of ASKERS) {
        const { status, code } = await answerTo(asker, operation);
        assert.ok(status < 500, `${asker}: ${status} ${code}`);
        assert.equal(!SHUT.has(code), allowed.has(asker), `${asker}: ${status} ${code}`);
      }
    });
  }

  it('covers every operation that can be called', () => {
    assert.deepEqual(
      listPermissions(contract).map(({ operation }) => operation),
      listSampledOperations().map(({ name }) => name),
    );
  });

  it('takes neither a revoked device, nor an ended session, nor a forged one', async () => {
    const kiosk = await mall.paired('kiosk');
    await mall.mall.sql('update device set revoked_at = now()');
    const revoked = await mall.call('staff.getMyDevice', undefined, kiosk);
    assert.equal(revoked.status, 401);
    await mall.mall.sql('update device set revoked_at = null');

    const officer = await mall.signedIn('officer');
    const forged = { cookie: officer.cookie.replace(/.{6}$/, 'AAAAAA') };
    assert.equal((await mall.call('staff.getMe', undefined, forged)).status, 401);
    assert.equal((await mall.call('staff.getMe', undefined, officer)).status, 200);
    await mall.mall.sql(`update auth."session" set "expiresAt" = now() - interval '1 second'`);
    assert.equal((await mall.call('staff.getMe', undefined, officer)).status, 401);
  });

  it('does not take a session whose second factor was never proven, nor an officer who left', async () => {
    const officer = await mall.signedIn('officer');
    await mall.mall.sql(`update staff_member set active = false where role <> 'administrator'`);
    assert.equal((await mall.call('staff.getMe', undefined, officer)).status, 401);
    await mall.mall.sql('update staff_member set active = true');
    await mall.mall.sql(`update auth."user" set "twoFactorEnabled" = false`);
    assert.equal((await mall.call('staff.getMe', undefined, officer)).status, 401);
  });
});
