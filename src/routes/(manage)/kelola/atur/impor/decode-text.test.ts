import assert from 'node:assert/strict';
import test from 'node:test';
import { decodeText } from './decode-text.ts';

test('a file in UTF-8, UTF-16 or the encoding of old Windows gives the same text', () => {
  const text = 'Balé – “Café”';
  assert.equal(decodeText(new TextEncoder().encode(text)), text);
  assert.equal(decodeText(new TextEncoder().encode(`\uFEFF${text}`)), text);
  assert.equal(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le')), text);
  const windows = [0x42, 0x61, 0x6c, 0xe9, 0x20, 0x96, 0x20, 0x93, 0x43, 0x61, 0x66, 0xe9, 0x94];
  assert.equal(decodeText(Uint8Array.from(windows)), text);
});
