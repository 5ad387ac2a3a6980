import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { localPath } from './local-path.ts';

const ORIGIN = 'https://mpp.example';

test('a path of this site is kept with its query and its place on the page', () => {
  assert.equal(localPath('/layanan?cari=ktp#samsat', ORIGIN), '/layanan?cari=ktp#samsat');
  assert.equal(localPath('/tiket/abc', ORIGIN), '/tiket/abc');
});

test('an address that leads elsewhere, however it is written, leads home', () => {
  const elsewhere = [
    'https://jahat.example/',
    '//jahat.example',
    '/\\jahat.example',
    '/\t/jahat.example',
    '\n//jahat.example',
    'javascript:alert(1)',
    '/..//jahat.example',
    '',
    'layanan',
  ];
  for (const path of elsewhere) assert.equal(localPath(path, ORIGIN), '/', JSON.stringify(path));
  assert.equal(localPath(null, ORIGIN), '/');
});

test('whatever is asked for, the browser stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `/${text}`),
      ),
      (wanted) => {
        assert.equal(new URL(localPath(wanted, ORIGIN), ORIGIN).origin, ORIGIN);
      },
    ),
    { numRuns: 2000 },
  );
});
