import assert from 'node:assert/strict';
import { test } from 'node:test';
import { downloadHeaders } from './download-headers.ts';

test('a stored file is sent as what it is, and the browser may not guess otherwise', () => {
  const headers = downloadHeaders({ name: 'foto.png', mediaType: 'image/png', sizeBytes: 12 });
  assert.equal(headers['content-type'], 'image/png');
  assert.equal(headers['content-length'], '12');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.match(headers['content-security-policy']!, /sandbox/);
  assert.match(headers['content-disposition']!, /^inline;/);
});

test('a text is saved, never opened as a page', () => {
  const headers = downloadHeaders({ name: 'x.html', mediaType: 'text/plain', sizeBytes: 1 });
  assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
  assert.match(headers['content-disposition']!, /^attachment;/);
});

test('no name breaks out of its header', () => {
  const name = 'a"\r\nset-cookie: x=1; b\u202e(1)\ud800.pdf';
  const headers = downloadHeaders({ name, mediaType: 'application/pdf', sizeBytes: 1 });
  assert.match(headers['content-disposition']!, /^inline; filename\*=UTF-8''[A-Za-z0-9%.!~_-]+$/);
});
