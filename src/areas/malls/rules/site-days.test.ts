import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addDays, parseDay } from '#platform/values/day.ts';
import { ALWAYS, judgeSiteDays, siteOn } from './site-days.ts';

const FESTIVAL = { from: '2026-11-27', until: '2026-11-29' };

test('the first and the last day belong to a site, the days beside them do not', () => {
  const told = ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map((day) =>
    siteOn(day, FESTIVAL),
  );
  assert.deepEqual(told, ['not-yet', 'there', 'there', 'there', 'over']);
});

test('a bound that is not set bounds nothing', () => {
  assert.equal(siteOn('1999-01-01', ALWAYS), 'there');
  assert.equal(siteOn('2999-12-31', { ...ALWAYS, from: '2026-11-27' }), 'there');
  assert.equal(siteOn('2026-11-26', { ...ALWAYS, from: '2026-11-27' }), 'not-yet');
  assert.equal(siteOn('1999-01-01', { ...ALWAYS, until: '2026-11-29' }), 'there');
  assert.equal(siteOn('2026-11-30', { ...ALWAYS, until: '2026-11-29' }), 'over');
});

test('a site of one day is one, and one that ends before it begins is not', () => {
  assert.equal(judgeSiteDays({ from: '2026-11-27', until: '2026-11-27' }), undefined);
  assert.equal(judgeSiteDays({ from: '2026-11-28', until: '2026-11-27' })?.refused, 'SITE_DAYS');
  for (const days of [ALWAYS, { ...ALWAYS, from: '2026-11-28' }, { ...ALWAYS, until: '2026-11-27' }])
    assert.equal(judgeSiteDays(days), undefined);
});

test('whatever its days, a site is not yet, there and over in this order, without gaps', () => {
  const first = parseDay('2026-12-20')!;
  const days = Array.from({ length: 30 }, (_, n) => addDays(first, n));
  fc.assert(
    fc.property(fc.nat(29), fc.nat(29), (a, b) => {
      const site = { from: days[Math.min(a, b)]!, until: days[Math.max(a, b)]! };
      const told = days.map((day) => siteOn(day, site));
      assert.equal(told.filter((state) => state === 'there').length, Math.abs(a - b) + 1);
      const order = ['not-yet', 'there', 'over'];
      const places = told.map((state) => order.indexOf(state));
      assert.deepEqual(
        places,
        places.toSorted((one, other) => one - other),
      );
    }),
  );
});
