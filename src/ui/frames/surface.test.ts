import assert from 'node:assert/strict';
import test from 'node:test';
import { surfaceOf } from './surface.ts';

test('an address shows on the surface of the people who use it', () => {
  assert.equal(surfaceOf('/'), 'citizen');
  assert.equal(surfaceOf('/tiket/abc'), 'citizen');
  assert.equal(surfaceOf('/kios'), 'kiosk');
  assert.equal(surfaceOf('/papan/zona-a'), 'board');
  assert.equal(surfaceOf('/loket/3'), 'staff');
  assert.equal(surfaceOf('/kelola/'), 'staff');
  assert.equal(surfaceOf('/akun/sandi'), 'staff');
});

test('a name that only begins like a staff folder is a citizen’s page', () => {
  assert.equal(surfaceOf('/kelolaan'), 'citizen');
  assert.equal(surfaceOf('/layanan/loket'), 'citizen');
});
