import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findUnauthorised, type SigningParty } from './signature.ts';

const head: SigningParty = {
  name: 'Kantor Pertanahan',
  signatory: 'Rahmadi',
  position: 'Kepala Kantor',
  authority: 'Keputusan Menteri ATR/Kepala BPN Nomor 12/2025',
  delegated: false,
  powerOfAttorney: null,
};
const region: SigningParty = { ...head, name: 'Pemerintah Kabupaten Balangan' };

test('two parties whose signatories have a basis may sign', () => {
  assert.equal(findUnauthorised([region, head]), undefined);
});

test('nobody signs alone', () => {
  assert.equal(findUnauthorised([region])?.refused, 'PARTIES_FEW');
});

for (const missing of ['signatory', 'position', 'authority'] as const)
  test(`a party without ${missing} cannot sign, and is named`, () => {
    const no = findUnauthorised([region, { ...head, [missing]: null }]);
    assert.deepEqual(no, { refused: 'AUTHORITY_MISSING', facts: { name: 'Kantor Pertanahan' } });
  });

test('who signs for somebody else needs a power of attorney', () => {
  const sent = { ...head, delegated: true };
  assert.equal(findUnauthorised([region, sent])?.refused, 'POWER_MISSING');
  assert.equal(findUnauthorised([region, { ...sent, powerOfAttorney: 'SKU-21/2026' }]), undefined);
});
