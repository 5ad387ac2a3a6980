import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { slugFrom } from './slug.ts';

test('an address made from any name is one that an address may be, or nothing', () => {
  assert.equal(slugFrom('Dinas Dukcapil & Catatan Sipil'), 'dinas-dukcapil-catatan-sipil');
  assert.equal(slugFrom('  Balé Pénganggo!  '), 'bale-penganggo');
  assert.equal(slugFrom('***'), '');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      assert.match(slugFrom(name), /^(?:[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?)?$/);
    }),
  );
});
