import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reckonAvoided, type ServiceVisits } from './visits-avoided.ts';

const KTP: ServiceVisits = { serviceId: 'ktp', name: 'KTP', baseline: 1.9, came: 120, finished: 100 };

test('visits avoided are the difference per finished request, times the finished requests', () => {
  const [ktp] = reckonAvoided([KTP]);
  assert.equal(ktp!.present, 1.2);
  assert.ok(Math.abs(ktp!.avoided! - 70) < 1e-9);
});

test('a service for which people have to come more often than before counts against it', () => {
  const [worse] = reckonAvoided([{ ...KTP, came: 250 }]);
  assert.ok(worse!.avoided! < 0);
});

test('fewer than thirty finished requests say nothing, and stand last', () => {
  const told = reckonAvoided([{ ...KTP, serviceId: 'new', came: 29, finished: 29 }, KTP]);
  assert.deepEqual(
    told.map(({ serviceId, present }) => [serviceId, present]),
    [
      ['ktp', 1.2],
      ['new', null],
    ],
  );
});
