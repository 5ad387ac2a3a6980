import assert from 'node:assert/strict';
import test from 'node:test';
import { encode } from 'uqr';
import { drawQr } from './qr-path.ts';

test('every dark module is drawn once, every light one never, inside a quiet zone of four', () => {
  const text = 'https://mpp.balangan.contoh/tiket/AbCdEfGhIjKlMnOp';
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const drawn = drawQr(text);
  assert.equal(drawn.side, size + 8);
  const dark = new Set<string>();
  for (const [, x, y, width] of drawn.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(width); i += 1) {
      const module = `${Number(x) + i - 4} ${Number(y) - 4}`;
      assert.ok(!dark.has(module), 'drawn twice');
      dark.add(module);
    }
  }
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) assert.equal(dark.has(`${x} ${y}`), data[y]?.[x] === true, `${x} ${y}`);
  }
});
