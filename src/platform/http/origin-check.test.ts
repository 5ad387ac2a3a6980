import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCrossSite } from './origin-check.ts';

const cookie = 'balairung.session_token=x';

test('reading is never cross-site, whoever links here', () => {
  assert.equal(isCrossSite('GET', { cookie, 'sec-fetch-site': 'cross-site' }, 'mpp.go.id'), false);
});

test('a post with a cookie from our own page passes', () => {
  assert.equal(isCrossSite('POST', { cookie, 'sec-fetch-site': 'same-origin' }, 'mpp.go.id'), false);
  assert.equal(isCrossSite('POST', { cookie, origin: 'https://mpp.go.id' }, 'mpp.go.id'), false);
});

test('a post with a cookie from another site, a sister site or nowhere is stopped', () => {
  assert.equal(isCrossSite('POST', { cookie, 'sec-fetch-site': 'cross-site' }, 'mpp.go.id'), true);
  assert.equal(isCrossSite('POST', { cookie, 'sec-fetch-site': 'same-site' }, 'mpp.go.id'), true);
  assert.equal(isCrossSite('DELETE', { cookie, 'sec-fetch-site': 'none' }, 'mpp.go.id'), true);
  assert.equal(isCrossSite('POST', { cookie, origin: 'https://jahat.example' }, 'mpp.go.id'), true);
  assert.equal(isCrossSite('POST', { cookie, origin: 'null' }, 'mpp.go.id'), true);
  assert.equal(isCrossSite('POST', { cookie }, 'mpp.go.id'), true);
});

test('a program without a cookie cannot be tricked and passes', () => {
  assert.equal(isCrossSite('POST', { origin: 'https://mitra.example' }, 'mpp.go.id'), false);
});
