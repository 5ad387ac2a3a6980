import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from '../procedures.ts';

describe('a number that cannot be given', () => {
  let mall: TestMall;
  before(async () => {
    mall = await withTestMall({ at: '2026-11-24T09:00:00+08:00' });
  });
  after(() => mall.stop());
  const ask = (service: string) => mall.as(queueProcedures, mall.kiosk()).issueTicket({ service });

  it('is refused for a service that is not there', async () => {
    await assert.rejects(ask('tidak-ada'), { code: 'SERVICE_UNKNOWN' });
  });

  it('is refused when the booth is closed, with the next opening', async () => {
    const [service] = await mall.sql<{ slug: string }>('select slug from service order by slug limit 1');
    await mall.setClock('2026-11-24T23:00:00+08:00');
    await assert.rejects(ask(service!.slug), (error: { code: string; data: { opensAt?: number } }) => {
      assert.equal(error.code, 'BOOTH_CLOSED');
      const opensAt = new Date(error.data.opensAt ?? 0).toISOString();
      assert.match(opensAt, /^2026-11-2[45]T2[0-3]:|^2026-11-25T0[0-9]:/);
      return true;
    });
    const [left] = await mall.sql<{ count: number }>('select count(*)::int as count from stop');
    assert.equal(left!.count, 0);
    await mall.setClock('2026-11-24T09:00:00+08:00');
  });

  it('is refused when 999 of the series are out, and never wraps around', async () => {
    const [service] = await mall.sql<{ slug: string; agency_id: string }>(
      `select s.slug, s.agency_id from service s join agency a on a.id = s.agency_id where a.slug = 'disdukcapil' limit 1`,
    );
    await ask(service!.slug);
    await mall.sql('update queue_series set last_number = 999');
    await assert.rejects(ask(service!.slug), { code: 'SERIES_EXHAUSTED' });
  });
});
