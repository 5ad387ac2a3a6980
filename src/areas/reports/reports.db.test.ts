import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { PUBLIC_ACTOR, type Actor, type StaffActor } from '#platform/contract/access.ts';
import { addDays, parseDay } from '#platform/values/day.ts';
import { serveVisitor, sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { dayReportCsv } from './day-report-csv.ts';
import { reportsProcedures } from './procedures.ts';
import { NUMBER_SOURCES, type NumberSource } from './rules/number-sources.ts';
import { arbitraryStop, listTestServices, writeDay, type PlainStop } from './testing/random-day.ts';
import { recount } from './testing/recount.ts';

const HOUR_MS = 3_600_000;
/** Makassar has no summer time: the hour on its wall is UTC and eight. */
const wallHour = (epochMs: number) => new Date(epochMs + 8 * HOUR_MS).getUTCHours();

/** Sums of minutes are made in another order here than there: equal up to a millionth. */
function assertSame(actual: unknown, expected: unknown, where: string): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    assert.ok(Math.abs(actual - expected) < 1e-6, `${where}: ${actual} is not ${expected}`);
  } else if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected)) {
      assertSame((actual as Record<string, unknown>)[key], value, `${where}.${key}`);
    }
  } else assert.equal(actual, expected, where);
}

describe('the report of a day', () => {
  let mall: TestMall;
  let manager: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: '2026-11-24T09:00+08:00' });
    manager = await mall.staff('manager');
  });
  after(() => mall.stop());
  const report = (day: string, choice: { simulated?: boolean; source?: NumberSource } = {}) =>
    mall.as(reportsProcedures, manager).getDayReport({ day, ...choice });

  it('equals a recount by hand in every figure, in total, by service and by hour', async () => {
    const services = await listTestServices(mall);
    let day = parseDay('2026-01-01')!;
    const midnight = Date.UTC(2026, 0, 1) - 8 * HOUR_MS;
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryStop(midnight, services.length), { maxLength: 40 }),
        fc.boolean(),
        fc.constantFrom(...NUMBER_SOURCES),
        async (stops, simulated, source) => {
          // Each run has a day of its own; the hours on the wall are those of the first.
          day = addDays(day, 1);
          await writeDay(mall, day, stops);
          const told = await report(day, { simulated, source });
          const counted = stops.filter(
            (stop) =>
              (simulated || !stop.simulated) && (source === 'all' || stop.paper === (source === 'paper')),
          );
          assertSame(told.total, recount(counted), 'total');
          assert.equal(told.simulatedCount, stops.filter((stop) => stop.simulated).length);
          assert.equal(told.paperCount, stops.filter((stop) => stop.paper).length);
          assertParts(
            told.byService,
            counted,
            (row) => row.code,
            (stop) => services[stop.service]!.code,
          );
          assertParts(
            told.byHour,
            counted,
            (row) => row.hour,
            (stop) => wallHour(stop.createdAt),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of a day on which nobody came says so', async () => {
    const told = await report('2025-06-01');
    assertSame(told.total, recount([]), 'total');
    assert.deepEqual([told.byService, told.byHour], [[], []]);
    assert.equal(told.timeZone, 'Asia/Makassar');
    assert.equal(told.includesSimulated, true);
  });

  it('is for the manager and the administrator alone, and only of a day that exists', async () => {
    const head = await mall.staff('agency-head', 'disdukcapil');
    const of = (actor: StaffActor) => mall.as(reportsProcedures, actor).getDayReport({ day: '2026-11-24' });
    await assert.rejects(of(head), { code: 'FORBIDDEN' });
    await assert.rejects(mall.as(reportsProcedures, PUBLIC_ACTOR).getOverview(), { code: 'SIGN_IN_NEEDED' });
    await of(await mall.staff('administrator'));
    for (const day of ['2026-02-30', 'kemarin', "2026-11-24'; --"]) {
      await assert.rejects(report(day), { code: 'BAD_REQUEST' });
    }
  });
});

function assertParts<Row extends object, Key extends string | number>(
  rows: readonly Row[],
  stops: readonly PlainStop[],
  keyOfRow: (row: Row) => Key,
  keyOfStop: (stop: PlainStop) => Key,
): void {
  const groups = Map.groupBy(stops, keyOfStop);
  assert.deepEqual(new Set(rows.map(keyOfRow)), new Set(groups.keys()));
  assert.equal(rows.length, groups.size);
  for (const row of rows) assertSame(row, recount(groups.get(keyOfRow(row))!), String(keyOfRow(row)));
}

describe('a day that people made', () => {
  let mall: TestMall;
  before(async () => (mall = await withTestMall({ at: '2026-11-24T10:00+08:00' })));
  after(() => mall.stop());

  it('counts what people did through the operations, freezing the wait at the first call', async () => {
    const reports = mall.as(reportsProcedures, await mall.staff('manager'));
    const officer = await mall.staff('officer', 'disdukcapil');
    await sitDown(mall, officer);
    const desk = mall.as(queueProcedures, officer);
    await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: 'ktp-el-baru' });
    await mall.setClock('2026-11-24T10:10+08:00');
    const { called } = await desk.callNext({});
    const ticketId = called!.ticketId;
    await mall.setClock('2026-11-24T10:13+08:00');
    await desk.recall({ ticketId });
    await mall.setClock('2026-11-24T10:14+08:00');
    await desk.startServing({ ticketId });
    await mall.setClock('2026-11-24T11:00+08:00');
    await desk.finish({ ticketId, outcome: 'consultation' });
    await serveVisitor(mall, officer, { service: 'kartu-keluarga-baru', outcome: 'absent', simulated: true });
    const { total, byHour, byService } = await reports.getDayReport({ day: '2026-11-24', simulated: false });
    assert.deepEqual([total.issued, total.served, total.outcomes.consultation], [1, 1, 1]);
    assert.ok(Math.abs(total.waitMinutes.p50! - 10) < 0.1);
    assert.ok(Math.abs(total.serviceMinutes.mean! - 46) < 0.1);
    assert.deepEqual([byHour.map((row) => row.hour), byService.map((row) => row.code)], [[10], ['DKC-01']]);
    const all = await reports.getDayReport({ day: '2026-11-24' });
    assert.deepEqual([all.total.issued, all.total.outcomes.absent, all.simulatedCount], [2, 1, 1]);
  });

  it('can be taken as a sheet with the same figures, by those alone who may read the page', async () => {
    const officer = await mall.staff('officer', 'disdukcapil');
    await sitDown(mall, officer);
    await serveVisitor(mall, officer, { service: 'ktp-el-baru' });
    const manager = await mall.staff('manager');
    const sheet = (actor: Actor, simulated = true) =>
      mall.as(reportsProcedures, actor).getDayReportCsv({ day: '2026-11-24', simulated });
    const told = await sheet(manager);
    assert.equal(told.fileName, 'laporan-balangan-2026-11-24.csv');
    assert.equal(
      told.csv.replace(/Dibuat;[^\r]*/, ''),
      dayReportCsv(
        await mall.as(reportsProcedures, manager).getDayReport({ day: '2026-11-24' }),
        'id',
      ).replace(/Dibuat;[^\r]*/, ''),
    );
    assert.equal((await sheet(manager, false)).fileName, 'laporan-balangan-2026-11-24-tanpa-simulasi.csv');
    for (const role of ['officer', 'agency-head'] as const) {
      await assert.rejects(sheet(await mall.staff(role, 'disdukcapil')), { code: 'FORBIDDEN' });
    }
    await assert.rejects(sheet(mall.kiosk()), { code: 'FORBIDDEN' });
    await assert.rejects(sheet(PUBLIC_ACTOR), { code: 'SIGN_IN_NEEDED' });
  });
});

describe('the mall now', () => {
  let mall: TestMall;
  before(async () => (mall = await withTestMall({ at: '2026-11-24T09:00+08:00' })));
  after(() => mall.stop());

  it('tells booth by booth who waits, who serves, who is idle, unstaffed or closed', async () => {
    const overview = async () => mall.as(reportsProcedures, await mall.staff('manager')).getOverview();
    const kiosk = mall.as(queueProcedures, mall.kiosk());
    const simulatedKiosk = mall.as(queueProcedures, mall.kiosk({ simulated: true }));
    const registrar = await mall.staff('officer', 'disdukcapil');
    await sitDown(mall, registrar);
    await sitDown(mall, await mall.staff('officer', 'polres'));
    await kiosk.issueTicket({ service: 'ktp-el-baru' });
    await kiosk.issueTicket({ service: 'pajak-kendaraan-tahunan' });
    await mall.setClock('2026-11-24T09:58+08:00');
    const { called } = await mall.as(queueProcedures, registrar).callNext({});
    await mall.as(queueProcedures, registrar).startServing({ ticketId: called!.ticketId });
    await mall.setClock('2026-11-24T10:05+08:00');
    await simulatedKiosk.issueTicket({ service: 'ktp-el-baru' });
    await mall.setClock('2026-11-24T10:20+08:00');
    const told = await overview();
    assert.deepEqual(
      [told.waiting, told.serving, told.issuedToday, told.servedToday, told.simulatedToday],
      [2, 1, 3, 0, 1],
    );
    const booth = (slug: string) => told.booths.find(({ agencySlug }) => agencySlug === slug)!;
    assert.equal(booth('disdukcapil').state, 'serving');
    assert.deepEqual([booth('disdukcapil').countersOpen, booth('disdukcapil').countersTotal], [1, 4]);
    assert.ok(booth('disdukcapil').wait!.p90Minutes > booth('disdukcapil').wait!.p50Minutes);
    assert.ok(Math.abs(booth('disdukcapil').longestWaitMinutes! - 15) < 0.1);
    assert.equal(booth('polres').state, 'idle');
    assert.equal(booth('samsat').state, 'unstaffed');
    assert.equal(booth('samsat').wait, null);
    assert.ok(Math.abs(booth('samsat').longestWaitMinutes! - 80) < 0.1);
    assert.equal(booth('pengadilan-agama').state, 'closed');
    assert.equal(booth('pengadilan-agama').opensAt, '2026-11-25T00:00:00.000Z');
    assert.equal(told.booths.length, 18);
    assert.deepEqual(told.arrivalsByHour, [
      { hour: 9, issued: 2, called: 1 },
      { hour: 10, issued: 1, called: 0 },
    ]);
    assert.ok(told.streamToken.length > 20);
  });
});
