import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { remoteHelpProcedures } from './procedures.ts';

const SLOT = { weekday: 5, opens: '09:00', closes: '11:00', kind: 'phone', contact: '0526 2022111' } as const;

describe('advice by video or telephone', () => {
  let mall: TestMall;
  before(async () => {
    mall = await withTestMall();
  });
  after(() => mall.stop());
  const as = (who: StaffActor | typeof PUBLIC_ACTOR) => mall.as(remoteHelpProcedures, who);

  it('is written by the manager or the own head, and told to everybody', async () => {
    const head = await mall.staff('agency-head', 'pertanahan');
    const agencyId = head.agencyId!;
    await as(head).saveRemoteSlots({ agencyId, slots: [SLOT] });
    assert.deepEqual(await as(PUBLIC_ACTOR).listRemoteSlots({}), [{ ...SLOT, agencyId }]);
    const other = await mall.staff('agency-head', 'samsat');
    await assert.rejects(as(other).saveRemoteSlots({ agencyId, slots: [] }), { code: 'OTHER_AGENCY' });
    const officer = await mall.staff('officer', 'pertanahan');
    await assert.rejects(as(officer).saveRemoteSlots({ agencyId, slots: [] }), { code: 'FORBIDDEN' });
    const manager = await mall.staff('manager');
    await assert.rejects(as(manager).saveRemoteSlots({ agencyId: manager.id, slots: [] }), {
      code: 'AGENCY_UNKNOWN',
    });
    await assert.rejects(
      as(manager).saveRemoteSlots({ agencyId, slots: [SLOT, { ...SLOT, opens: '10:00' }] }),
      { code: 'SLOT_HOURS', data: { item: 2 } },
    );
    await as(manager).saveRemoteSlots({ agencyId, slots: [] });
    assert.deepEqual(await as(PUBLIC_ACTOR).listRemoteSlots({}), []);
  });
});
