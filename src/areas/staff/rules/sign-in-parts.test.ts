import assert from 'node:assert/strict';
import test from 'node:test';
import { missingPart, takes } from './sign-in-parts.ts';

test('a link sets what is missing, and nothing where both parts are there', () => {
  assert.equal(missingPart({ password: true, authenticator: true }), undefined);
  assert.equal(missingPart({ password: false, authenticator: true }), 'password');
  assert.equal(missingPart({ password: true, authenticator: false }), 'authenticator');
  assert.equal(missingPart({ password: false, authenticator: false }), 'both');
});

test('a lost password takes no authenticator with it, nor the reverse; both take both', () => {
  assert.ok(takes('password', 'password'));
  assert.ok(!takes('password', 'authenticator'));
  assert.ok(takes('authenticator', 'authenticator'));
  assert.ok(!takes('authenticator', 'password'));
  assert.ok(takes('both', 'password') && takes('both', 'authenticator'));
});
