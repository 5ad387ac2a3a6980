import assert from 'node:assert/strict';
import test from 'node:test';
import { MALL_FIELDS, mallTexts, readMallForm, type MallField } from './read-mall-form.ts';

const MALL = {
  name: 'Mal Pelayanan Publik Balangan',
  shortName: 'MPP Balangan',
  regency: 'Balangan',
  launchedOn: null,
  recallsMax: 2,
  noShowMinutes: 3,
  silentMinutes: 5,
};

function send(changed: Partial<Record<MallField, string>>) {
  const form = new FormData();
  for (const [field, text] of Object.entries({ ...mallTexts(MALL), ...changed }))
    form.set(MALL_FIELDS[field as MallField], text);
  return readMallForm(form);
}

test('what the form shows is read as it was kept', () => {
  assert.deepEqual(send({}).values, MALL);
  assert.deepEqual(send({ launchedOn: '2025-11-27', recallsMax: '0' }).values, {
    ...MALL,
    launchedOn: '2025-11-27',
    recallsMax: 0,
  });
});

test('each field outside its bounds is named', () => {
  const wrong = {
    name: 'X',
    recallsMax: '10',
    noShowMinutes: '0',
    silentMinutes: '3,5',
    launchedOn: '2026-02-30',
  };
  assert.deepEqual(new Set(send(wrong).problems), new Set(Object.keys(wrong)));
  assert.deepEqual(send({ recallsMax: '' }).problems, ['recallsMax']);
});
