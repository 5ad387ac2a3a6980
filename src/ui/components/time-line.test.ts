import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { layoutTimeLine, LINE_LEFT, LINE_RIGHT } from './time-line.ts';

const MINUTE = 60_000;
const HALVES = { now: 31, come: 25, about: 31, sure: 42 };

test('times stand in proportion on the line', () => {
  const line = layoutTimeLine({ now: 0, comeAt: 13 * MINUTE, about: 23 * MINUTE, sure: 38 * MINUTE });
  assert.equal(line.now.x, LINE_LEFT);
  assert.ok(line.come !== null);
  assert.ok(Math.abs((line.come.x - LINE_LEFT) / (line.sure.x - LINE_LEFT) - 13 / 38) < 1e-9);
  assert.ok(line.sure.x < LINE_RIGHT, 'one in ten is called after almost surely');
});

test('a come-at time that has passed is left out', () => {
  assert.equal(layoutTimeLine({ now: 10, comeAt: 9, about: 20, sure: 30 }).come, null);
});

test('somebody who is called at once gets a line, not a division by nothing', () => {
  const line = layoutTimeLine({ now: 5, comeAt: 5, about: 5, sure: 5 });
  for (const mark of [line.now, line.about, line.sure]) {
    assert.ok(Number.isFinite(mark.x) && Number.isFinite(mark.labelX));
  }
});

test('words never overlap, never leave the drawing and keep their order, however close the times', () => {
  const minutes = fc.integer({ min: -5, max: 300 });
  fc.assert(
    fc.property(minutes, minutes, minutes, (come, about, sure) => {
      const line = layoutTimeLine({
        now: 0,
        comeAt: come * MINUTE,
        about: about * MINUTE,
        sure: sure * MINUTE,
      });
      const named = (['now', 'come', 'about', 'sure'] as const).flatMap((name) => {
        const mark = line[name];
        return mark === null ? [] : [{ ...mark, half: HALVES[name] }];
      });
      let edge = 0;
      for (const { x, labelX, half } of named) {
        assert.ok(labelX - half >= edge - 1e-9, 'overlaps the word before it');
        assert.ok(x >= LINE_LEFT - 1e-9 && x <= LINE_RIGHT + 1e-9);
        edge = labelX + half;
      }
      assert.ok(edge <= 320, 'leaves the drawing');
    }),
  );
});
