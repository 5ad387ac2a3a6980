import assert from 'node:assert/strict';
import test from 'node:test';
import { fromSheet, fromTexts, sheetField, toSheet, toTexts } from './service-sheet.ts';

const service = {
  code: 'STNK-01',
  name: 'Pajak kendaraan tahunan',
  nameEn: 'Yearly vehicle tax',
  slug: 'pajak-kendaraan-tahunan',
  expectedMinutes: 10,
  requirements: ['KTP asli', 'STNK asli'],
  confidence: 'seen',
  active: true,
};
const fees = [
  { kind: 'free', basis: 'UU 24/2013' },
  { kind: 'fixed', rupiah: 30_000, basis: 'PP 76/2020' },
  { kind: 'range', minRupiah: 0, maxRupiah: 1_250_000, basis: 'PP 76/2020' },
  { kind: 'by-table', note: 'menurut nilai tanah', basis: 'PP 128/2015' },
  { kind: 'unknown' },
];
const times = [
  { kind: 'exact', length: 1, unit: 'working-days' },
  { kind: 'range', min: 1, max: 3, unit: 'hours' },
  { kind: 'same-day' },
  { kind: 'unknown' },
];

test('a service goes through the sheet and through texts, and comes out as it was', () => {
  for (const fee of fees)
    for (const promisedTime of times) {
      const whole = { ...service, fee, promisedTime };
      assert.deepEqual(fromSheet(toSheet(whole)), whole);
      assert.deepEqual(fromSheet(fromTexts(toTexts(toSheet(whole)))), whole);
    }
});

test('an amount is read as people write it, and anything else is no amount', () => {
  const rupiah = (feeRupiah: string) =>
    fromTexts({ ...toTexts(toSheet({ ...service, fee: fees[1]!, promisedTime: times[0]! })), feeRupiah })
      .feeRupiah;
  for (const text of ['30000', '30.000', 'Rp30.000', 'Rp 30.000', 'rp. 30.000,00', '30.000,-'])
    assert.equal(rupiah(text), 30_000, text);
  for (const text of ['30.00', '3e4', '-30000', '30,000', 'gratis', '0x10'])
    assert.ok(Number.isNaN(rupiah(text)), text);
  assert.equal(rupiah(''), null);
});

test('empty lines are no requirements, and their order stays', () => {
  const texts = toTexts(toSheet({ ...service, fee: fees[4]!, promisedTime: times[3]! }));
  const { requirements } = fromTexts({ ...texts, requirements: ' KK asli \r\n\r\nKTP asli\n  ' });
  assert.deepEqual(requirements, ['KK asli', 'KTP asli']);
});

test('what the contract does not take is told at the field that a person sees', () => {
  assert.equal(sheetField(['fee', 'maxRupiah']), 'feeRupiahMax');
  assert.equal(sheetField(['fee']), 'feeKind');
  assert.equal(sheetField(['promisedTime', 'min']), 'timeLength');
  assert.equal(sheetField(['requirements', 2]), 'requirements');
});
