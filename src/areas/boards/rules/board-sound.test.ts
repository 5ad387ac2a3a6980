import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findOverlap, volumeAt, type BoardSound, type VolumeStep } from './board-sound.ts';

const step = (days: VolumeStep['days'], from: string, until: string, volume: number): VolumeStep => ({
  days,
  from,
  until,
  volume,
});
const TUESDAY = 2;
const FRIDAY = 5;

describe('how loud a board speaks', () => {
  const board: BoardSound = {
    sound: true,
    volume: 80,
    steps: [step('every', '07:00', '09:00', 50), step('every', '12:15', '12:35', 0)],
  };

  it('is its ordinary volume outside of every step, from the very minute at which a step ends', () => {
    assert.equal(volumeAt(board, { time: '06:59', weekday: TUESDAY }), 80);
    assert.equal(volumeAt(board, { time: '07:00', weekday: TUESDAY }), 50);
    assert.equal(volumeAt(board, { time: '08:59', weekday: TUESDAY }), 50);
    assert.equal(volumeAt(board, { time: '09:00', weekday: TUESDAY }), 80);
  });

  it('is nothing in a quiet step, and nothing at all with the sound off', () => {
    assert.equal(volumeAt(board, { time: '12:20', weekday: TUESDAY }), 0);
    assert.equal(volumeAt({ ...board, sound: false }, { time: '10:00', weekday: TUESDAY }), 0);
  });

  it('follows the step for Fridays on Fridays, and only then', () => {
    const steps = [...board.steps, step('friday', '11:30', '13:00', 10)];
    assert.equal(volumeAt({ ...board, steps }, { time: '12:20', weekday: FRIDAY }), 10);
    assert.equal(volumeAt({ ...board, steps }, { time: '12:20', weekday: TUESDAY }), 0);
    assert.equal(volumeAt({ ...board, steps }, { time: '11:45', weekday: TUESDAY }), 80);
  });

  it('lasts to the end of the day where a step ends at 24:00', () => {
    const steps = [step('every', '18:00', '24:00', 20)];
    assert.equal(volumeAt({ ...board, steps }, { time: '23:59', weekday: TUESDAY }), 20);
  });
});

describe('steps that overlap', () => {
  it('are found within the same days, also when one lies inside the other', () => {
    const outer = step('every', '08:00', '12:00', 50);
    const inner = step('every', '09:00', '10:00', 0);
    assert.deepEqual(findOverlap([outer, inner]), [outer, inner]);
    assert.deepEqual(findOverlap([inner, step('every', '09:59', '11:00', 0)])?.[0], inner);
  });

  it('are none where one begins when the other ends, or where one is for Fridays only', () => {
    assert.equal(
      findOverlap([step('every', '08:00', '09:00', 5), step('every', '09:00', '10:00', 5)]),
      undefined,
    );
    assert.equal(
      findOverlap([step('every', '12:00', '13:00', 5), step('friday', '11:30', '13:00', 5)]),
      undefined,
    );
  });
});
