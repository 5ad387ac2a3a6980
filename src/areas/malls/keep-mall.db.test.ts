import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { queueProcedures } from '#areas/queue/procedures.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { mallsProcedures } from './procedures.ts';

describe('the mall itself', () => {
  let mall: TestMall;
  let keeper: StaffActor;
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: '2026-11-24T09:00:00+08:00' });
    keeper = await mall.staff('administrator');
  });
  after(() => mall.stop());

  const kept = () => mall.as(mallsProcedures, keeper).getKeptMall();
  async function save(changes: object) {
    const { id: _, ...mallNow } = await kept();
    return mall.as(mallsProcedures, keeper).saveMall({ ...mallNow, ...changes });
  }

  it('is renamed, and what it decides holds at the desk from the next press on', async () => {
    await save({ shortName: 'MPP Sanggam', recallsMax: 0 });
    assert.equal((await mall.as(mallsProcedures, keeper).getMall({})).shortName, 'MPP Sanggam');
    const officer = await mall.staff('officer', 'disdukcapil');
    const desk = mall.as(queueProcedures, officer);
    await sitDown(mall, officer);
    await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: 'ktp-el-baru' });
    const { called } = await desk.callNext({});
    assert.equal((await desk.getDesk()).recallsMax, 0);
    await assert.rejects(desk.recall({ ticketId: called!.ticketId }), { code: 'RECALL_LIMIT' });
  });

  it('keeps its version: whoever saw an older one is told, and nothing to change writes nothing', async () => {
    const { version } = await kept();
    assert.deepEqual(await save({}), { version });
    await save({ noShowMinutes: 4 });
    await assert.rejects(save({ version, noShowMinutes: 9 }), { code: 'CHANGED_MEANWHILE' });
    assert.equal((await kept()).noShowMinutes, 4);
  });

  it('is changed by administrators alone, within its bounds', async () => {
    const manager = mall.as(mallsProcedures, await mall.staff('manager'));
    const { id: _, ...mallNow } = await manager.getKeptMall();
    await assert.rejects(manager.saveMall(mallNow), { code: 'FORBIDDEN' });
    await assert.rejects(save({ silentMinutes: 3 }), { code: 'BAD_REQUEST' });
  });
});
