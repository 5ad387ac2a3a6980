import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextMoment, type Moment } from './next-moment.ts';

const zone = 'Asia/Makassar';
const friday: Moment = { weekdays: [5], time: '10:20', lastsMinutes: 40 };
const goTo = (moment: Moment, now: string, holidays: readonly string[] = []) => {
  const at = nextMoment(moment, { now: Date.parse(now), zone, holidays: new Set(holidays) });
  return at === undefined ? undefined : new Date(at).toISOString();
};

describe('the moment of a situation', () => {
  it('is the next one on the wall of the mall', () => {
    assert.equal(goTo(friday, '2026-11-25T21:00:00+08:00'), '2026-11-27T02:20:00.000Z');
    assert.equal(goTo(friday, '2026-11-27T10:20:00+08:00'), '2026-11-27T02:20:00.000Z');
  });

  it('goes on for a while, so that a program started again does not jump a week', () => {
    assert.equal(goTo(friday, '2026-11-27T10:59:59+08:00'), '2026-11-27T02:59:59.000Z');
    assert.equal(goTo(friday, '2026-11-27T11:00:00+08:00'), '2026-12-04T02:20:00.000Z');
  });

  it('is no holiday', () => {
    assert.equal(
      goTo(friday, '2026-12-23T12:00:00+08:00', ['2026-12-24', '2026-12-25']),
      '2027-01-01T02:20:00.000Z',
    );
  });

  it('keeps within its stretch of days, and is none when the last stretch is over', () => {
    const inRamadan: Moment = {
      ...friday,
      weekdays: [1, 2, 3, 4],
      within: [{ from: '2027-02-09', to: '2027-03-09' }],
    };
    assert.equal(goTo(inRamadan, '2026-11-25T21:00:00+08:00'), '2027-02-09T02:20:00.000Z');
    assert.equal(goTo(inRamadan, '2027-03-09T12:00:00+08:00'), undefined);
  });
});
