import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BREATH_SECONDS, timeSentence } from './sentence-timing.ts';

describe('the timing of a sentence', () => {
  it('lets the words follow each other without a gap, after the chime and a breath', () => {
    const { starts, totalSeconds } = timeSentence(1.5, [0.5, 0.25], 1);
    assert.deepEqual(starts, [0, 1.5 + BREATH_SECONDS, 2 + BREATH_SECONDS]);
    assert.equal(totalSeconds, 2.25 + BREATH_SECONDS);
  });

  it('takes a breath before each repetition', () => {
    const { starts, totalSeconds } = timeSentence(1, [0.5], 2);
    assert.deepEqual(starts, [0, 1 + BREATH_SECONDS, 1.5 + 2 * BREATH_SECONDS]);
    assert.equal(totalSeconds, 2 + 2 * BREATH_SECONDS);
  });

  it('is the chime alone where there is nothing to say', () => {
    assert.deepEqual(timeSentence(1.5, [], 2), { starts: [0], totalSeconds: 1.5 });
  });
});
