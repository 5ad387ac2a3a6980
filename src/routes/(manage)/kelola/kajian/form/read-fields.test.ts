import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIGURE_FIELDS, PART_FIELDS } from './part-fields.ts';
import { toContent, toTexts } from './read-fields.ts';

test('what is kept comes back to the form and from there unchanged', () => {
  const service = {
    ...{ agency: 'Samsat', name: 'Pajak', place: 'Paringin', yearlyRequests: 24_000, visitsPerRequest: 1.8 },
    ...{ km: 12.5, travelMinutes: 60, costRupiah: 30_000, serviceMinutes: 8, joins: false, source: null },
  };
  const fields = PART_FIELDS.service;
  assert.deepEqual(toContent(toTexts(service, fields), fields), service);
});

test('a share is written in per cent and kept exactly', () => {
  const fields = FIGURE_FIELDS.filter(({ kind }) => kind === 'share');
  const shares = Object.fromEntries(
    fields.map(({ name }, index) => [name, Number((0.07 + index / 8).toFixed(3))]),
  );
  assert.equal(toTexts(shares, fields)['busiestShare'], '7');
  assert.deepEqual(toContent(toTexts(shares, fields), fields), shares);
});
