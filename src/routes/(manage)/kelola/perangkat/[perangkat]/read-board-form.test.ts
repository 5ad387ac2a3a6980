import assert from 'node:assert/strict';
import test from 'node:test';
import { boardValues, readBoardForm } from './read-board-form.ts';

function formOf(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ keras: '80', ...fields }))
    for (const each of typeof value === 'string' ? [value] : value) form.append(name, each);
  return form;
}

test('what was chosen becomes a wish, rows left empty are not in it', () => {
  const { wish } = readBoardForm(
    formOf({
      zona: ['a', 'b'],
      bahasa: 'id-en',
      suara: 'menyala',
      jam: 'ya',
      ...{ 'hari-0': 'friday', 'dari-0': '11:30', 'sampai-0': '13:00', 'keras-0': '0' },
      ...{ 'hari-1': 'every', 'dari-1': '', 'sampai-1': '', 'keras-1': '50' },
    }),
  );
  assert.deepEqual(wish, {
    zoneIds: ['a', 'b'],
    english: true,
    sound: true,
    volume: 80,
    steps: [{ days: 'friday', from: '11:30', until: '13:00', volume: 0 }],
    showsHours: true,
  });
});

test('midnight as an end is the end of the day, and comes back as it was typed', () => {
  const { values, wish } = readBoardForm(formOf({ 'dari-0': '18:00', 'sampai-0': '00:00', 'keras-0': '20' }));
  assert.equal(wish?.steps[0]?.until, '24:00');
  assert.deepEqual(boardValues(wish!).steps, values.steps);
});

test('a row with half an answer or no clock time is pointed at', () => {
  const half = formOf({ 'dari-0': '18:00', 'sampai-0': '', 'keras-0': '20' });
  assert.deepEqual(readBoardForm(half).badSteps, [0]);
  const odd = formOf({ 'dari-0': '18:00', 'sampai-0': '25:00', 'keras-0': '20' });
  assert.deepEqual(readBoardForm(odd).badSteps, [0]);
  assert.equal(readBoardForm(odd).wish, undefined);
});

test('a loudness that was never offered is no wish', () => {
  for (const keras of ['', '101', '-1', '5.5', 'abc'])
    assert.equal(readBoardForm(formOf({ keras })).wish, undefined, keras);
});
