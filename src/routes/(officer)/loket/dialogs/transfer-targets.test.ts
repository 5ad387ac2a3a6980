import assert from 'node:assert/strict';
import test from 'node:test';
import type { BoothState } from '#areas/capacity/contract.ts';
import type { LiveQueue } from '#areas/queue/contract.ts';
import type { Service } from '#areas/services/contract.ts';
import { listTargets } from './transfer-targets.ts';

const queue = (slug: string, p50Minutes: number | null): LiveQueue =>
  ({
    agencyId: slug,
    agencySlug: slug,
    shortName: slug.toUpperCase(),
    waiting: 3,
    wait: p50Minutes === null ? null : { p10Minutes: 0, p50Minutes, p90Minutes: 99 },
  }) as LiveQueue;
const booth = (slug: string, givesNumbers: boolean) =>
  ({ agencyId: slug, agencySlug: slug, givesNumbers }) as BoothState;
const service = (id: string, agencySlug: string) => ({ id, agencySlug }) as Service;

const facts = {
  queues: [queue('a', null), queue('b', 11.6), queue('c', 4), queue('empty', 1)],
  booths: [booth('a', false), booth('b', true), booth('c', true)],
  services: [service('a1', 'a'), service('b1', 'b'), service('b2', 'b'), service('c1', 'c')],
};

test('a visit can go on at every agency that has another service, open ones first', () => {
  const targets = listTargets(facts, 'c1');
  assert.deepEqual(
    targets.map((target) => [target.shortName, target.givesNumbers, target.waitMinutes]),
    [
      ['B', true, 12],
      ['A', false, null],
    ],
  );
});

test('the present service is not among those of the own agency', () => {
  const own = listTargets(facts, 'b1').find(({ agencySlug }) => agencySlug === 'b');
  assert.deepEqual(
    own!.services.map(({ id }) => id),
    ['b2'],
  );
});
