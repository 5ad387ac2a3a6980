import assert from 'node:assert/strict';
import test from 'node:test';
import { isEmail } from './email.ts';
import { accessOf, judgeChange, judgeRole } from './officers.ts';
import { isPassword } from './password.ts';

const NOW = Date.UTC(2026, 10, 24);

test('an officer is ready, invited, left with an ended link, or inactive', () => {
  const invited = { active: true, ready: false, linkExpiresAt: NOW + 1 };
  assert.equal(accessOf(invited, NOW), 'invited');
  assert.equal(accessOf({ ...invited, linkExpiresAt: NOW }, NOW), 'link-ended', 'it ends at its instant');
  assert.equal(accessOf({ ...invited, linkExpiresAt: null }, NOW), 'link-ended');
  assert.equal(accessOf({ ...invited, ready: true }, NOW), 'ready');
  assert.equal(accessOf({ active: false, ready: true, linkExpiresAt: null }, NOW), 'inactive');
});

test('officers and heads belong to an agency, managers and administrators to none', () => {
  for (const role of ['officer', 'agency-head']) {
    assert.equal(judgeRole(role, 'a'), undefined);
    assert.equal(judgeRole(role, null)?.refused, 'ROLE_AGENCY');
  }
  for (const role of ['manager', 'administrator']) {
    assert.equal(judgeRole(role, null), undefined);
    assert.equal(judgeRole(role, 'a')?.refused, 'ROLE_AGENCY');
  }
});

test('nobody changes the own account, and the last administrator who can come in stays', () => {
  const officer = { id: 'b', role: 'administrator', active: true };
  assert.equal(judgeChange('b', officer, false, ['a', 'b'])?.refused, 'OWN_ACCOUNT');
  assert.equal(judgeChange('b', officer, true, ['a', 'b'])?.refused, 'OWN_ACCOUNT');
  assert.equal(judgeChange('a', officer, false, ['b'])?.refused, 'LAST_ADMINISTRATOR');
  assert.equal(judgeChange('a', officer, false, ['a', 'b']), undefined);
  assert.equal(judgeChange('a', officer, true, ['b']), undefined, 'a new name takes nothing away');
  assert.equal(judgeChange('a', { ...officer, active: false }, false, []), undefined);
  assert.equal(judgeChange('a', { ...officer, role: 'manager' }, false, []), undefined);
});

test('an address has one @ and a domain with a dot', () => {
  for (const good of ['siti@mpp.tabalongkab.go.id', 'a.b+c@x-y.id', "o'neil@contoh.id"])
    assert.ok(isEmail(good), good);
  const bad = [
    '',
    'siti',
    'siti@',
    '@x.id',
    'siti@x',
    'a b@x.id',
    'a@b@x.id',
    'a@-x.id',
    'a@x..id',
    `${'a'.repeat(250)}@x.id`,
  ];
  for (const text of bad) assert.ok(!isEmail(text), text);
});

test('a password has 10 to 128 signs of a keyboard', () => {
  assert.ok(!isPassword('a'.repeat(9)));
  assert.ok(isPassword('a'.repeat(10)));
  assert.ok(isPassword('kata sandi yang panjang'));
  assert.ok(isPassword('a'.repeat(128)));
  assert.ok(!isPassword('a'.repeat(129)));
  assert.ok(!isPassword('tabulator\tdi tengah'));
});
