import assert from 'node:assert/strict';
import test from 'node:test';
import { readPlanForm } from './read-plan-form.ts';

const AGENCY = '01a217d1-59f0-717e-bd74-24fa16212432';

function send(
  rows: readonly (readonly [kind: string, agency: string, ...figures: string[]])[],
  buang: string[] = [],
) {
  const form = new FormData();
  form.set('kolom', '20');
  form.set('baris', '12');
  for (const [kind, agency, x = '', y = '', width = '', height = ''] of rows) {
    form.append('jenis', kind);
    form.append('instansi', agency);
    form.append('x', x);
    form.append('y', y);
    form.append('lebar', width);
    form.append('tinggi', height);
  }
  for (const place of buang) form.append('buang', place);
  return readPlanForm(form);
}

test('each row is a thing, counted from one', () => {
  const plan = send([
    ['booth', AGENCY, '1', '2', '4', '3'],
    ['stairs', '', '10', '1', '2', '2'],
  ]);
  assert.deepEqual(plan?.items, [
    { kind: 'booth', agencyId: AGENCY, x: 0, y: 1, width: 4, height: 3 },
    { kind: 'stairs', agencyId: null, x: 9, y: 0, width: 2, height: 2 },
  ]);
  assert.equal(
    send(
      [
        ['booth', AGENCY, '1', '2', '4', '3'],
        ['stairs', '', '10', '1', '2', '2'],
      ],
      ['0'],
    )?.items.length,
    1,
  );
});

test('the row for something new counts once it has a kind', () => {
  const stairs = ['stairs', '', '10', '1', '2', '2'] as const;
  assert.equal(send([stairs, ['', '', '', '', '', '']])?.items.length, 1);
  assert.equal(send([stairs, ['', AGENCY, '1', '1', '', '']])?.items.length, 1);
  assert.equal(send([stairs, ['lift', '', '1', '1', '', '2']]), undefined);
  assert.deepEqual(send([['', '', '', '', '', ''], stairs], ['0'])?.items.length, 1);
});

test('what is no figure, no kind and no agency is not taken', () => {
  assert.equal(send([['booth', AGENCY, '0', '2', '4', '3']]), undefined);
  assert.equal(send([['booth', '', '1', '2', '4', '3']]), undefined);
  assert.equal(send([['kolam', '', '1', '2', '4', '3']]), undefined);
  assert.equal(send([['lift', '', '1.5', '2', '4', '3']]), undefined);
});
