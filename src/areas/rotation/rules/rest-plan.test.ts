import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Weekday } from '#platform/values/day.ts';
import { isRefusal } from '#platform/values/refusal.ts';
import {
  checkPlan,
  clockMinutes,
  clockText,
  fits,
  nearestStart,
  openMinNow,
  proposePlan,
  REST_MINUTES_MAX,
  REST_MINUTES_MIN,
  usualOpenMin,
  type RestSlot,
} from './rest-plan.ts';

const slot = (counterId: string, from: string, until: string, weekday: Weekday = 1): RestSlot => ({
  counterId,
  weekday,
  starts: clockMinutes(from),
  ends: clockMinutes(until),
});
const FOUR = { counters: 4, openMin: 1 };

/** How many rest at this minute of a day, counted the plain way. */
const restingAt = (slots: readonly RestSlot[], minute: number, day: Weekday) =>
  slots.filter(({ weekday, starts, ends }) => weekday === day && starts <= minute && minute < ends).length;

const anySlot = fc
  .record({
    counterId: fc.uuid(),
    weekday: fc.constantFrom<Weekday[]>(1, 5),
    starts: fc.integer({ min: 600, max: 860 }),
    minutes: fc.integer({ min: REST_MINUTES_MIN, max: 60 }),
  })
  .map(({ counterId, weekday, starts, minutes }) => ({ counterId, weekday, starts, ends: starts + minutes }));
const anyRule = fc.record({
  counters: fc.integer({ min: 1, max: 6 }),
  openMin: fc.integer({ min: 0, max: 4 }),
});

describe('a plan of rests', () => {
  it('stands while as many counters stay open as were ruled', () => {
    const three = ['1', '2', '3'].map((counter) => slot(counter, '12:00', '12:30'));
    assert.equal(checkPlan(three, FOUR), undefined);
    const four = [...three, slot('4', '12:20', '12:50')];
    assert.deepEqual(checkPlan(four, FOUR), {
      refused: 'REST_TOO_FEW_OPEN',
      facts: { slot: 3, openMin: 1, nearest: clockMinutes('12:30') },
    });
  });

  it('counts a rest that ends when the next one begins as over', () => {
    const rule = { counters: 2, openMin: 1 };
    assert.equal(checkPlan([slot('1', '12:00', '12:30'), slot('2', '12:30', '13:00')], rule), undefined);
  });

  it('has no nearest time where nobody may ever rest', () => {
    const no = checkPlan([slot('1', '12:00', '12:30')], { counters: 2, openMin: 2 });
    assert.deepEqual(no, { refused: 'REST_TOO_FEW_OPEN', facts: { slot: 0, openMin: 2 } });
  });

  it('gives a counter several rests a day, not over one another, not of five minutes nor of three hours', () => {
    const two = [slot('1', '12:00', '12:30'), slot('1', '12:30', '12:45'), slot('1', '12:10', '12:40', 5)];
    assert.equal(checkPlan(two, FOUR), undefined);
    assert.deepEqual(checkPlan([...two, slot('1', '12:20', '12:40')], FOUR), {
      refused: 'REST_TIMES',
      facts: { slot: 3 },
    });
    const hours = ['08', '09', '10', '11', '12', '13', '14'].map((hour) =>
      slot('1', `${hour}:00`, `${hour}:15`),
    );
    assert.equal(checkPlan(hours.slice(1), FOUR), undefined);
    assert.deepEqual(checkPlan(hours, FOUR)?.facts, { slot: 6 });
    for (const until of ['12:05', '15:00', '11:00'])
      assert.equal(checkPlan([slot('1', '12:00', until)], FOUR)?.refused, 'REST_TIMES', until);
  });

  it('never leaves fewer open than ruled at any minute, whatever was written', () => {
    fc.assert(
      fc.property(fc.array(anySlot, { maxLength: 8 }), anyRule, (slots, rule) => {
        const enough = ([1, 5] as const).every((day) =>
          Array.from({ length: 400 }, (_, at) => restingAt(slots, 590 + at, day)).every(
            (resting) => resting === 0 || rule.counters - resting >= rule.openMin,
          ),
        );
        const checked = checkPlan(slots, rule);
        assert.equal(checked === undefined, enough);
      }),
    );
  });

  it('names the nearest time that fits, and no nearer minute does', () => {
    fc.assert(
      fc.property(anySlot, fc.array(anySlot, { maxLength: 6 }), anyRule, (wanted, others, rule) => {
        const found = nearestStart(wanted, others, rule);
        const minutes = wanted.ends - wanted.starts;
        const fitsAt = (starts: number) => fits({ ...wanted, starts, ends: starts + minutes }, others, rule);
        const distance = found === undefined ? 1440 : Math.abs(found - wanted.starts);
        if (found !== undefined) assert.ok(fitsAt(found));
        for (let away = 0; away < distance; away += 1)
          for (const starts of [wanted.starts - away, wanted.starts + away])
            if (starts >= 0 && starts + minutes <= 1440) assert.ok(!fitsAt(starts), `${starts} fits too`);
      }),
    );
  });
});

describe('a proposal', () => {
  it('lets four counters rest in two turns where two must stay open', () => {
    const plan = proposePlan({
      counterIds: ['1', '2', '3', '4'],
      rule: { counters: 4, openMin: 2 },
      from: clockMinutes('11:30'),
      until: clockMinutes('13:30'),
      minutes: 45,
    });
    assert.ok(!isRefusal(plan));
    assert.deepEqual(
      plan.map(({ counterId, starts }) => `${counterId} ${clockText(starts)}`),
      ['1 11:30', '2 11:30', '3 12:45', '4 12:45'],
    );
  });

  it('says the longest rest for which the time suffices', () => {
    const wish = { counterIds: ['1', '2', '3'], rule: { counters: 3, openMin: 2 }, from: 720, until: 780 };
    assert.deepEqual(proposePlan({ ...wish, minutes: 30 }), {
      refused: 'REST_TOO_LONG',
      facts: { minutes: 20 },
    });
    assert.ok(!isRefusal(proposePlan({ ...wish, minutes: 20 })));
  });

  it('always stands, gives each counter one rest within the time, and turns that differ by one', () => {
    fc.assert(
      fc.property(
        fc.record({
          counters: fc.integer({ min: 1, max: 20 }),
          openMin: fc.integer({ min: 0, max: 20 }),
          minutes: fc.integer({ min: REST_MINUTES_MIN, max: REST_MINUTES_MAX }),
          room: fc.integer({ min: 10, max: 360 }),
        }),
        ({ counters, openMin, minutes, room }) => {
          const counterIds = Array.from({ length: counters }, (_, place) => `${place}`);
          const rule = { counters, openMin };
          const plan = proposePlan({ counterIds, rule, from: 660, until: 660 + room, minutes });
          if (isRefusal(plan)) return;
          const week = plan.map((rest) => ({ ...rest, weekday: 5 as const }));
          assert.equal(checkPlan(week, rule), undefined);
          assert.deepEqual(
            plan.map(({ counterId }) => counterId),
            counterIds,
          );
          for (const { starts, ends } of plan) assert.ok(starts >= 660 && ends <= 660 + room);
          const turns = new Map<number, number>();
          for (const { starts } of plan) turns.set(starts, (turns.get(starts) ?? 0) + 1);
          const sizes = [...turns.values()];
          assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
        },
      ),
    );
  });
});

describe('how many must stay open', () => {
  it('is one where nobody said otherwise, and none where there is only one counter', () => {
    assert.deepEqual([0, 1, 2, 9].map(usualOpenMin), [0, 0, 1, 1]);
  });

  it('is never so many that nobody could rest while all others are at work', () => {
    assert.equal(openMinNow(1, 1), 0);
    assert.equal(openMinNow(1, 2), 1);
    assert.equal(openMinNow(3, 3), 2);
    assert.equal(openMinNow(0, 4), 0);
    assert.equal(openMinNow(2, 0), 0);
  });
});
