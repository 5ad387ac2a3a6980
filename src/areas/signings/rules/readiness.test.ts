import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLacks, isReady, type ToBeSigned } from './readiness.ts';

const SIGNATORY = {
  ...{
    signatory: 'Ahmad',
    position: 'Kepala',
    authority: 'SK 1/2025',
    delegated: false,
    powerOfAttorney: null,
  },
};
const AGREED: ToBeSigned = {
  state: 'agreed',
  parties: [
    { ...SIGNATORY, name: 'Pemerintah Kabupaten', agencyId: null, number: '1' },
    { ...SIGNATORY, name: 'Samsat', agencyId: 'samsat', number: '2' },
  ],
  ...{ promising: ['samsat'], scanned: false },
};
const [region, samsat] = AGREED.parties;

test('what is agreed, authorised and promised is ready', () => {
  assert.deepEqual(findLacks(AGREED), []);
  assert.ok(isReady('agreed', []));
});

test('numbers may follow, everything else keeps it from being signed', () => {
  const unnumbered = findLacks({ ...AGREED, parties: [region!, { ...samsat!, number: null }] });
  assert.deepEqual(unnumbered, ['number']);
  assert.ok(isReady('agreed', unnumbered));
  const cases: readonly (readonly [Partial<ToBeSigned>, string])[] = [
    [{ state: 'review' }, 'not-agreed'],
    [{ parties: [samsat!] }, 'parties'],
    [{ parties: [region!, { ...samsat!, signatory: null }] }, 'authority'],
    [{ parties: [region!, { ...samsat!, delegated: true }] }, 'power'],
    [{ promising: [] }, 'promise'],
  ];
  for (const [change, lack] of cases) {
    const lacks = findLacks({ ...AGREED, ...change });
    assert.ok(
      lacks.some((one) => one === lack),
      lack,
    );
    assert.ok(!isReady(change.state ?? 'agreed', lacks));
  }
});

test('what is signed lacks its scan until it is there, and is not signed again', () => {
  assert.deepEqual(findLacks({ ...AGREED, state: 'signed' }), ['scan']);
  assert.deepEqual(findLacks({ ...AGREED, state: 'signed', scanned: true }), []);
  assert.ok(!isReady('signed', []));
});
