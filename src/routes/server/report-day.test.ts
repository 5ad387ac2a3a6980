import assert from 'node:assert/strict';
import test from 'node:test';
import { numberSource, readReportDay, reportQuery, shiftDay, withSimulated } from './report-day.ts';

test('a day that exists is taken as it stands, a leap day too', () => {
  for (const day of ['2026-11-24', '2028-02-29', '2026-01-01']) assert.equal(readReportDay(day), day);
});

test('anything that is no day is answered with 400, also what a program would round to one', () => {
  for (const text of [
    '2026-02-30',
    '2027-02-29',
    '26-11-24',
    'kemarin',
    '2026-13-01',
    '',
    '2026-11-24x',
    '٢٠٢٦-١١-٢٤',
  ]) {
    assert.throws(() => readReportDay(text), { status: 400 });
  }
});

test('the day before and after cross months and years', () => {
  assert.equal(shiftDay('2026-03-01', -1), '2026-02-28');
  assert.equal(shiftDay('2026-12-31', 1), '2027-01-01');
});

test('simulated numbers are in unless the address leaves them out', () => {
  assert.equal(withSimulated(new URL('http://x/?simulasi=tanpa')), false);
  for (const query of ['', '?simulasi=', '?simulasi=dengan']) {
    assert.equal(withSimulated(new URL(`http://x/${query}`)), true);
  }
});

test('numbers on paper are in unless the address leaves them out or asks for them alone, and the address can be made again', () => {
  for (const source of ['all', 'machine', 'paper'] as const) {
    for (const simulated of [true, false]) {
      const url = new URL(`http://x/${reportQuery({ simulated, source })}`);
      assert.deepEqual([numberSource(url), withSimulated(url)], [source, simulated]);
    }
  }
  assert.equal(numberSource(new URL('http://x/?kertas=apa')), 'all');
  assert.equal(reportQuery({ simulated: true, source: 'all' }), '');
});
