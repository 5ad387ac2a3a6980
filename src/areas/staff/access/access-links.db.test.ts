import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId } from '#platform/random/ids.ts';
import { createSignedTokens } from '#platform/random/signed-tokens.ts';
import { TEST_SECRET } from '#scenarios/testing/test-mall.ts';
import { findStaffActor } from '../public.ts';
import { openStaffOffice, PASSWORD, type StaffOffice } from '../testing/staff-office.ts';

const refusal = (code: string) => ({ code });

describe('an invitation', () => {
  let office: StaffOffice;
  before(async () => (office = await openStaffOffice()));
  after(() => office.close());

  it('lets somebody in by the password they chose and the authenticator the link has shown', async () => {
    const { officerId, email, token } = await office.invite();
    assert.equal(await office.accessOf(officerId), 'invited');
    const shown = await office.anybody().getInvitation({ token });
    assert.equal(shown.email, email);
    assert.equal(shown.agencyShortName, 'Disdukcapil');
    assert.deepEqual(
      await office.anybody().getInvitation({ token }),
      shown,
      'opened again it shows the same key',
    );
    const code = await office.codeOf(token);
    const { recoveryCodes } = await office.use(token, PASSWORD, code);
    assert.equal(new Set(recoveryCodes).size, 8);
    assert.equal(await office.accessOf(officerId), 'ready');
    const session = await office.sessionOf(email, { code });
    const actor = await findStaffActor(office.mall.pool, session!);
    assert.equal(actor!.id, officerId);
    assert.equal(actor!.agencyId, office.disdukcapil);
  });

  it('does not let anybody in before it was used', async () => {
    const { email } = await office.invite();
    assert.deepEqual(await office.signIn.withPassword(email, PASSWORD), { kind: 'wrong' });
  });

  it('is good once: also of two at the same moment one wins and the other is told', async () => {
    const { email, token } = await office.invite();
    const code = await office.codeOf(token);
    const tries = await Promise.allSettled(
      [1, 2].map(() => office.anybody().acceptInvitation({ token, password: PASSWORD, code })),
    );
    assert.deepEqual(tries.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const lost = tries.find((one) => one.status === 'rejected')!;
    assert.equal((lost.reason as { code: string }).code, 'LINK_USED');
    await assert.rejects(office.anybody().getInvitation({ token }), refusal('LINK_USED'));
    const [count] = await office.mall.sql<{ count: number }>(
      `select count(*)::int as count from auth."account" a join staff_member m on m.account_id = a."userId"
       join auth."user" u on u.id = a."userId" where u.email = $1`,
      [email],
    );
    assert.equal(count!.count, 1, 'one password, not two');
  });

  it('takes no wrong code, no forged link, none for something else and none that ended', async () => {
    const { officerId, token } = await office.invite();
    const password = PASSWORD;
    const right = await office.codeOf(token);
    const wrong = right === '000000' ? '000001' : '000000';
    await assert.rejects(
      office.anybody().acceptInvitation({ token, password, code: wrong }),
      refusal('CODE_WRONG'),
    );
    const tokens = createSignedTokens(TEST_SECRET);
    const id = tokens.read('staff-link', token)!;
    const foreign = createSignedTokens('another installation altogether').sign('staff-link', id);
    for (const forged of [foreign, tokens.sign('pairing', id), tokens.sign('staff-link', newId())])
      await assert.rejects(office.anybody().getInvitation({ token: forged }), refusal('LINK_UNKNOWN'));
    await office.mall.sql(`update staff_link set expires_at = now() - interval '1 second' where id = $1`, [
      id,
    ]);
    await assert.rejects(office.anybody().getInvitation({ token }), refusal('LINK_EXPIRED'));
    await assert.rejects(
      office.anybody().acceptInvitation({ token, password, code: right }),
      refusal('LINK_EXPIRED'),
    );
    assert.equal(await office.accessOf(officerId), 'link-ended');
  });

  it('renewed voids the old link, withdrawn takes the person off the staff and frees the address', async () => {
    const { officerId, email, token } = await office.invite();
    await office.as(office.administrator).renewAccess({ officerId, lost: 'both' });
    await assert.rejects(office.anybody().getInvitation({ token }), refusal('LINK_UNKNOWN'));
    const renewed = await office.linkOf(officerId);
    assert.equal((await office.anybody().getInvitation({ token: renewed })).email, email);
    assert.deepEqual(await office.as(office.administrator).withdrawLink({ officerId }), { removed: true });
    await assert.rejects(office.anybody().getInvitation({ token: renewed }), refusal('LINK_UNKNOWN'));
    await assert.rejects(
      office.as(office.administrator).getOfficer({ officerId }),
      refusal('OFFICER_UNKNOWN'),
    );
    const again = { name: 'Orang Lain', email, role: 'officer' as const, agencyId: office.samsat };
    await office.as(office.administrator).inviteOfficer(again);
  });

  it('that is used and withdrawn at the same moment ends one way, never half', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { officerId, email, token } = await office.invite();
      const code = await office.codeOf(token);
      const [used] = await Promise.allSettled([
        office.anybody().acceptInvitation({ token, password: PASSWORD, code }),
        office.as(office.administrator).withdrawLink({ officerId }),
      ]);
      const [left] = await office.mall.sql<{ staff: number; users: number; passwords: number }>(
        `select (select count(*)::int from staff_member where id = $1) as staff, count(distinct u.id)::int as users,
           count(a.id)::int as passwords from auth."user" u left join auth."account" a on a."userId" = u.id where u.email = $2`,
        [officerId, email],
      );
      const stayed = used.status === 'fulfilled' ? 1 : 0;
      assert.deepEqual(left, { staff: stayed, users: stayed, passwords: stayed });
    }
  });

  it('is refused for an address that is taken, in whichever letters, and for a role without its agency', async () => {
    const { email } = await office.invite();
    const person = {
      name: 'Kembar',
      email: email.toUpperCase(),
      role: 'officer' as const,
      agencyId: office.samsat,
    };
    await assert.rejects(office.as(office.administrator).inviteOfficer(person), refusal('EMAIL_TAKEN'));
    const other = { ...person, email: 'lain@uji.contoh' };
    await assert.rejects(
      office.as(office.administrator).inviteOfficer({ ...other, agencyId: null }),
      refusal('ROLE_AGENCY'),
    );
    await assert.rejects(
      office.as(office.administrator).inviteOfficer({ ...other, role: 'manager' }),
      refusal('ROLE_AGENCY'),
    );
    await assert.rejects(
      office.as(office.administrator).inviteOfficer({ ...other, agencyId: newId() }),
      refusal('AGENCY_UNKNOWN'),
    );
  });
});

describe('an officer who lost password or phone', () => {
  let office: StaffOffice;
  before(async () => (office = await openStaffOffice()));
  after(() => office.close());

  it('signs in by a recovery code where the phone is lost, by each once', async () => {
    const { email, recoveryCodes } = await office.hire();
    const recovery = recoveryCodes[3]!;
    assert.ok(await office.sessionOf(email, { recovery }));
    assert.equal(await office.sessionOf(email, { recovery }), undefined);
    assert.ok(await office.sessionOf(email, { recovery: recoveryCodes[4]! }));
  });

  it('is reset by a new link: session, password, phone and recovery codes end at once', async () => {
    const { officerId, email, code, recoveryCodes } = await office.hire();
    const session = await office.sessionOf(email, { code });
    await office.as(office.administrator).renewAccess({ officerId, lost: 'both' });
    assert.equal(await findStaffActor(office.mall.pool, session!), undefined);
    assert.equal(await office.sessionOf(email, { code }), undefined);
    assert.equal(await office.sessionOf(email, { recovery: recoveryCodes[0]! }), undefined);
    const token = await office.linkOf(officerId);
    const newCode = await office.codeOf(token);
    const password = 'kata sandi yang baru';
    await office.use(token, password, newCode);
    assert.ok(await office.sessionOf(email, { code: newCode }, password));
    assert.equal(await office.sessionOf(email, { code: newCode }), undefined, 'the old password is gone');
  });

  it('who was reset stays on the staff when the link is withdrawn', async () => {
    const { officerId } = await office.hire();
    await office.as(office.administrator).renewAccess({ officerId, lost: 'both' });
    assert.deepEqual(await office.as(office.administrator).withdrawLink({ officerId }), { removed: false });
    assert.equal(await office.accessOf(officerId), 'link-ended');
  });
});
