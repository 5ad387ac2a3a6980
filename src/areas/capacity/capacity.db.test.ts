import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { replaceHolidays } from '#areas/calendar/public.ts';
import { PUBLIC_ACTOR } from '#platform/contract/access.ts';
import { Refused } from '#platform/contract/procedure.ts';
import { isRefusal } from '#platform/values/refusal.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { capacityProcedures } from './procedures.ts';
import { checkBooth, ledgerTakeSql, type NumberRequest } from './public.ts';

const ZONE = 'Asia/Makassar';
const TUESDAY_MORNING = '2026-11-24T09:00+08:00';
const DAY = '2026-11-24';

const epoch = (instant: string) => new Date(instant).getTime();

describe('whether a booth gives a number', () => {
  let mall: TestMall;
  before(async () => (mall = await withTestMall()));
  after(() => mall.stop());

  const ask = (slug: string, purpose: NumberRequest['purpose'] = 'walk-in') =>
    mall.within((tx) => checkBooth(tx, { id: mall.mallId, timeZone: ZONE }, { serviceSlug: slug, purpose }));
  const at = (instant: string) => mall.setClock(instant);

  it('is yes in the hours of its week, until the last intake before closing', async () => {
    await at(TUESDAY_MORNING);
    const check = await ask('ktp-el-baru');
    assert.equal(check.serviceDay, DAY);
    assert.equal(check.booth.series, 'A');
    assert.equal(check.service.name, 'Perekaman dan penerbitan KTP-el pertama');
    assert.deepEqual(check.may, { yes: true, until: epoch('2026-11-24T14:30+08:00'), left: null });
  });

  it('is the same answer when asked by the id of the service', async () => {
    await at(TUESDAY_MORNING);
    const place = { id: mall.mallId, timeZone: ZONE };
    const { service } = await ask('ktp-el-baru');
    const check = await mall.within((tx) =>
      checkBooth(tx, place, { serviceId: service.id, purpose: 'walk-in' }),
    );
    assert.deepEqual(check.service, service);
  });

  it('takes the service day from the clock of the mall, not from the server', async () => {
    await at('2026-11-23T23:30Z');
    assert.equal((await ask('ktp-el-baru')).serviceDay, DAY);
    await at('2026-11-24T16:30Z');
    assert.equal((await ask('ktp-el-baru')).serviceDay, '2026-11-25');
  });

  it('is no outside the hours, with the next opening and the name of the agency', async () => {
    await at('2026-11-28T10:00+08:00');
    assert.deepEqual((await ask('ktp-el-baru')).may, {
      refused: 'BOOTH_CLOSED',
      facts: { because: 'not-today', agency: 'Disdukcapil', opensAt: epoch('2026-11-30T08:00+08:00') },
    });
    await at('2026-11-24T14:40+08:00');
    const late = (await ask('ktp-el-baru')).may;
    assert.ok(isRefusal(late) && late.refused === 'INTAKE_ENDED');
    assert.equal(late.facts['opensAt'], epoch('2026-11-25T08:00+08:00'));
  });

  it('is no on a holiday that was imported, and says which', async () => {
    const christmas = {
      day: '2026-12-25',
      kind: 'holiday',
      name: 'Kelahiran Yesus Kristus',
      decree: 'SKB 1',
      confidence: 'seen',
    } as const;
    await mall.within((tx) => replaceHolidays(tx, [christmas]));
    await at('2026-12-25T09:00+08:00');
    const { may } = await ask('ktp-el-baru');
    assert.ok(isRefusal(may) && may.refused === 'HOLIDAY');
    assert.equal(may.facts['name'], 'Kelahiran Yesus Kristus');
    assert.equal(may.facts['opensAt'], epoch('2026-12-28T08:00+08:00'));
  });

  it('is no during a closure, with its reason, also one without an end', async () => {
    const [booth] = await mall.sql<{ id: string }>(
      `select b.id from booth b join agency a on a.id = b.agency_id where a.slug = 'samsat'`,
    );
    const close = (from: string, to: string) =>
      mall.sql(
        `insert into booth_closure (mall_id, id, booth_id, starts_at, ends_at, reason)
         values ($1, gen_random_uuid(), $2, $3, $4, 'Jaringan STNK sedang diperbaiki')`,
        [mall.mallId, booth!.id, from, to],
      );
    // Entered to the microsecond, as the database's own clock writes it.
    await close('2026-11-24T08:30:00.000250+08:00', '2026-11-24T10:14:59.999500+08:00');
    await at(TUESDAY_MORNING);
    const closed = (await ask('pajak-kendaraan-tahunan')).may;
    assert.ok(isRefusal(closed));
    assert.equal(closed.facts['reason'], 'Jaringan STNK sedang diperbaiki');
    assert.equal(closed.facts['opensAt'], epoch('2026-11-24T10:15+08:00'));
    await close('2026-11-24T10:00+08:00', 'infinity');
    const endless = (await ask('pajak-kendaraan-tahunan')).may;
    assert.ok(isRefusal(endless) && endless.refused === 'BOOTH_CLOSED');
    assert.equal(endless.facts['opensAt'], undefined);
  });

  it('is no when the series is used up, every counter was taken away, or the agency left', async () => {
    await at(TUESDAY_MORNING);
    await mall.sql(`insert into queue_series values ($1, $2, 'N', 999)`, [mall.mallId, DAY]);
    await mall.sql('update counter set active = false where number = 14');
    await mall.sql(`update agency set active = false where slug = 'pdam'`);
    const codes: Record<string, string> = {};
    for (const agency of ['kemenag', 'pajak-daerah', 'pdam']) {
      const [service] = await mall.sql<{ slug: string }>(
        'select s.slug from service s join agency a on a.id = s.agency_id where a.slug = $1 limit 1',
        [agency],
      );
      const { may } = await ask(service!.slug);
      codes[agency] = isRefusal(may) ? may.refused : 'yes';
    }
    assert.deepEqual(codes, {
      kemenag: 'SERIES_EXHAUSTED',
      'pajak-daerah': 'NO_COUNTER',
      pdam: 'AGENCY_CLOSED',
    });
  });

  it('is refused as unknown for a service that is not there or was withdrawn', async () => {
    await mall.sql(`update service set active = false where slug = 'ktp-el-ubah-data'`);
    for (const slug of ['tidak-ada', 'ktp-el-ubah-data']) {
      await assert.rejects(
        ask(slug),
        (error) => error instanceof Refused && error.refusal.refused === 'SERVICE_UNKNOWN',
      );
    }
  });

  it('is no when the quota of the day is used up, but not for an internal number', async () => {
    await at(TUESDAY_MORNING);
    const { service } = await ask('ktp-el-baru');
    await mall.sql(
      `insert into capacity_ledger (mall_id, service_day, service_id, quota, internal_share, taken) values ($1, $2, $3, 10, 0.2, 8)`,
      [mall.mallId, DAY, service.id],
    );
    const { may } = await ask('ktp-el-baru');
    assert.ok(isRefusal(may) && may.refused === 'QUOTA_FULL');
    assert.ok(!isRefusal((await ask('ktp-el-baru', 'internal')).may));
  });
});

describe('the quota ledger', () => {
  let mall: TestMall;
  before(async () => (mall = await withTestMall({ at: TUESDAY_MORNING })));
  after(() => mall.stop());
  const take = ledgerTakeSql({ mall: '$1', day: '$2', service: '$3', internal: '$4' });

  it('lets a number through exactly when the rule does, whatever quota, share and order', async () => {
    const place = { id: mall.mallId, timeZone: ZONE };
    const slug = 'ktp-el-baru';
    const { service } = await mall.within((tx) =>
      checkBooth(tx, place, { serviceSlug: slug, purpose: 'walk-in' }),
    );
    const key = [mall.mallId, DAY, service.id];
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom(0, 0.1, 0.2, 0.25, 0.3, 0.5, 0.7, 1),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        async (quota, share, purposes) => {
          await mall.sql('delete from capacity_ledger');
          await mall.sql(
            'insert into capacity_ledger (mall_id, service_day, service_id, quota, internal_share) values ($1, $2, $3, $4, $5)',
            [...key, quota, share],
          );
          for (const internal of purposes) {
            const purpose = internal ? 'internal' : 'walk-in';
            const { may } = await mall.within((tx) => checkBooth(tx, place, { serviceSlug: slug, purpose }));
            const taken = await mall.sql(take, [...key, internal]);
            assert.equal(taken.length === 1, !isRefusal(may), JSON.stringify(may));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('without a quota counts every number, also the first of the day', async () => {
    await mall.sql('delete from capacity_ledger');
    const [service] = await mall.sql<{ id: string }>('select id from service limit 1');
    const key = [mall.mallId, DAY, service!.id];
    assert.deepEqual(await mall.sql(take, [...key, true]), [{ taken: 1 }]);
    assert.deepEqual(await mall.sql(take, [...key, false]), [{ taken: 2 }]);
    const [row] = await mall.sql('select taken, taken_internal from capacity_ledger');
    assert.deepEqual(row, { taken: 2, taken_internal: 1 });
  });

  it('never gives one number too many when many take together', async () => {
    await mall.sql('delete from capacity_ledger');
    const [service] = await mall.sql<{ id: string }>('select id from service limit 1');
    const key = [mall.mallId, DAY, service!.id];
    await mall.sql(
      'insert into capacity_ledger (mall_id, service_day, service_id, quota) values ($1, $2, $3, 5)',
      key,
    );
    const takes = await Promise.all(Array.from({ length: 20 }, () => mall.pool.query(take, [...key, false])));
    assert.equal(takes.filter(({ rowCount }) => rowCount === 1).length, 5);
  });
});

describe('the states of all booths', () => {
  let mall: TestMall;
  // Connections keep the function with which they began, so it is watched from before the first.
  const query = mock.method(pg.Client.prototype, 'query');
  before(async () => (mall = await withTestMall({ at: TUESDAY_MORNING })));
  after(async () => {
    await mall.stop();
    query.mock.restore();
  });
  const list = () => mall.as(capacityProcedures, PUBLIC_ACTOR).listBoothStates({});

  it('tell everybody who gives numbers until when, and who does not, why and when again', async () => {
    const { now, booths } = await list();
    assert.equal(now.slice(0, 16), '2026-11-24T01:00');
    const by = new Map(booths.map((booth) => [booth.agencySlug, booth]));
    assert.equal(booths.length, 18);
    assert.deepEqual(
      { ...by.get('disdukcapil'), agencyId: '' },
      {
        agencyId: '',
        agencySlug: 'disdukcapil',
        series: 'A',
        givesNumbers: true,
        code: null,
        name: null,
        until: '2026-11-24T06:30:00.000Z',
        opensAt: null,
        intakeEndsAt: null,
        siteDays: { from: null, until: null },
        dayKnown: true,
      },
    );
    const court = by.get('pengadilan-agama')!;
    assert.equal(court.code, 'BOOTH_CLOSED');
    assert.equal(court.opensAt, '2026-11-25T00:00:00.000Z');
  });

  it('say that the day is unknown when its year, or that of the next opening, was not imported', async () => {
    const known = async () =>
      (await list()).booths.filter((booth) => booth.dayKnown).map((booth) => booth.agencySlug);
    await mall.setClock('2027-12-31T16:00+08:00');
    assert.deepEqual(await known(), []);
    await mall.setClock('2026-12-31T16:00+08:00');
    assert.deepEqual(await known(), []);
    await mall.setClock('2026-12-30T16:00+08:00');
    assert.ok((await known()).includes('disdukcapil'));
    assert.ok(!(await known()).includes('pengadilan-agama'));
    await mall.setClock(TUESDAY_MORNING);
  });

  it('cost two statements besides finding the mall, however many booths there are', async () => {
    query.mock.resetCalls();
    await list();
    // BEGIN with the opening, the mall, the calendar, the booths, COMMIT.
    assert.equal(query.mock.callCount(), 5);
  });
});
