import assert from 'node:assert/strict';
import test from 'node:test';
import { homeOf, localPath, signInAddress } from './staff-door.ts';

test('after signing in people go on only to an address of this place', () => {
  assert.equal(
    localPath('/kelola/laporan/2026-11-24?simulasi=tanpa'),
    '/kelola/laporan/2026-11-24?simulasi=tanpa',
  );
  const elsewhere = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
  ];
  for (const text of [...elsewhere, '', null, 'loket', 'javascript:alert(1)', `/${'a'.repeat(600)}`]) {
    assert.equal(localPath(text), undefined, String(text));
  }
});

test('signing in never leads back to signing in', () => {
  assert.equal(localPath('/masuk?ke=/masuk'), undefined);
});

test('the sign-in page is told where to come back to, query and all', () => {
  const address = signInAddress(new URL('http://x/kelola/jejak?sebelum=1'));
  assert.equal(localPath(new URL(address, 'http://x').searchParams.get('ke')), '/kelola/jejak?sebelum=1');
});

test('officers and heads work at the counter, managers and administrators over the floor', () => {
  assert.deepEqual((['officer', 'agency-head', 'manager', 'administrator'] as const).map(homeOf), [
    '/loket',
    '/loket',
    '/kelola',
    '/kelola',
  ]);
});
