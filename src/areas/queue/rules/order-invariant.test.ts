import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { firstPlace } from './first-place.ts';
import { HEAD_START_MAX_MIN, headStartMinutes, orderKey, referenceTime } from './head-start.ts';
import type { Arrival } from './head-start.ts';
import { HOLD_MINUTES, holdEnds, HOLDS_MAX, placeAfterHold } from './hold.ts';
import { compareTickets, nextTicket } from './next-ticket.ts';
import type { WaitingTicket } from './next-ticket.ts';
import { drawFrom, Heap } from './testing/draw-and-heap.ts';
import {
  findLine,
  findLongestHere,
  join,
  openLines,
  SERVICES,
  type Line,
  type Visitor,
} from './testing/lines.ts';
import { placeAfterTransfer } from './transfer.ts';

/**
 * The promise of the one clock, counted over whole made-up days: per service, nobody is passed by
 * someone whose reference time is more than 30 minutes later. `ORDER_CALLS=10000000` runs the figure
 * of the design; the default is a sample that a test run can afford. `ORDER_SEED` draws other days.
 */
const CALLS_WANTED = Number(process.env['ORDER_CALLS'] ?? 200_000);
const SEED = Number(process.env['ORDER_SEED'] ?? 20_261_124);
const MINUTE_MS = 60_000;
const COUNTERS_PER_DAY = 8;
const ARRIVALS_PER_DAY = 2_000;
const LINE_MAX = 600;

/** Called and not there: comes back at a time of their own, in time or late. */
interface OnHold {
  readonly visitor: Visitor;
  readonly heldUntil: number;
  readonly backAt: number;
}

type KeyRule = (visitor: Arrival & { readonly priority: boolean }) => number;

const keyByTheRules: KeyRule = (visitor) => orderKey(referenceTime(visitor), headStartMinutes(visitor));

/** Walk-ins, priority, kept and missed appointments, and people back from an expired hold. */
function drawVisitor(draw: () => number, now: number): Arrival & { readonly priority: boolean } {
  const priority = draw() < 0.25;
  const appointmentAt = draw() < 0.3 ? now + Math.round((draw() * 100 - 40) * MINUTE_MS) : null;
  const isBack = draw() < 0.08;
  const checkedInAt = isBack ? now - Math.round(draw() * 90 * MINUTE_MS) : now;
  return { priority, checkedInAt, appointmentAt, returnedAt: isBack ? now : null };
}

/** Every counter has some skills, and every service a counter. */
function drawSkills(draw: () => number): readonly ReadonlySet<string>[] {
  return Array.from({ length: COUNTERS_PER_DAY }, (_, counter) => {
    const own = SERVICES[counter % SERVICES.length] ?? 'ktp';
    return new Set([own, ...SERVICES.filter(() => draw() < 0.3)]);
  });
}

interface Tally {
  calls: number;
  /** Calls that broke the promise toward somebody of the same service. */
  broken: number;
  /** Calls that passed somebody at all: without these the test would prove nothing. */
  passing: number;
  /** People who came back from a hold, in time and late. */
  returned: number;
  /** Calls that were taken back: their people wait on. */
  undone: number;
  /** People whom the day before had not served, who took their first place up at some time of the day. */
  carried: number;
  /** People who went on at another line, after our error or as a next stop. */
  transferred: number;
  /** Calls out of turn, marked by their reason, and how many of them would have broken the promise. */
  marked: number;
  markedBreaks: number;
}

/** At noon so many of the counters pause, for this long. */
const LUNCH = { from: 3 * 60 * MINUTE_MS, until: 4 * 60 * MINUTE_MS, counters: 5 } as const;

/**
 * One day of arrivals and calls in random order, until the hall is empty or, on half of the days, until it closes over those
 * who wait. They come again on the next day, at any time of it, with the first place that they have earned.
 * @param unserved whom the day before left behind; afterwards, whom this one did
 */
function runDay(draw: () => number, keyOf: KeyRule, tally: Tally, unserved: boolean[]): void {
  const lines = openLines();
  const counters = drawSkills(draw);
  let now = 0;
  let arrived = 0;
  let waiting = 0;
  let rush = 0.5;
  const onHold: OnHold[] = [];
  const owed = unserved.splice(0);
  const closesAfter = draw() < 0.5 ? ARRIVALS_PER_DAY * (0.5 + draw() / 2) : Infinity;
  for (let step = 0; arrived < ARRIVALS_PER_DAY || waiting > 0 || onHold.length > 0; step += 1) {
    if (arrived >= closesAfter) {
      for (const line of lines)
        for (let left = popped(line); left.length > 0; left = popped(line)) unserved.push(left[0]!.priority);
      return;
    }
    assert.ok(step < 100 * ARRIVALS_PER_DAY, 'the hall empties');
    if (step % 300 === 0) rush = 0.2 + 0.6 * draw();
    // Whole seconds, often the same one, so that ties happen.
    now += Math.floor(draw() * 40) * 1000;
    waiting += takeBack(lines, onHold, now, tally);
    if (owed.length > 0 && draw() < 0.2) {
      const line = lines[Math.floor(draw() * lines.length)]!;
      const priority = owed.pop()!;
      const place = firstPlace({ opensAt: 0 }, priority);
      const promise = { joinedAt: now, waitedMinutes: 0, promisedFrom: place.referenceAt, called: false };
      const id = `carried${String(owed.length).padStart(4, '0')}`;
      join(line, { id, serviceId: line.serviceId, priority, holds: 0, ...place, ...promise });
      tally.carried += 1;
      waiting += 1;
    }
    if (arrived < ARRIVALS_PER_DAY && waiting < LINE_MAX && draw() < rush) {
      const line = lines[Math.floor(draw() * lines.length)]!;
      const arrival = drawVisitor(draw, now);
      const id = String(Math.floor(draw() * 1e9)).padStart(9, '0') + String(arrived);
      join(line, {
        id,
        serviceId: line.serviceId,
        orderKey: keyOf(arrival),
        referenceAt: referenceTime(arrival),
        headStartMinutes: headStartMinutes(arrival),
        priority: arrival.priority,
        holds: 0,
        joinedAt: now,
        waitedMinutes: 0,
        promisedFrom: referenceTime(arrival),
        called: false,
      });
      arrived += 1;
      waiting += 1;
    } else {
      const atLunch = now >= LUNCH.from && now < LUNCH.until;
      const open = counters.length - (atLunch ? LUNCH.counters : 0);
      const skills = counters[Math.floor(draw() * open)]!;
      const called = draw() < 0.02 ? callOutOfTurn(lines, draw, tally) : callNext(lines, skills, tally);
      if (called === undefined) continue;
      if (draw() < 0.03) {
        join(findLine(lines, called.serviceId), { ...called, called: false });
        tally.undone += 1;
        continue;
      }
      if (draw() < 0.05) {
        transfer(called, { lines, draw, now });
        tally.transferred += 1;
        continue;
      }
      waiting -= 1;
      if (called.holds < HOLDS_MAX && draw() < 0.1) {
        const backAt = now + Math.round(draw() * 2 * HOLD_MINUTES * MINUTE_MS);
        onHold.push({ visitor: called, heldUntil: holdEnds(now), backAt });
      }
    }
  }
}

/** Whoever is back by now waits again: in time at the old place, late as one who has just come. */
function takeBack(lines: readonly Line[], onHold: OnHold[], now: number, tally: Tally): number {
  const back = onHold.filter(({ backAt }) => backAt <= now);
  for (const { visitor, heldUntil } of back) {
    const place = placeAfterHold({ ...visitor, heldUntil }, now);
    const line = findLine(lines, visitor.serviceId);
    const promisedFrom = now <= heldUntil ? visitor.promisedFrom : place.referenceAt;
    join(line, { ...visitor, ...place, promisedFrom, holds: visitor.holds + 1, called: false });
  }
  if (back.length > 0) onHold.splice(0, onHold.length, ...onHold.filter(({ backAt }) => backAt > now));
  tally.returned += back.length;
  return back.length;
}

/** Half of them after our error, the others as a next stop; any line may be the other one. */
function transfer(
  called: Visitor,
  { lines, draw, now }: { lines: readonly Line[]; draw: () => number; now: number },
): void {
  const waitedMinutes = called.waitedMinutes + (now - called.joinedAt) / MINUTE_MS;
  const why = draw() < 0.5 ? 'desk-error' : 'next-stop';
  const place = placeAfterTransfer({ ...called, heldUntil: null, waitedMinutes }, why, now);
  const line = lines[Math.floor(draw() * lines.length)]!;
  const id = `${called.id}+`;
  const promisedFrom = why === 'next-stop' ? now : called.promisedFrom;
  const { serviceId } = line;
  join(line, {
    ...called,
    ...place,
    id,
    serviceId,
    joinedAt: now,
    waitedMinutes,
    promisedFrom,
    called: false,
  });
}

/** Somebody from the first dozen of a line, whoever is passed: an officer's word with a reason, and marked as such. */
function callOutOfTurn(lines: readonly Line[], draw: () => number, tally: Tally): Visitor | undefined {
  const line = lines[Math.floor(draw() * lines.length)]!;
  const passed: Visitor[] = [];
  for (let place = Math.floor(draw() * 12); place > 0; place -= 1) passed.push(...popped(line));
  const [called] = popped(line);
  for (const visitor of passed) line.inOrder.push(visitor);
  if (called === undefined) return undefined;
  called.called = true;
  tally.marked += 1;
  if (breaksPromise(called, line)) tally.markedBreaks += 1;
  return called;
}

function popped(line: Line): Visitor[] {
  const first = line.inOrder.pop();
  return first === undefined ? [] : [first];
}

function breaksPromise(called: Visitor, line: Line): boolean {
  const longestHere = findLongestHere(line);
  if (longestHere === undefined) return false;
  return called.promisedFrom - longestHere.referenceAt > HEAD_START_MAX_MIN * MINUTE_MS;
}

function callNext(lines: readonly Line[], skills: ReadonlySet<string>, tally: Tally): Visitor | undefined {
  const heads = lines.flatMap((line) => line.inOrder.peek() ?? []);
  const called = nextTicket(heads, skills);
  if (called === undefined) return undefined;
  const line = findLine(lines, called.serviceId);
  assert.equal(line.inOrder.pop(), called);
  assert.equal(called.called, false, 'nobody is called twice');
  called.called = true;
  const longestHere = findLongestHere(line);
  const passedByMs = longestHere === undefined ? 0 : called.referenceAt - longestHere.referenceAt;
  tally.calls += 1;
  if (passedByMs > 0) tally.passing += 1;
  if (breaksPromise(called, line)) tally.broken += 1;
  return called;
}

function runCalls(wanted: number, keyOf: KeyRule): Tally {
  const counts = { calls: 0, broken: 0, passing: 0, returned: 0, undone: 0, carried: 0 };
  const tally: Tally = { ...counts, transferred: 0, marked: 0, markedBreaks: 0 };
  const draw = drawFrom(SEED);
  const unserved: boolean[] = [];
  while (tally.calls < wanted) runDay(draw, keyOf, tally, unserved);
  return tally;
}

test(`nobody is passed by someone who came 31 minutes later, in ${CALLS_WANTED} random calls`, (t) => {
  const tally = runCalls(CALLS_WANTED, keyByTheRules);
  const { calls, broken, passing, returned, undone, carried, transferred, marked, markedBreaks } = tally;
  t.diagnostic(`${calls} calls, ${passing} of them passed somebody, ${broken} broke the promise`);
  assert.ok(calls >= CALLS_WANTED);
  assert.ok(passing > calls / 20, 'the head starts were at work');
  assert.ok(returned > calls / 50, 'people came back from holds');
  assert.ok(undone > calls / 50, 'calls were taken back, by officers and by the clock');
  assert.ok(carried > calls / 200, 'people had a first place from the day before');
  assert.ok(transferred > calls / 50, 'people went on at other lines');
  assert.ok(marked > calls / 200 && markedBreaks > 0, 'calls out of turn passed people, and were marked');
  assert.equal(broken, 0);
});

test('the count sees the break when a head start is one minute too long', () => {
  const tooLong: KeyRule = (visitor) => {
    const minutes = headStartMinutes(visitor);
    return orderKey(referenceTime(visitor), minutes === HEAD_START_MAX_MIN ? minutes + 1 : minutes);
  };
  assert.ok(runCalls(50_000, tooLong).broken > 0);
});

test('the count sees the break when early comers with an appointment count from their check-in', () => {
  const early: KeyRule = (visitor) => {
    const appointmentMinutes = visitor.appointmentAt === undefined || visitor.appointmentAt === null ? 0 : 45;
    return visitor.checkedInAt - appointmentMinutes * MINUTE_MS;
  };
  assert.ok(runCalls(50_000, early).broken > 0);
});

test('picking among the heads of the lines is picking among all who wait', () => {
  const anyKey = fc.integer({ min: 0, max: 9 });
  const anyone = fc.record({ id: fc.uuid(), serviceId: fc.constantFrom(...SERVICES), orderKey: anyKey });
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 60 }), fc.subarray([...SERVICES]), (waiting, able) => {
      const heads = SERVICES.flatMap((serviceId) => {
        const line = new Heap<WaitingTicket>(compareTickets);
        for (const ticket of waiting) if (ticket.serviceId === serviceId) line.push(ticket);
        return line.peek() ?? [];
      });
      assert.equal(nextTicket(heads, new Set(able)), nextTicket(waiting, new Set(able)));
    }),
  );
});
