import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { agenciesProcedures } from './procedures.ts';

const HEAD = 'Nama resmi;Nama pendek;Jenis instansi;Huruf antrean;Zona;Loket;Aktif';

describe('a file of agencies', () => {
  let mall: TestMall;
  let keeper: StaffActor;
  before(async () => {
    mall = await withTestMall();
    keeper = await mall.staff('administrator');
  });
  after(() => mall.stop());

  const client = () => mall.as(agenciesProcedures, keeper);
  const file = (...lines: string[]) => [HEAD, ...lines].join('\n');
  const print = async () => JSON.stringify(await client().listKeptAgencies());
  const BNN = 'Badan Narkotika Nasional;BNN;Instansi vertikal;zn;zona a;41, 42;ya';
  const POS = 'PT Pos Indonesia;Pos Indonesia;BUMN;ZP;Zona B;43;';

  it('adds agencies with booth and counters, and the same file a second time changes nothing', async () => {
    const csv = file(BNN, POS);
    assert.deepEqual(await client().importAgencies({ csv }), { fresh: 2, changed: 0, unchanged: 0 });
    const kept = (await client().listKeptAgencies()).find(({ slug }) => slug === 'bnn')!;
    assert.partialDeepStrictEqual(kept, {
      shortName: 'BNN',
      series: 'ZN',
      counters: [41, 42],
      boothName: 'BNN',
      active: true,
    });
    assert.equal(kept.zone.name, 'Zona A');
    const before = await print();
    assert.deepEqual(await client().importAgencies({ csv }), { fresh: 0, changed: 0, unchanged: 2 });
    assert.equal(await print(), before);
  });

  it('changes what is known by its page address, and says in which fields', async () => {
    const csv = file(BNN.replace('41, 42', '41'), POS.replace('Zona B;43;', 'Zona C;43;tidak'));
    assert.deepEqual(
      (await client().previewAgencies({ csv })).rows.map(({ name, state, fields }) => [name, state, fields]),
      [
        ['BNN', 'changed', ['counters']],
        ['Pos Indonesia', 'changed', ['active', 'zone']],
      ],
    );
    assert.deepEqual(await client().importAgencies({ csv }), { fresh: 0, changed: 2, unchanged: 0 });
  });

  it('tells every mistake with its row and column, and takes in nothing', async () => {
    const before = await print();
    const csv = file(
      BNN,
      'Kantor Imigrasi;Imigrasi;Sirkus;I;Zona Z;51;',
      'Kantor Pajak;Pajak Pratama;Instansi vertikal;A;Zona A;1;',
      'Kantor Arsip;Arsip;Dinas kabupaten;ZQ;Zona A;;',
      'Kantor Satu;Satu;Bank;ZA;Zona A;61;',
      'Kantor Dua;Dua;Bank;ZA;Zona A;61;mungkin',
      'Kantor Tiga;Tiga;Bank;ZA;Zona A;61;',
      'Kantor Empat;Empat;Bank;ZB;Zona A;;',
    );
    const { problems } = await client().previewAgencies({ csv });
    assert.deepEqual(
      problems.map(({ row, column, reason }) => `${row} ${column}: ${reason}`),
      [
        '3 Jenis instansi: wrong-kind',
        '3 Huruf antrean: wrong-series',
        '3 Zona: wrong-zoneId',
        '4 Huruf antrean: taken',
        '4 Loket: counter-elsewhere',
        '5 Huruf antrean: wrong-series',
        '7 Aktif: wrong-active',
        '8 Huruf antrean: twice',
        '8 Loket: twice',
        '9 Loket: no-counter',
      ],
    );
    await assert.rejects(client().importAgencies({ csv }), { code: 'IMPORT_UNREADABLE' });
    assert.equal(await print(), before);
  });

  it('is not taken in by halves when one row is refused by what is in use', async () => {
    const before = await print();
    await mall.sql(
      `insert into counter_session (mall_id, id, counter_id, staff_id, opened_at)
       select c.mall_id, gen_random_uuid(), c.id, $1, now() from counter c where c.number = 41`,
      [(await mall.staff('officer', 'bnn')).id],
    );
    const csv = file('Kantor Arsip;Arsip;Dinas kabupaten;ZR;Zona A;71;', BNN.replace('41, 42', '42'));
    await assert.rejects(client().importAgencies({ csv }), { code: 'COUNTER_IN_USE' });
    assert.equal(await print(), before);
  });
});
