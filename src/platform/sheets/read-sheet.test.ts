import assert from 'node:assert/strict';
import test from 'node:test';
import { readSheet, type SheetColumn } from './read-sheet.ts';

type Key = 'code' | 'name' | 'note';
const columns: readonly SheetColumn<Key>[] = [
  { key: 'code', head: 'Kode layanan', needed: true },
  { key: 'name', head: 'Nama', needed: true },
  { key: 'note', head: 'Keterangan', needed: false },
];
const read = (text: string) => readSheet(text, columns);
const told = (text: string) =>
  read(text).problems.map(({ row, column, reason }) => `${row} ${column} ${reason}`);

test('rows are read under their headings, in any order and spelling', () => {
  assert.deepEqual(read('NAMA, kode_layanan\nKTP,A1\n'), {
    rows: [{ row: 2, cells: { code: 'A1', name: 'KTP', note: '' } }],
    problems: [],
  });
});

test('a file may come as spreadsheets write it', () => {
  const plain = 'Kode layanan,Nama,Keterangan\nA1,KTP,baru\n\nA2,"Akta, kutipan",\n';
  const expected = read(plain);
  assert.equal(expected.rows.length, 2);
  const quoted = 'Kode layanan;Nama;Keterangan\nA1;KTP;baru\n\nA2;Akta, kutipan;\n';
  for (const text of [
    `\uFEFF${plain}`,
    plain.replaceAll('\n', '\r\n'),
    `\uFEFF${quoted.replaceAll('\n', '\r\n')}`,
    quoted.replaceAll(';', '\t'),
  ])
    assert.deepEqual(read(text), expected);
});

test('a row is told by the line at which it begins, also after cells of several lines', () => {
  const rows = read('Kode layanan,Nama\nA1,"satu\ndua\ntiga"\nA2,KK\n').rows.map(({ row }) => row);
  assert.deepEqual(rows, [2, 5]);
});

test('every problem is told with its line and column', () => {
  assert.deepEqual(told('Kode layanan,Namma\nA1,KTP\n'), ['1 Namma column-unknown', '1 Nama column-missing']);
  assert.deepEqual(told('Kode layanan,Nama,nama\nA1,KTP,KTP\n'), ['1 nama column-twice']);
  assert.deepEqual(told('Kode layanan,Nama\nA1\nA2,KK\nA3,Akta, kutipan\n'), [
    '2  wrong-number-of-cells',
    '4  wrong-number-of-cells',
  ]);
  assert.deepEqual(told(''), ['1  no-rows']);
  assert.deepEqual(told('Kode layanan,Nama\n'), ['1  no-rows']);
  assert.match(told('Kode layanan,Nama\nA1,"KTP\n')[0]!, /unreadable$/);
  const long = `Kode layanan,Nama\n${'A1,KTP\n'.repeat(10_001)}`;
  assert.deepEqual(told(long), ['10002  too-many-rows']);
});
