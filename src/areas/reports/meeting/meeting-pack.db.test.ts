import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { reportsProcedures } from '../procedures.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';

describe('the papers of the monthly meeting', () => {
  let mall: TestMall;
  before(async () => {
    mall = await withTestMall({ at: '2026-03-05T10:00:00+08:00' });
  });
  after(() => mall.stop());

  it('are a tagged PDF of a month that has begun', async () => {
    const manager = await mall.staff('manager');
    const reports = mall.as(reportsProcedures, manager);
    const { fileName, base64 } = await reports.getMeetingPack({ month: '2026-02' });
    assert.equal(fileName, 'bahan-rapat-2026-02.pdf');
    assert.ok(Buffer.from(base64, 'base64').includes('/StructTreeRoot'));
    await reports.getMeetingPack({ month: '2026-03' });
    await assert.rejects(reports.getMeetingPack({ month: '2026-04' }), { code: 'MONTH_AHEAD' });
    await assert.rejects(reports.getMeetingPack({ month: '2026-13' }), { code: 'BAD_REQUEST' });
    const officer = await mall.staff('officer', 'samsat');
    await assert.rejects(mall.as(reportsProcedures, officer).getMeetingPack({ month: '2026-02' }), {
      code: 'FORBIDDEN',
    });
  });
});
