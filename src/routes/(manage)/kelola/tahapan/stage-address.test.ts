import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STAGE_KINDS } from '#areas/establishment/rules/stages.ts';
import { addressOf, stageAt } from './stage-address.ts';

test('every stage has an address that leads back to it', () => {
  for (const kind of STAGE_KINDS) {
    const key = { kind, year: kind === 'evaluation' ? 2026 : 0 };
    assert.deepEqual(stageAt(addressOf(key)), key);
  }
});

test('what is no stage leads nowhere', () => {
  for (const address of ['', 'evaluasi', 'kajian-2026', 'surat', 'uji', 'tim-', '../tim'])
    assert.equal(stageAt(address), undefined, address);
});
