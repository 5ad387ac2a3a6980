import assert from 'node:assert/strict';
import test from 'node:test';
import { orErrorPage, refusalFrom } from './page-refusal.ts';

const thrown = (code: string, status: number, data: unknown = {}) =>
  Object.assign(new Error(code), { code, status, data });

test('a refusal is known by its shape, a fault is not one', () => {
  assert.equal(refusalFrom(thrown('SERVICE_UNKNOWN', 404))?.refused, 'SERVICE_UNKNOWN');
  assert.equal(refusalFrom(thrown('INTERNAL_SERVER_ERROR', 500)), undefined);
  assert.equal(refusalFrom(Object.assign(new Error('no socket'), { code: 'ECONNREFUSED' })), undefined);
  assert.equal(refusalFrom('text'), undefined);
});

test('an address that cannot be read leads where an unknown one leads', async () => {
  const answer = orErrorPage(Promise.reject(thrown('BAD_REQUEST', 400)), 'TICKET_UNKNOWN');
  await assert.rejects(answer, { status: 404, body: { status: 404, message: 'TICKET_UNKNOWN' } });
});

test('a fault stays a fault, so that it gets its incident number', async () => {
  const fault = thrown('ECONNREFUSED', 503);
  await assert.rejects(orErrorPage(Promise.reject(fault), 'TICKET_UNKNOWN'), fault);
});
