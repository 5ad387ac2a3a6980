import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keptDay, type Span } from './kept-day.ts';

const at = (clock: string) => {
  const [hours, minutes] = clock.split('.').map(Number);
  return (hours! * 60 + minutes!) * 60_000;
};
const span = (from: string, until: string): Span => ({ startsAt: at(from), endsAt: at(until) });
const day = (facts: { promised?: Span[]; excused?: Span[]; present?: Span[] }, now = '20.00') =>
  keptDay(
    { promised: [span('08.00', '12.00'), span('13.00', '15.00')], excused: [], present: [], ...facts },
    at(now),
  );

test('a day is kept by who is there from beginning to end, a quarter of an hour granted at both', () => {
  assert.equal(day({ present: [span('08.15', '14.45')] }).state, 'kept');
  assert.equal(day({ present: [span('08.16', '15.00')] }).state, 'late');
  assert.equal(day({ present: [span('08.00', '14.44')] }).state, 'early');
  assert.equal(day({}).state, 'absent');
});

test('who was there only in the promised break was absent', () => {
  assert.equal(day({ present: [span('12.00', '13.00')] }).state, 'absent');
});

test('minutes count within what was promised alone', () => {
  const { promisedMinutes, presentMinutes } = day({
    present: [span('07.00', '10.00'), span('12.30', '16.00')],
  });
  assert.deepEqual([promisedMinutes, presentMinutes], [360, 240]);
});

test('an approved closure takes its hours out; over all of them the day is excused', () => {
  const morning = [span('06.00', '13.00')];
  assert.deepEqual(day({ excused: morning, present: [span('13.00', '15.00')] }), {
    state: 'kept',
    promisedMinutes: 120,
    presentMinutes: 120,
  });
  assert.equal(day({ excused: [span('00.00', '24.00')] }).state, 'excused');
  assert.equal(day({ excused: [...morning, span('13.00', '15.00')] }).state, 'excused');
});

test('today is judged when its last hour is over, and nobody is late for what lies ahead', () => {
  assert.equal(day({}, '07.59').state, 'to-come');
  assert.equal(day({}, '14.59').state, 'running');
  assert.equal(day({}, '15.00').state, 'absent');
  assert.equal(day({}, '09.00').promisedMinutes, 60);
});

test('nothing promised, nothing broken', () => {
  assert.deepEqual(day({ promised: [] }), { state: 'free', promisedMinutes: 0, presentMinutes: 0 });
});

test('nobody is there for longer than was promised', () => {
  const clock = fc.integer({ min: 0, max: 24 * 60 });
  const spans = fc.array(fc.tuple(clock, clock), { maxLength: 6 }).map((pairs) => {
    const marks = [...new Set(pairs.flat())].toSorted((a, b) => a - b);
    const cut = marks.slice(0, marks.length - (marks.length % 2));
    return cut.flatMap((from, place) =>
      place % 2 === 0 ? [{ startsAt: from * 60_000, endsAt: cut[place + 1]! * 60_000 }] : [],
    );
  });
  fc.assert(
    fc.property(spans, spans, spans, clock, (promised, excused, present, now) => {
      const one = keptDay({ promised, excused, present }, now * 60_000);
      assert.ok(one.presentMinutes <= one.promisedMinutes + 1e-9);
      if (one.state === 'absent') assert.equal(one.presentMinutes, 0);
    }),
  );
});
