import assert from 'node:assert/strict';
import test from 'node:test';
import { allSeries, isSeries, nearestFreeSeries } from './series-letters.ts';

test('a series is one or two capital letters, never I, O or Q', () => {
  for (const text of ['A', 'H', 'J', 'N', 'P', 'R', 'Z', 'AA', 'ZJ'])
    assert.equal(isSeries(text), true, text);
  const wrong = ['I', 'O', 'Q', 'AI', 'OA', 'QQ', 'a', 'AAA', '', 'A1', 'Á', ' A', 'A\n'];
  for (const text of wrong) assert.equal(isSeries(text), false, JSON.stringify(text));
});

test('the series are handed out from A to Z, then from AA to ZZ, each once', () => {
  const all = allSeries();
  assert.equal(all.length, 23 + 23 * 23);
  assert.equal(new Set(all).size, all.length);
  assert.ok(all.every(isSeries));
  assert.deepEqual(
    [all[0], all[8], all[22], all[23], all[24], all.at(-1)],
    ['A', 'J', 'Z', 'AA', 'AB', 'ZZ'],
  );
});

test('every text that passes for a series is on the list', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const texts = [...letters, ...letters.flatMap((a) => letters.map((b) => a + b))];
  assert.deepEqual(texts.filter(isSeries), [...allSeries()]);
});

test('the nearest free series comes after the wanted one, then before it, then has the other length', () => {
  assert.equal(nearestFreeSeries('A', new Set(['A', 'B', 'C'])), 'D');
  assert.equal(nearestFreeSeries('H', new Set(['H'])), 'J');
  assert.equal(nearestFreeSeries('Z', new Set(['Z', 'A'])), 'B');
  assert.equal(nearestFreeSeries('BA', new Set(['BA'])), 'BB');
  const single = new Set(allSeries().filter(({ length }) => length === 1));
  assert.equal(nearestFreeSeries('C', single), 'AA');
  assert.equal(nearestFreeSeries('C', new Set(allSeries())), undefined);
});
