import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PartyValues } from '#areas/agreements/contract.ts';
import { headTyped, partyTyped, readHead, readParty, readPromise, type Typed } from './read-forms.ts';

function send(typed: Typed): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries(typed)) form.set(name, text);
  return form;
}

const HEAD = {
  ...{ title: 'PKS Samsat', beginsOn: '2025-12-01', endsOn: null, extensionNoticeDays: 90 },
  terms: { purpose: 'Layanan dekat', facilities: '', costs: '', data: '', disputes: '' },
};
const PARTY: PartyValues = {
  ...{ agencyId: null, name: 'Pemerintah Kabupaten Balangan', signatory: 'Rahmadi', position: 'Bupati' },
  ...{ authority: 'Keputusan Mendagri', delegated: true, powerOfAttorney: 'SKU-21', dataRole: 'joint' },
  ...{ contactName: null, contactPhone: null, contactEmail: null },
};

test('what the forms show is read as it was kept', () => {
  assert.deepEqual(readHead(send(headTyped(HEAD))).values, HEAD);
  assert.deepEqual(readParty(send(partyTyped(PARTY))).values, PARTY);
});

test('each field that is not right is named, and what was typed comes back', () => {
  const read = readHead(
    send({ ...headTyped(HEAD), title: 'P', endsOn: '2026-02-30', extensionNoticeDays: '-1' }),
  );
  assert.deepEqual(new Set(read.problems), new Set(['title', 'endsOn', 'extensionNoticeDays']));
  assert.equal(read.typed['endsOn'], '2026-02-30');
  assert.deepEqual(readParty(send({ ...partyTyped(PARTY), name: '', dataRole: 'all' })).problems, [
    'name',
    'dataRole',
  ]);
});

test('a promise is read with its hours, and one wrong hour holds it back', () => {
  const typed = { staff: '2', backup: '0', dailyQuota: '', 'h1-0-buka': '8', 'h1-0-tutup': '15.00' };
  const read = readPromise(send(typed));
  assert.deepEqual(read.values, {
    ...{ services: [], staff: 2, backup: 0, dailyQuota: null },
    hours: [{ weekday: 1, opens: '08:00', closes: '15:00' }],
  });
  const wrong = readPromise(send({ ...typed, 'h1-0-tutup': '7.00', dailyQuota: '0' }));
  assert.deepEqual(new Set(wrong.problems), new Set(['dailyQuota', 'hours']));
  assert.equal(wrong.values, undefined);
  assert.equal(wrong.hourProblems[0]?.problem, 'ends-first');
});
