import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '#platform/values/day.ts';
import { promiseOnDay, type TermedPromise } from './promise-on-day.ts';

const base: TermedPromise & { readonly name: string } = {
  ...{ name: 'base', agencyId: 'a', state: 'signed', endedOn: null },
  ...{ beginsOn: '2026-01-01', endsOn: '2026-12-31' },
};
const addendum = { ...base, name: 'addendum', beginsOn: '2026-07-01' };
const on = (day: string, promises = [base, addendum]) => promiseOnDay('a', day as Day, promises)?.name;

test('an addendum holds from its first day on, before it what it changes', () => {
  assert.equal(on('2026-06-30'), 'base');
  assert.equal(on('2026-07-01'), 'addendum');
  assert.equal(on('2026-07-01', [addendum, base]), 'addendum', 'in whatever order they are given');
});

test('before and after the term, and of another agency, nothing is promised', () => {
  assert.equal(on('2025-12-31'), undefined);
  assert.equal(on('2027-01-01'), undefined);
  assert.equal(promiseOnDay('b', '2026-06-30' as Day, [base]), undefined);
  assert.equal(on('2026-06-30', [{ ...base, state: 'draft' }]), undefined);
});
