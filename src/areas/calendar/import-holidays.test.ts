import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseHolidays } from './import-holidays.ts';

const HEADER = 'date,kind,name,decree,confidence';
const DECREE = 'SKB 3 Menteri 1497/2025 2/2025 5/2025';
const NEW_YEAR = `2026-01-01,holiday,Tahun Baru 2026 Masehi,${DECREE},seen`;
const EID = `2026-03-21,holiday,Idul Fitri 1447 Hijriah,${DECREE},seen`;
const newYear = {
  day: '2026-01-01',
  kind: 'holiday',
  name: 'Tahun Baru 2026 Masehi',
  decree: DECREE,
  confidence: 'seen',
};

const file = (...lines: string[]) => [HEADER, ...lines, ''].join('\n');
const daysOf = (csv: string) => parseHolidays(csv).rows.map((row) => row.day as string);

describe('the holidays that come with the program', () => {
  const { rows, problems } = parseHolidays(
    readFileSync(new URL('data/holidays.csv', import.meta.url), 'utf8'),
  );
  const count = (year: string, kind: string) =>
    rows.filter((row) => row.day.startsWith(year) && row.kind === kind).length;

  it('are read without a problem', () => {
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rows.map((row) => row.day),
      rows.map((row) => row.day).toSorted(),
    );
  });

  it('are the 17 holidays and 8 days of joint leave of the decree for 2026, all seen', () => {
    assert.equal(count('2026', 'holiday'), 17);
    assert.equal(count('2026', 'joint-leave'), 8);
    const of2026 = rows.filter((row) => row.day.startsWith('2026'));
    assert.ok(of2026.every((row) => row.confidence === 'seen' && row.decree === DECREE));
  });

  it('are marked as recalled for 2025', () => {
    const of2025 = rows.filter((row) => row.day.startsWith('2025'));
    assert.ok(of2025.length > 0 && of2025.every((row) => row.confidence === 'recalled'));
  });
});

describe('a list of holidays', () => {
  it('is read row by row', () => {
    assert.deepEqual(parseHolidays(file(NEW_YEAR)), { rows: [newYear], problems: [] });
  });

  it('may come as a spreadsheet writes it: byte order mark, semicolons or tabs, CRLF, blank lines', () => {
    const expected = { rows: [newYear], problems: [] };
    const csv = file('', NEW_YEAR, ' , , , , ');
    assert.deepEqual(parseHolidays(`\uFEFF${csv}`), expected);
    assert.deepEqual(parseHolidays(csv.replaceAll('\n', '\r\n')), expected);
    assert.deepEqual(parseHolidays(`\uFEFF${csv.replaceAll(',', ';').replaceAll('\n', '\r\n')}`), expected);
    assert.deepEqual(parseHolidays(csv.replaceAll(',', '\t')), expected);
    assert.deepEqual(parseHolidays(csv.trimEnd()), expected);
  });

  it('keeps a comma in a name, in quotes or between semicolons', () => {
    const name = 'Hari Suci Nyepi, Tahun Baru Saka';
    const quoted = file(`2026-03-19,holiday,"${name}",${DECREE},seen`);
    const semicolons = [HEADER.replaceAll(',', ';'), `2026-03-19;holiday;${name};${DECREE};seen`].join('\n');
    assert.equal(parseHolidays(quoted).rows[0]?.name, name);
    assert.equal(parseHolidays(semicolons).rows[0]?.name, name);
  });

  it('may have its columns in any order, further columns and spaces around a cell', () => {
    const csv = `Confidence,note,DATE,kind,name,decree\n seen ,x, 2026-01-01 ,holiday,${newYear.name},${DECREE}\n`;
    assert.deepEqual(parseHolidays(csv), { rows: [newYear], problems: [] });
  });

  it('leaves out a row that is written twice', () => {
    assert.deepEqual(parseHolidays(file(NEW_YEAR, EID, NEW_YEAR)).problems, []);
    assert.deepEqual(daysOf(file(NEW_YEAR, EID, NEW_YEAR)), ['2026-01-01', '2026-03-21']);
  });
});

describe('a list of holidays is refused', () => {
  const refused = (line: string) => parseHolidays(file(NEW_YEAR, line, EID)).problems;

  it('for a day that does not exist or is written otherwise', () => {
    for (const date of ['2026-02-29', '2026-13-01', '2026-1-1', '01/01/2026', '1 Januari 2026', '46023']) {
      const problems = refused(`${date},holiday,Libur,${DECREE},seen`);
      assert.deepEqual(problems, [{ row: 3, column: 'date', reason: 'not-a-date' }], date);
    }
  });

  it('for a kind or a confidence that is not known', () => {
    assert.deepEqual(refused(`2026-05-01,libur,Hari Buruh,${DECREE},seen`), [
      { row: 3, column: 'kind', reason: 'unknown-kind' },
    ]);
    assert.deepEqual(refused(`2026-05-01,holiday,Hari Buruh,${DECREE},maybe`), [
      { row: 3, column: 'confidence', reason: 'unknown-confidence' },
    ]);
  });

  it('for one day with two names, kinds or decrees', () => {
    const contradicting = (line: string) =>
      refused(line).map(({ row, column, reason }) => `${row} ${column} ${reason}`);
    assert.deepEqual(contradicting(`2026-01-01,holiday,Tahun Baru,${DECREE},seen`), [
      '3 name contradicts-earlier-row',
    ]);
    assert.deepEqual(contradicting(NEW_YEAR.replace('holiday', 'joint-leave')), [
      '3 kind contradicts-earlier-row',
    ]);
    assert.deepEqual(contradicting(NEW_YEAR.replace('1497', '1498')), ['3 decree contradicts-earlier-row']);
    assert.equal(parseHolidays(file(NEW_YEAR, NEW_YEAR.replace('Masehi', 'M'))).rows[0]?.name, newYear.name);
  });

  it('for an empty cell, an endless one and a row of another length', () => {
    assert.deepEqual(refused(`2026-05-01,holiday,,${DECREE},seen`), [
      { row: 3, column: 'name', reason: 'empty' },
    ]);
    assert.deepEqual(refused(`2026-05-01,holiday,${'x'.repeat(201)},${DECREE},seen`), [
      { row: 3, column: 'name', reason: 'too-long' },
    ]);
    assert.deepEqual(refused(`2026-05-01,holiday,Buruh, internasional,${DECREE},seen`), [
      { row: 3, column: '', reason: 'wrong-number-of-cells' },
    ]);
    assert.deepEqual(refused('2026-05-01,holiday'), [
      { row: 3, column: '', reason: 'wrong-number-of-cells' },
    ]);
  });

  it('for a header that lacks a column or has it twice', () => {
    assert.deepEqual(parseHolidays(`date,kind,name,decree\n`).problems, [
      { row: 1, column: 'confidence', reason: 'column-missing' },
    ]);
    assert.deepEqual(parseHolidays(`${HEADER},name\n`).problems, [
      { row: 1, column: 'name', reason: 'column-twice' },
    ]);
    assert.equal(parseHolidays('').problems.length, 5);
  });

  it('for quotes that never end', () => {
    const { rows, problems } = parseHolidays(file(NEW_YEAR, `2026-05-01,holiday,"Hari Buruh,${DECREE},seen`));
    assert.deepEqual(rows, []);
    assert.deepEqual(
      problems.map(({ reason }) => reason),
      ['unreadable'],
    );
  });

  it('with the line of every problem, and the good rows beside them', () => {
    const { rows, problems } = parseHolidays(
      file(NEW_YEAR, '', `x,holiday,A,${DECREE},seen`, EID, `2026-05-01,y,A,${DECREE},seen`),
    );
    assert.deepEqual(
      rows.map((row) => row.day),
      ['2026-01-01', '2026-03-21'],
    );
    assert.deepEqual(
      problems.map(({ row, column }) => `${row} ${column}`),
      ['4 date', '6 kind'],
    );
  });

  it('but never by a fault, whatever the text', () => {
    const odd = fc.string({
      unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', '\uFEFF', 'a', '2026-01-01'),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), odd), fc.boolean(), (text, withHeader) => {
        const { rows, problems } = parseHolidays(withHeader ? `${HEADER}\n${text}` : text);
        assert.ok(rows.length === 0 || withHeader);
        for (const { row } of problems) assert.ok(Number.isInteger(row) && row >= 1);
      }),
      { numRuns: 1_000 },
    );
  });
});
