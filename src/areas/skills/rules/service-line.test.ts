import assert from 'node:assert/strict';
import test from 'node:test';
import { lineOfService, shareAt, type OpenSeat } from './service-line.ts';

const seat = (services: string[] | null, busy = true): OpenSeat => ({ services, busy });

test('without limits everybody before counts, at every counter', () => {
  const line = lineOfService(
    'ktp',
    new Map([
      ['ktp', 3],
      ['kk', 2],
    ]),
    [seat(null), seat(null, false)],
  );
  assert.deepEqual(line, { countersOpen: 2, countersFree: 1, ahead: 5, load: 5 });
});

test('who can only be served elsewhere stands before nobody', () => {
  const seats = [seat(['ktp']), seat(['kk'])];
  const line = lineOfService(
    'ktp',
    new Map([
      ['ktp', 1],
      ['kk', 9],
    ]),
    seats,
  );
  assert.deepEqual(line, { countersOpen: 1, countersFree: 0, ahead: 1, load: 1 });
});

test('in a chain of counters the shares go evenly to those that can serve', () => {
  const seats = [seat(['a', 'b']), seat(['b', 'c']), seat(null)];
  assert.equal(shareAt(seats, 'a', 'b'), 2 / 3);
  assert.equal(shareAt(seats, 'b', 'a'), 1);
  const line = lineOfService(
    'a',
    new Map([
      ['b', 3],
      ['c', 2],
    ]),
    seats,
  );
  assert.deepEqual(line, { countersOpen: 2, countersFree: 0, ahead: 5, load: 3 });
});

test('where no counter can give it, those stand before who wait for one too', () => {
  const line = lineOfService(
    'kk',
    new Map([
      ['ktp', 4],
      ['kk', 2],
      ['kia', 1],
    ]),
    [seat(['ktp'], false)],
  );
  assert.deepEqual(line, { countersOpen: 0, countersFree: 0, ahead: 3, load: 3 });
  assert.equal(lineOfService('kk', new Map([['ktp', 4]]), []).ahead, 4);
});
