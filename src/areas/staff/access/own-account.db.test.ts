import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createSignedTokens } from '#platform/random/signed-tokens.ts';
import { newId } from '#platform/random/ids.ts';
import { TEST_SECRET } from '#scenarios/testing/test-mall.ts';
import { findStaffActor } from '../public.ts';
import { codeOfKey, openStaffOffice, PASSWORD, type StaffOffice } from '../testing/staff-office.ts';

const refusal = (code: string) => ({ code });
const OTHER_PASSWORD = 'kata sandi yang baru';

describe('an officer’s own account', () => {
  let office: StaffOffice;
  before(async () => (office = await openStaffOffice()));
  after(() => office.close());

  async function enter() {
    const person = await office.hire();
    const session = (await office.sessionOf(person.email, { code: person.code }))!;
    const actor = (await findStaffActor(office.mall.pool, session))!;
    return { ...person, session, actor, self: office.as(actor) };
  }
  const isIn = async (session: string) => (await findStaffActor(office.mall.pool, session)) !== undefined;

  it('tells who it is and how many recovery codes are left', async () => {
    const { self, email, recoveryCodes } = await enter();
    assert.equal((await self.getOwnAccount()).recoveryCodesLeft, 8);
    await office.sessionOf(email, { recovery: recoveryCodes[0]! });
    const account = await self.getOwnAccount();
    assert.deepEqual(
      [account.email, account.role, account.agencyShortName, account.recoveryCodesLeft],
      [email, 'officer', 'Disdukcapil', 7],
    );
  });

  it('gets another password by the old one, and every session ends', async () => {
    const { self, email, code, session } = await enter();
    const wish = { password: 'bukan yang ini', newPassword: OTHER_PASSWORD };
    await assert.rejects(self.changeOwnPassword(wish), refusal('PASSWORD_WRONG'));
    assert.ok(await isIn(session), 'a wrong word ends nothing');
    await self.changeOwnPassword({ ...wish, password: PASSWORD });
    assert.ok(!(await isIn(session)));
    assert.equal(await office.sessionOf(email, { code }), undefined);
    assert.ok(await office.sessionOf(email, { code }, OTHER_PASSWORD), 'the phone is the same');
  });

  it('gets another phone by the password and the new code; the old phone and codes are dead', async () => {
    const { self, email, code, session, recoveryCodes } = await enter();
    const offer = await self.offerAuthenticator({});
    assert.deepEqual(await self.offerAuthenticator({ token: offer.token }), offer, 'no second scan');
    assert.notDeepEqual(await self.offerAuthenticator({}), offer, 'each page has its own');
    const newCode = await codeOfKey(offer.authenticator.secret);
    const wish = { token: offer.token, password: PASSWORD, code: newCode };
    await assert.rejects(
      self.renewOwnAuthenticator({ ...wish, password: 'salah' }),
      refusal('PASSWORD_WRONG'),
    );
    const wrong = newCode === '000000' ? '000001' : '000000';
    await assert.rejects(self.renewOwnAuthenticator({ ...wish, code: wrong }), refusal('CODE_WRONG'));
    const renewed = await self.renewOwnAuthenticator(wish);
    assert.equal(new Set(renewed.recoveryCodes).size, 8);
    assert.ok(!(await isIn(session)));
    assert.equal(await office.sessionOf(email, { code }), undefined);
    assert.equal(await office.sessionOf(email, { recovery: recoveryCodes[0]! }), undefined);
    assert.ok(await office.sessionOf(email, { code: newCode }));
  });

  it('takes no key but one that was offered to this officer and still holds', async () => {
    const { self, actor } = await enter();
    const tokens = createSignedTokens(TEST_SECRET);
    const until = Date.now() + 3_600_000;
    const other = await enter();
    const foreign = await other.self.offerAuthenticator({});
    for (const token of [
      foreign.token,
      tokens.sign('new-authenticator', `${actor.id} ${newId()} 1`),
      tokens.sign('staff-link', `${actor.id} ${newId()} ${until}`),
      createSignedTokens('another installation').sign('new-authenticator', `${actor.id} ${newId()} ${until}`),
    ]) {
      const wish = { token, password: PASSWORD, code: '123456' };
      await assert.rejects(self.renewOwnAuthenticator(wish), refusal('PICTURE_EXPIRED'));
      assert.notEqual((await self.offerAuthenticator({ token })).token, token, 'it is shown another');
    }
  });

  it('gets other recovery codes by the password; phone and session stay', async () => {
    const { self, email, code, session, recoveryCodes } = await enter();
    await assert.rejects(self.renewOwnRecoveryCodes({ password: 'salah' }), refusal('PASSWORD_WRONG'));
    const renewed = await self.renewOwnRecoveryCodes({ password: PASSWORD });
    assert.equal(new Set([...recoveryCodes, ...renewed.recoveryCodes]).size, 16);
    assert.ok(await isIn(session));
    assert.equal(await office.sessionOf(email, { recovery: recoveryCodes[0]! }), undefined);
    assert.ok(await office.sessionOf(email, { recovery: renewed.recoveryCodes[0]! }));
    assert.ok(await office.sessionOf(email, { code }));
  });

  it('that an administrator has reset is not brought back by a request under way', async () => {
    const { self, officerId } = await enter();
    const offer = await self.offerAuthenticator({});
    const code = await codeOfKey(offer.authenticator.secret);
    await office.as(office.administrator).renewAccess({ officerId, lost: 'authenticator' });
    for (const attempt of [
      () => self.changeOwnPassword({ password: PASSWORD, newPassword: OTHER_PASSWORD }),
      () => self.renewOwnAuthenticator({ token: offer.token, password: PASSWORD, code }),
      () => self.renewOwnRecoveryCodes({ password: PASSWORD }),
    ])
      await assert.rejects(attempt(), refusal('PASSWORD_WRONG'));
    assert.equal(await office.accessOf(officerId), 'invited');
  });

  it('leaves each change on the trail, with no secret in it', async () => {
    const { self, officerId } = await enter();
    await self.renewOwnRecoveryCodes({ password: PASSWORD });
    await self.changeOwnPassword({ password: PASSWORD, newPassword: OTHER_PASSWORD });
    const lines = await office.mall.sql<{ operation: string; facts: object }>(
      'select operation, facts from audit_line where actor_id = $1 order by at, id',
      [officerId],
    );
    assert.deepEqual(
      lines.map(({ operation }) => operation),
      ['renewOwnRecoveryCodes', 'changeOwnPassword'],
    );
    assert.ok(!JSON.stringify(lines).includes(OTHER_PASSWORD));
  });
});
