import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkPattern, writeNumber } from './letter-number.ts';

test('numbers are written as real parties write them', () => {
  assert.equal(writeNumber('188.45/{urut}/Kum/{tahun}', 417, '2022-12-05'), '188.45/417/Kum/2022');
  assert.equal(
    writeNumber('500.16.7.2/{urut}/425.117/{tahun}', 290, '2024-07-01'),
    '500.16.7.2/290/425.117/2024',
  );
  assert.equal(
    writeNumber('DUKCAPIL.470/{urut}/{romawi}/{tahun}', 287, '2022-06-30'),
    'DUKCAPIL.470/287/VI/2022',
  );
  assert.equal(writeNumber('{urut:4}.Pj/{bulan}/{tahun}', 1, '2022-01-31'), '0001.Pj/01/2022');
  assert.equal(writeNumber('{urut:3}', 1234, '2026-12-01'), '1234');
});

test('a pattern without the number, or with a part that nobody knows, is refused', () => {
  assert.deepEqual(checkPattern('188.45/Kum/{tahun}'), { refused: 'NUMBER_PATTERN', facts: {} });
  assert.deepEqual(checkPattern('{urut}/{hari}'), { refused: 'NUMBER_PATTERN', facts: { name: '{hari}' } });
  assert.equal(checkPattern('{urut}/{tahun')?.refused, 'NUMBER_PATTERN');
  assert.equal(checkPattern('{urut:9}')?.refused, 'NUMBER_PATTERN');
  assert.throws(() => writeNumber('{tahun}', 1, '2026-01-01'), RangeError);
});

test('two numbers of a year are never the same', () => {
  const pattern = fc.constantFrom('A/{urut}/{tahun}', '{urut:3}/{romawi}/{tahun}', '{urut:6}');
  const number = fc.integer({ min: 1, max: 99_999 });
  fc.assert(
    fc.property(pattern, number, number, (text, one, other) => {
      const same = writeNumber(text, one, '2026-05-05') === writeNumber(text, other, '2026-05-05');
      assert.equal(same, one === other);
    }),
  );
});
