import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { newId } from '#platform/random/ids.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { servicesProcedures } from './procedures.ts';

const HEAD =
  'Instansi,Kode layanan,Nama layanan,Menit di loket,Biaya,Rupiah,Dasar biaya,Janji waktu,Lamanya,Satuan waktu,Syarat';
const ROWS = 10_000;
const SECONDS_MAX = 5;

describe('a file of services', () => {
  let mall: TestMall;
  let keeper: StaffActor;
  before(async () => {
    mall = await withTestMall();
    keeper = await mall.staff('administrator');
  });
  after(() => mall.stop());

  const as = (actor: StaffActor) => mall.as(servicesProcedures, actor);
  const file = (...lines: string[]) => [HEAD, ...lines].join('\r\n');
  const print = async () => JSON.stringify(await mall.sql('select * from service order by code'));

  const LINES = [
    'Disdukcapil,UJI-01,Layanan uji satu,10,gratis,,UU 24/2013,pasti,1,hari kerja,KK asli | KTP asli',
    'disdukcapil,UJI-02,Layanan uji dua,15,Tarif tetap,Rp30.000,PP 76/2020,hari itu juga,,,',
    'POLRES,UJI-03,Layanan uji tiga,20,,,,,,,',
  ];

  it('adds what is new, and the same file a second time changes nothing', async () => {
    const csv = file(...LINES);
    const preview = await as(keeper).previewServices({ csv });
    assert.deepEqual([preview.problems, preview.fresh, preview.changed, preview.unchanged], [[], 3, 0, 0]);
    assert.deepEqual(await as(keeper).importServices({ csv }), { fresh: 3, changed: 0, unchanged: 0 });
    const kept = await as(keeper).listKeptServices({});
    const [first, second, third] = ['UJI-01', 'UJI-02', 'UJI-03'].map((code) =>
      kept.find((service) => service.code === code)!,
    );
    assert.deepEqual(first!.requirements, ['KK asli', 'KTP asli']);
    assert.deepEqual(second!.fee, { kind: 'fixed', rupiah: 30_000, basis: 'PP 76/2020' });
    assert.deepEqual([third!.fee, third!.promisedTime], [{ kind: 'unknown' }, { kind: 'unknown' }]);
    const before = await print();
    for (const again of [csv, `\uFEFF${csv}`, csv.replaceAll(',', ';').replaceAll('\r', '')]) {
      assert.deepEqual((await as(keeper).previewServices({ csv: again })).rows, []);
      assert.deepEqual(await as(keeper).importServices({ csv: again }), {
        fresh: 0,
        changed: 0,
        unchanged: 3,
      });
    }
    assert.equal(await print(), before);
  });

  it('changes what is known by its code, and says in which fields', async () => {
    const csv = file(LINES[0]!.replace(',10,', ',12,'), LINES[1]!);
    const preview = await as(keeper).previewServices({ csv });
    assert.deepEqual(preview.rows, [
      { row: 2, name: 'Layanan uji satu', state: 'changed', fields: ['expectedMinutes'] },
    ]);
    assert.deepEqual(await as(keeper).importServices({ csv }), { fresh: 0, changed: 1, unchanged: 1 });
  });

  it('tells every mistake with its row and column, and takes in nothing', async () => {
    const before = await print();
    const csv = file(
      LINES[0]!,
      'Kantor Pos,UJI-11,Layanan pos,10,,,,,,,',
      'Polres,UJI-01,Layanan uji empat,10,,,,,,,',
      'Polres,UJI-12,Layanan uji lima,lama,Tarif tetap,murah,,,,,',
      'Polres,UJI-13,Layanan uji lima,10,,,,,,,',
      'Polres,UJI-14,KTP-el baru,10,,,,,,,',
      'Polres,UJI-15,Layanan, dengan koma,10,,,,,,,',
    );
    const { problems, problemCount } = await as(keeper).previewServices({ csv });
    assert.deepEqual(
      problems.map(({ row, column, reason }) => `${row} ${column}: ${reason}`),
      [
        '3 Instansi: agency-unknown',
        '4 Kode layanan: twice',
        '4 Instansi: other-agency',
        '5 Menit di loket: wrong-expectedMinutes',
        '5 Rupiah: wrong-feeRupiah',
        '5 Dasar biaya: wrong-feeBasis',
        '7 Nama layanan: taken',
        '8 : wrong-number-of-cells',
      ],
    );
    assert.equal(problemCount, problems.length);
    await assert.rejects(as(keeper).importServices({ csv }), {
      code: 'IMPORT_UNREADABLE',
      data: { row: 3, column: 'Instansi', problems: problemCount },
    });
    assert.equal(await print(), before);
  });

  it(`of ${ROWS} rows with 20 mistakes is answered within ${SECONDS_MAX} s, and each mistake is named`, async () => {
    const planted = new Map<number, string>();
    const lines = Array.from({ length: ROWS }, (_, place) => {
      const row = place + 2;
      const minutes = place % 500 === 250 ? 'sepuluh' : '10';
      if (minutes !== '10') planted.set(row, 'Menit di loket');
      return `Polres,BES-${place},Layanan besar nomor ${place},${minutes},gratis,,UU 24/2013,pasti,1,hari kerja,KTP asli`;
    });
    assert.equal(planted.size, 20);
    const begun = performance.now();
    const { problems, fresh } = await as(keeper).previewServices({ csv: file(...lines) });
    const seconds = (performance.now() - begun) / 1000;
    assert.deepEqual(new Map(problems.map(({ row, column }) => [row, column])), planted);
    assert.equal(fresh, ROWS - 20);
    assert.ok(seconds < SECONDS_MAX, `${seconds.toFixed(2)} s`);
  });

  it('is for the administrator alone, and knows only the agencies of the own mall', async () => {
    const csv = file(LINES[2]!);
    const manager = await mall.staff('manager');
    await assert.rejects(as(manager).previewServices({ csv }), { code: 'FORBIDDEN' });
    await assert.rejects(as(manager).importServices({ csv }), { code: 'FORBIDDEN' });
    const stranger = { ...keeper, mallId: newId() };
    const { problems } = await as(stranger).previewServices({ csv });
    assert.deepEqual(
      problems.map(({ reason }) => reason),
      ['agency-unknown'],
    );
  });
});
