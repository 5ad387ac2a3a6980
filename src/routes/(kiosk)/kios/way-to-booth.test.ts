import assert from 'node:assert/strict';
import test from 'node:test';
import type { FloorPlan } from '#areas/floor-plans/contract.ts';
import { findWay } from './way-to-booth.ts';

type Item = FloorPlan['items'][number];
const thing = (kind: Item['kind'], agencyId: string | null = null): Item => ({
  kind,
  agencyId,
  x: 0,
  y: 0,
  width: 2,
  height: 2,
});
const floor = (number: number, ...items: Item[]): FloorPlan => ({
  siteId: 'site',
  siteName: 'MPP',
  floor: number,
  version: 1,
  columns: 20,
  rows: 12,
  items,
});
const zoneOf = (id: string) => ({ id, slug: id, name: id, floor: 1 });
const AGENCIES = [
  { id: '1', slug: 'dukcapil', zone: zoneOf('a') },
  { id: '2', slug: 'samsat', zone: zoneOf('a') },
  { id: '3', slug: 'bpn', zone: zoneOf('b') },
];
const ground = floor(1, thing('booth', '1'), thing('booth', '2'), thing('kiosk'));
const upper = floor(2, thing('booth', '3'), thing('kiosk'));

test('a booth is looked for on the floor on which it is drawn', () => {
  assert.equal(findWay([ground, upper], AGENCIES, 'bpn', 'a')?.plan.floor, 2);
  assert.equal(findWay([ground, upper], AGENCIES, 'bri', 'a'), undefined);
  assert.equal(findWay([], AGENCIES, 'bpn', 'a'), undefined);
});

test('the kiosk is on it where a booth of its own zone is, and no second kiosk', () => {
  assert.equal(findWay([ground, upper], AGENCIES, 'dukcapil', 'a')?.here, true);
  assert.equal(findWay([ground, upper], AGENCIES, 'bpn', 'a')?.here, false);
  const two = floor(1, ...ground.items, thing('kiosk'));
  assert.equal(findWay([two], AGENCIES, 'dukcapil', 'a')?.here, false);
  assert.equal(findWay([ground], AGENCIES, 'dukcapil', 'unknown')?.here, false);
});
