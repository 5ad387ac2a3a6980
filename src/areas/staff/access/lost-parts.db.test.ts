import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { banjarbaru } from '#scenarios/banjarbaru/facts.ts';
import { loadScenario } from '#scenarios/load.ts';
import { findStaffActor } from '../public.ts';
import type { SignInPart } from '../rules/sign-in-parts.ts';
import { openStaffOffice, PASSWORD, type StaffOffice } from '../testing/staff-office.ts';

const refusal = (code: string) => ({ code });
const OTHER_PASSWORD = 'kata sandi yang baru';

describe('an officer who lost one of the two', () => {
  let office: StaffOffice;
  before(async () => (office = await openStaffOffice()));
  after(() => office.close());

  async function lose(officerId: string, lost: SignInPart): Promise<string> {
    await office.as(office.administrator).renewAccess({ officerId, lost });
    return office.linkOf(officerId);
  }
  const anotherCode = (code: string) => (code === '000000' ? '000001' : '000000');

  describe('the password', () => {
    it('keeps phone and recovery codes, and must give the code to choose another', async () => {
      const { officerId, email, code, recoveryCodes } = await office.hire();
      const session = await office.sessionOf(email, { code });
      const token = await lose(officerId, 'password');
      assert.equal(await findStaffActor(office.mall.pool, session!), undefined, 'the session ended');
      assert.equal(await office.sessionOf(email, { code }), undefined, 'the old password too');
      const shown = await office.anybody().getInvitation({ token });
      assert.deepEqual([shown.sets, shown.authenticator], ['password', null]);
      const used = await office.use(token, OTHER_PASSWORD, code);
      assert.deepEqual(used.recoveryCodes, [], 'the old ones still hold');
      assert.equal(await office.sessionOf(email, { code }), undefined, 'the old password is gone');
      assert.ok(await office.sessionOf(email, { code }, OTHER_PASSWORD));
      assert.ok(await office.sessionOf(email, { recovery: recoveryCodes[0]! }, OTHER_PASSWORD));
      assert.equal(await office.accessOf(officerId), 'ready');
    });

    it('is not set by whoever holds the link without the phone: the fifth wrong code voids it', async () => {
      const { officerId, code } = await office.hire();
      const token = await lose(officerId, 'password');
      const input = { token, password: OTHER_PASSWORD, code: anotherCode(code) };
      for (const triesLeft of [4, 3, 2, 1, 0])
        assert.deepEqual(await office.anybody().acceptInvitation(input), { kind: 'code-wrong', triesLeft });
      await assert.rejects(office.anybody().acceptInvitation({ ...input, code }), refusal('LINK_USED'));
      assert.equal(await office.accessOf(officerId), 'link-ended');
      const lines = await office.mall.sql<{ facts: { wrongTries?: number } }>(
        `select facts from audit_line where subject_id = $1 and operation = 'acceptInvitation' order by at, id`,
        [officerId],
      );
      assert.equal(lines.at(-1)!.facts.wrongTries, 5, 'the administrator can read of it');
      const again = await lose(officerId, 'password');
      await office.use(again, OTHER_PASSWORD, code);
    });

    it('gives nobody more tries by asking many times at once', async () => {
      const { officerId, code } = await office.hire();
      const token = await lose(officerId, 'password');
      const input = { token, password: OTHER_PASSWORD, code: anotherCode(code) };
      const tries = await Promise.allSettled(
        Array.from({ length: 12 }, () => office.anybody().acceptInvitation(input)),
      );
      assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 5);
      assert.equal(await office.accessOf(officerId), 'link-ended');
    });

    it('of two who use the link at once one wins, and there is one password', async () => {
      const { officerId, code } = await office.hire();
      const token = await lose(officerId, 'password');
      const tries = await Promise.allSettled(
        [1, 2].map(() => office.anybody().acceptInvitation({ token, password: OTHER_PASSWORD, code })),
      );
      assert.deepEqual(tries.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      const lost = tries.find((one) => one.status === 'rejected')!;
      assert.equal((lost.reason as { code: string }).code, 'LINK_USED');
      await assert.rejects(office.anybody().getInvitation({ token }), refusal('LINK_USED'));
    });
  });

  describe('the phone', () => {
    it('keeps the password, must give it, and takes a new key; the old recovery codes are dead', async () => {
      const { officerId, email, code, recoveryCodes } = await office.hire();
      const token = await lose(officerId, 'authenticator');
      const shown = await office.anybody().getInvitation({ token });
      assert.equal(shown.sets, 'authenticator');
      const newCode = await office.codeOf(token);
      const wrong = { token, password: 'sungai balangan sore', code: newCode };
      assert.deepEqual(await office.anybody().acceptInvitation(wrong), {
        kind: 'password-wrong',
        triesLeft: 4,
      });
      const used = await office.use(token, PASSWORD, newCode);
      assert.equal(new Set(used.recoveryCodes).size, 8);
      assert.equal(await office.sessionOf(email, { code }), undefined, 'the old phone is dead');
      assert.equal(await office.sessionOf(email, { recovery: recoveryCodes[0]! }), undefined);
      assert.ok(await office.sessionOf(email, { code: newCode }));
      assert.ok(await office.sessionOf(email, { recovery: used.recoveryCodes[0]! }));
    });

    it('opens nothing by the password alone, neither meanwhile nor when the new phone is there', async () => {
      const { officerId, email } = await office.hire();
      const token = await lose(officerId, 'authenticator');
      assert.deepEqual(await office.signIn.withPassword(email, PASSWORD), { kind: 'second-factor-missing' });
      const sessions = () =>
        office.mall.sql<{ token: string }>(
          `select s.token from auth."session" s join auth."user" u on u.id = s."userId" where u.email = $1`,
          [email],
        );
      assert.deepEqual(await sessions(), [], 'no session lies asleep');
      await office.mall.sql(
        `insert into auth."session" (id, "expiresAt", token, "updatedAt", "userId")
         select 'asleep', now() + interval '1 hour', 'asleep', now(), id from auth."user" where email = $1`,
        [email],
      );
      assert.equal(await findStaffActor(office.mall.pool, 'asleep'), undefined);
      await office.use(token, PASSWORD, await office.codeOf(token));
      assert.equal(await findStaffActor(office.mall.pool, 'asleep'), undefined, 'nor does one wake up');
    });
  });

  describe('and then the other', () => {
    it('gets a link for both; the link for one is void', async () => {
      const { officerId, email, code } = await office.hire();
      const first = await lose(officerId, 'password');
      const second = await lose(officerId, 'authenticator');
      for (const attempt of [
        () => office.anybody().getInvitation({ token: first }),
        () => office.anybody().acceptInvitation({ token: first, password: OTHER_PASSWORD, code }),
      ])
        await assert.rejects(attempt(), refusal('LINK_UNKNOWN'));
      assert.equal((await office.anybody().getInvitation({ token: second })).sets, 'both');
      const newCode = await office.codeOf(second);
      await office.use(second, OTHER_PASSWORD, newCode);
      assert.ok(await office.sessionOf(email, { code: newCode }, OTHER_PASSWORD));
    });

    it('keeps what a renewed link sets where nothing more is lost', async () => {
      const { officerId, code } = await office.hire();
      await lose(officerId, 'password');
      const renewed = await lose(officerId, 'password');
      const { missing } = await office.as(office.administrator).getOfficer({ officerId });
      assert.equal(missing, 'password');
      await office.use(renewed, OTHER_PASSWORD, code);
      const after = await office.as(office.administrator).getOfficer({ officerId });
      assert.equal(after.missing, null);
    });
  });

  it('is on the trail with what was lost and what was set', async () => {
    const { officerId, code } = await office.hire();
    await office.use(await lose(officerId, 'password'), OTHER_PASSWORD, code);
    const lines = await office.mall.sql<{ operation: string; facts: { lost?: string; sets?: string } }>(
      'select operation, facts from audit_line where subject_id = $1 order by at, id',
      [officerId],
    );
    assert.deepEqual(
      lines.map(({ operation, facts }) => [operation, facts.lost ?? facts.sets]),
      [
        ['inviteOfficer', undefined],
        ['acceptInvitation', 'both'],
        ['renewAccess', 'password'],
        ['acceptInvitation', 'password'],
      ],
    );
  });

  it('who works in another mall is unknown here, and keeps everything', async () => {
    const { pool, sql } = office.mall;
    const { mallId } = await loadScenario({ pool, facts: banjarbaru, schedule: 'demo' });
    const { officerId, email, code } = await office.hire('manager', null);
    await sql(
      `with moved as (delete from staff_member where id = $2 returning *)
       insert into staff_member (mall_id, id, account_id, name, role) select $1, id, account_id, name, role from moved`,
      [mallId, officerId],
    );
    for (const lost of ['password', 'authenticator', 'both'] as const)
      await assert.rejects(
        office.as(office.administrator).renewAccess({ officerId, lost }),
        refusal('OFFICER_UNKNOWN'),
      );
    const session = await office.sessionOf(email, { code });
    assert.equal((await findStaffActor(pool, session!))!.mallId, mallId);
  });

  it('who is the last administrator or asks about the own account is not reset in part either', async () => {
    const self = { officerId: office.administrator.id };
    for (const lost of ['password', 'authenticator'] as const)
      await assert.rejects(
        office.as(office.administrator).renewAccess({ ...self, lost }),
        refusal('OWN_ACCOUNT'),
      );
  });
});
