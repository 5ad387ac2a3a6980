import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { OUTCOMES } from '#areas/queue/rules/ticket-states.ts';
import type { Day } from '#platform/values/day.ts';
import { isRefusal } from '#platform/values/refusal.ts';
import { pastIntervals, type PastStopAsked } from './past-stop.ts';

const served: PastStopAsked = {
  day: '2026-11-24' as Day,
  zone: 'Asia/Makassar',
  now: Date.parse('2026-11-24T12:00+08:00'),
  takenAt: '09:00',
  calledAt: '09:20',
  endedAt: '09:31',
  outcome: 'finished',
  reason: undefined,
  counterNumber: 3,
};
const told = (change: Partial<PastStopAsked>) => {
  const result = pastIntervals({ ...served, ...change });
  if (isRefusal(result)) return result.refused;
  return result.map(({ kind, startedAt, endedAt }) => `${kind} ${(endedAt - startedAt) / 60_000}`);
};
const uncalled = { calledAt: undefined, counterNumber: undefined };

describe('a stop on paper', () => {
  it('waits until the call and is served from the call on', () => {
    assert.deepEqual(told({}), ['waiting 20', 'called 0', 'serving 11']);
    assert.deepEqual(told({ calledAt: '09:00', endedAt: '09:00' }), ['waiting 0', 'called 0', 'serving 0']);
  });

  it('of an absent person was called and not served, of one who left either, of one not served neither', () => {
    assert.deepEqual(told({ outcome: 'absent' }), ['waiting 20', 'called 11']);
    assert.deepEqual(told({ outcome: 'left' }), ['waiting 20', 'called 11']);
    assert.deepEqual(told({ outcome: 'left', ...uncalled }), ['waiting 31']);
    assert.deepEqual(told({ outcome: 'not-served', ...uncalled }), ['waiting 31']);
  });

  it('is refused when its outcome does not fit what was written down', () => {
    assert.equal(told(uncalled), 'TIMES_INCOMPLETE');
    assert.equal(told({ counterNumber: undefined }), 'TIMES_INCOMPLETE');
    assert.equal(told({ outcome: 'left', counterNumber: undefined }), 'TIMES_INCOMPLETE');
    assert.equal(told({ outcome: 'absent', ...uncalled }), 'TIMES_INCOMPLETE');
    assert.equal(told({ outcome: 'not-served' }), 'TIMES_INCOMPLETE');
    assert.equal(told({ outcome: 'refused' }), 'REASON_NEEDED');
    assert.deepEqual(told({ outcome: 'refused', reason: 'Berkas kurang' }), [
      'waiting 20',
      'called 0',
      'serving 11',
    ]);
  });

  it('goes forward in time and not past now', () => {
    assert.equal(told({ calledAt: '08:59' }), 'TIMES_DISORDERED');
    assert.equal(told({ endedAt: '09:19' }), 'TIMES_DISORDERED');
    assert.equal(told({ ...uncalled, outcome: 'left', endedAt: '08:00' }), 'TIMES_DISORDERED');
    assert.equal(told({ endedAt: '12:01' }), 'TIMES_AHEAD');
    assert.deepEqual(told({ endedAt: '12:00' }), ['waiting 20', 'called 0', 'serving 160']);
    assert.equal(told({ day: '2026-11-25' as Day }), 'TIMES_AHEAD');
  });

  it('has intervals without a gap from taking the number to the end, whatever was written', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        time,
        fc.option(time, { nil: undefined }),
        time,
        fc.constantFrom(...OUTCOMES),
        fc.boolean(),
        (takenAt, calledAt, endedAt, outcome, hasCounter) => {
          const asked = { takenAt, calledAt, endedAt, outcome, reason: 'Berkas kurang' };
          const result = pastIntervals({
            ...served,
            ...asked,
            counterNumber: hasCounter ? 3 : undefined,
          });
          if (isRefusal(result)) return;
          for (const [index, { startedAt, endedAt: end }] of result.entries()) {
            assert.ok(startedAt <= end && end <= served.now);
            if (index > 0) assert.equal(startedAt, result[index - 1]!.endedAt);
          }
        },
      ),
    );
  });
});
