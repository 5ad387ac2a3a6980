import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { findStaffActor } from './public.ts';
import { openStaffOffice, type StaffOffice } from './testing/staff-office.ts';

const refusal = (code: string) => ({ code });

describe('officers', () => {
  let office: StaffOffice;
  before(async () => (office = await openStaffOffice()));
  after(() => office.close());

  it('who leaves is out at the next request and leaves a free counter behind', async () => {
    const { officerId, email, code } = await office.hire();
    const session = await office.sessionOf(email, { code });
    const officer = (await findStaffActor(office.mall.pool, session!))!;
    const desk = office.mall.as(queueProcedures, officer);
    const { counters } = await desk.getDesk();
    await desk.openCounter({ counterId: counters[0]!.id });
    await office.as(office.administrator).deactivateOfficer({ officerId });
    assert.equal(await findStaffActor(office.mall.pool, session!), undefined);
    assert.equal(await office.accessOf(officerId), 'inactive');
    const colleague = await office.mall.staff('officer', 'disdukcapil');
    await office.mall.as(queueProcedures, colleague).openCounter({ counterId: counters[0]!.id });
    await office.as(office.administrator).reactivateOfficer({ officerId });
    assert.equal(await findStaffActor(office.mall.pool, session!), undefined, 'the old session stays ended');
    assert.ok(await office.sessionOf(email, { code }), 'password and phone are those of before');
  });

  it('who changes agency works for the new one at once and leaves the old counter', async () => {
    const { officerId, email, code } = await office.hire();
    const session = await office.sessionOf(email, { code });
    const officer = (await findStaffActor(office.mall.pool, session!))!;
    const desk = office.mall.as(queueProcedures, officer);
    await desk.openCounter({ counterId: (await desk.getDesk()).counters[1]!.id });
    await office.as(office.administrator).changeOfficer({
      officerId,
      name: 'Nama Baru',
      role: 'agency-head',
      agencyId: office.samsat,
    });
    const now = (await findStaffActor(office.mall.pool, session!))!;
    assert.deepEqual([now.name, now.role, now.agencyId], ['Nama Baru', 'agency-head', office.samsat]);
    const [open] = await office.mall.sql<{ count: number }>(
      'select count(*)::int as count from counter_session where staff_id = $1 and closed_at is null',
      [officerId],
    );
    assert.equal(open!.count, 0);
  });

  it('leaves a trail that tells of each change by name', async () => {
    const { officerId } = await office.hire();
    await office.as(office.administrator).deactivateOfficer({ officerId });
    const lines = await office.mall.sql<{ operation: string; facts: { name: string } }>(
      'select operation, facts from audit_line where subject_id = $1 order by at, id',
      [officerId],
    );
    assert.deepEqual(
      lines.map(({ operation }) => operation),
      ['inviteOfficer', 'acceptInvitation', 'deactivateOfficer'],
    );
    for (const { facts } of lines) assert.match(facts.name, /^Petugas \d+$/);
  });

  describe('an administrator', () => {
    it('changes neither the own role nor the own access', async () => {
      const self = { officerId: office.administrator.id };
      const wish = { ...self, name: 'Saya', role: 'manager' as const, agencyId: null };
      await assert.rejects(office.as(office.administrator).changeOfficer(wish), refusal('OWN_ACCOUNT'));
      await assert.rejects(office.as(office.administrator).deactivateOfficer(self), refusal('OWN_ACCOUNT'));
      await assert.rejects(
        office.as(office.administrator).renewAccess({ ...self, lost: 'both' }),
        refusal('OWN_ACCOUNT'),
      );
    });

    it('and another who remove each other at the same moment leave one of them', async () => {
      const other = await office.mall.staff('administrator');
      const tries = await Promise.allSettled([
        office.as(office.administrator).deactivateOfficer({ officerId: other.id }),
        office.as(other).deactivateOfficer({ officerId: office.administrator.id }),
      ]);
      assert.deepEqual(tries.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      const lost = tries.find((one) => one.status === 'rejected')!;
      assert.equal((lost.reason as { code: string }).code, 'LAST_ADMINISTRATOR');
      await office.mall.sql('update staff_member set active = true where id = any($1)', [
        [office.administrator.id, other.id],
      ]);
      await office.mall.sql(`update staff_member set role = 'manager' where id = $1`, [other.id]);
    });

    it('is kept by the database too, whoever writes', async () => {
      const [{ count } = { count: 0 }] = await office.mall.sql<{ count: number }>(
        `select count(*)::int as count from staff_member where role = 'administrator' and active`,
      );
      assert.equal(count, 1);
      for (const change of [
        `update staff_member set active = false where role = 'administrator'`,
        `update staff_member set role = 'manager' where role = 'administrator'`,
        `delete from staff_member where role = 'administrator'`,
      ])
        await assert.rejects(office.mall.sql(change), { code: '23514' });
    });

    it('who invites an administrator still is the last one until that one has come', async () => {
      const { officerId } = await office.invite('administrator', null);
      const second = await office.mall.staff('administrator');
      await office.as(second).deactivateOfficer({ officerId });
      await office.mall.sql(`update staff_member set role = 'manager' where id = $1`, [second.id]);
    });
  });

  it('are found by name, address and agency, and told apart from signs that a search could misread', async () => {
    const { officerId, email } = await office.invite('officer', office.samsat);
    const find = async (search: string) =>
      (await office.as(office.administrator).listOfficers({ search })).map(({ id }) => id);
    assert.deepEqual(await find(email.toUpperCase()), [officerId]);
    assert.ok((await find('samsat')).includes(officerId));
    for (const search of ['%', '_', `'; drop table staff_member; --`])
      assert.deepEqual(await find(search), []);
  });

  it('of the own agency are seen by its head, of all by a manager, and changed by neither', async () => {
    const { officerId } = await office.hire('officer', office.samsat);
    const head = await office.mall.staff('agency-head', 'disdukcapil');
    const manager = await office.mall.staff('manager');
    const seen = await office.as(head).listOfficers({});
    assert.ok(seen.length > 0);
    assert.ok(seen.every(({ agency }) => agency?.id === office.disdukcapil));
    assert.ok((await office.as(manager).listOfficers({})).some(({ id }) => id === officerId));
    for (const actor of [head, manager]) {
      await assert.rejects(office.as(actor).deactivateOfficer({ officerId }), refusal('FORBIDDEN'));
      await assert.rejects(office.as(actor).getOfficer({ officerId }), refusal('FORBIDDEN'));
    }
  });
});
