import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listServices } from '#areas/services/public.ts';
import { studiesProcedures } from '#areas/studies/procedures.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { reportsProcedures } from '../procedures.ts';

/** So many visits of a service on a day, with what came of each. */
const VISITS = `insert into stop (mall_id, id, visit_id, service_day, agency_id, booth_id, service_id, series, number, token,
    state, reference_at, head_start_minutes, priority, order_key, outcome, channel, simulated, created_at)
  select v.mall_id, gen_random_uuid(), $4, date '2026-02-20', v.agency_id, b.id, v.id, 'X', n, gen_random_uuid()::text,
    'done', now(), 0, false, now(), $3, 'kiosk', false, now()
  from service v join booth b on b.mall_id = v.mall_id and b.agency_id = v.agency_id, generate_series($5::int, $6::int) n
  where v.mall_id = $1 and v.id = $2`;

describe('the page of the head of the region', () => {
  let mall: TestMall;
  before(async () => {
    mall = await withTestMall({ at: '2026-03-02T10:00:00+08:00' });
  });
  after(() => mall.stop());

  it('tells visits avoided against the study, per service, and says where too little is known', async () => {
    const manager = await mall.staff('manager');
    const head = await mall.staff('region-head');
    const services = await mall.within((tx) => listServices(tx, mall.mallId));
    const [ktp, kk] = services;
    const study = mall.as(studiesProcedures, manager);
    for (const service of [ktp!, kk!])
      await study.savePart({
        part: null,
        content: {
          ...{ kind: 'service', agency: 'Disdukcapil', name: service.name, place: 'Paringin' },
          ...{ yearlyRequests: 1000, visitsPerRequest: 2, km: 10, travelMinutes: 60, costRupiah: 20_000 },
          ...{ serviceMinutes: 8, joins: true, source: null, serviceId: service.id },
        },
        uploadId: null,
      });
    const [visit] = await mall.sql<{ id: string }>(
      `insert into visit (mall_id, id, service_day, channel, simulated, created_at)
       values ($1, gen_random_uuid(), '2026-02-20', 'kiosk', false, now()) returning id`,
      [mall.mallId],
    );
    const came = (id: string, outcome: string, from: number, until: number) =>
      mall.sql(VISITS, [mall.mallId, id, outcome, visit!.id, from, until]);
    await came(ktp!.id, 'finished', 1, 40);
    await came(ktp!.id, 'in-process', 41, 50);
    await came(ktp!.id, 'absent', 51, 60);
    await came(kk!.id, 'finished', 61, 80);
    await came(services[2]!.id, 'finished', 81, 82);
    const view = await mall.as(reportsProcedures, head).getRegionView();
    assert.deepEqual(
      view.avoided.services.map(({ name, present, avoided }) => [name, present, avoided]),
      [
        [ktp!.name, 1.25, 30],
        [kk!.name, null, null],
      ],
    );
    assert.deepEqual([view.avoided.visits, view.avoided.unlinked], [30, 1]);
    assert.deepEqual(
      view.months.map(({ month, served, finished }) => [month, served, finished]),
      [['2026-02', 72, 62]],
    );
  });

  it('is all that the head of a region may read, and nothing is changed from there', async () => {
    const head = await mall.staff('region-head');
    const reports = mall.as(reportsProcedures, head);
    await assert.rejects(reports.getOverview(), { code: 'FORBIDDEN' });
    await assert.rejects(mall.as(studiesProcedures, head).getStudy(), { code: 'FORBIDDEN' });
    const officer = await mall.staff('officer', 'samsat');
    await assert.rejects(mall.as(reportsProcedures, officer).getRegionView(), { code: 'FORBIDDEN' });
  });
});
