import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { HEAD_START_MAX_MIN, headStartMinutes, orderKey, referenceTime } from './head-start.ts';
import type { Arrival } from './head-start.ts';
import { HOLD_MINUTES, holdEnds, HOLDS_MAX, placeAfterHold } from './hold.ts';
import { compareTickets, nextTicket } from './next-ticket.ts';
import type { WaitingTicket } from './next-ticket.ts';
import { drawFrom, Heap } from './testing/draw-and-heap.ts';

/**
 * The promise of the one clock, counted over whole made-up days: per service, nobody is passed by
 * someone whose reference time is more than 30 minutes later. `ORDER_CALLS=10000000` runs the figure
 * of the design; the default is a sample that a test run can afford. `ORDER_SEED` draws other days.
 */
const CALLS_WANTED = Number(process.env['ORDER_CALLS'] ?? 200_000);
const SEED = Number(process.env['ORDER_SEED'] ?? 20_261_124);
const MINUTE_MS = 60_000;
const SERVICES = ['ktp', 'kk', 'paspor', 'skck', 'pajak', 'nib'] as const;
const COUNTERS_PER_DAY = 8;
const ARRIVALS_PER_DAY = 2_000;
const LINE_MAX = 600;

interface Visitor extends WaitingTicket {
  readonly referenceAt: number;
  readonly headStartMinutes: number;
  readonly priority: boolean;
  readonly holds: number;
  called: boolean;
}

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

interface Line {
  readonly serviceId: string;
  readonly inOrder: Heap<Visitor>;
  /** The same people by reference time: who has been here longest. Called ones are dropped when met. */
  readonly byArrival: Heap<Visitor>;
}

function findLongestHere(line: Line): Visitor | undefined {
  while (line.byArrival.peek()?.called === true) line.byArrival.pop();
  return line.byArrival.peek();
}

function openLines(): readonly Line[] {
  return SERVICES.map((serviceId) => ({
    serviceId,
    inOrder: new Heap<Visitor>(compareTickets),
    byArrival: new Heap<Visitor>((a, b) => a.referenceAt - b.referenceAt),
  }));
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
}

/** One day of arrivals and calls in random order, until the hall is empty. */
function runDay(draw: () => number, keyOf: KeyRule, tally: Tally): void {
  const lines = openLines();
  const counters = drawSkills(draw);
  let now = 0;
  let arrived = 0;
  let waiting = 0;
  let rush = 0.5;
  const onHold: OnHold[] = [];
  for (let step = 0; arrived < ARRIVALS_PER_DAY || waiting > 0 || onHold.length > 0; step += 1) {
    assert.ok(step < 100 * ARRIVALS_PER_DAY, 'the hall empties');
    if (step % 300 === 0) rush = 0.2 + 0.6 * draw();
    // Whole seconds, often the same one, so that ties happen.
    now += Math.floor(draw() * 40) * 1000;
    waiting += takeBack(lines, onHold, now, tally);
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
        called: false,
      });
      arrived += 1;
      waiting += 1;
    } else {
      const called = callNext(lines, counters[Math.floor(draw() * counters.length)]!, tally);
      if (called === undefined) continue;
      if (draw() < 0.03) {
        join(findLine(lines, called.serviceId), { ...called, called: false });
        tally.undone += 1;
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

function findLine(lines: readonly Line[], wanted: string): Line {
  return lines.find(({ serviceId }) => serviceId === wanted)!;
}

function join(line: Line, visitor: Visitor): void {
  line.inOrder.push(visitor);
  line.byArrival.push(visitor);
}

/** Whoever is back by now waits again: in time at the old place, late as one who has just come. */
function takeBack(lines: readonly Line[], onHold: OnHold[], now: number, tally: Tally): number {
  const back = onHold.filter(({ backAt }) => backAt <= now);
  for (const { visitor, heldUntil } of back) {
    const place = placeAfterHold({ ...visitor, heldUntil }, now);
    const line = findLine(lines, visitor.serviceId);
    join(line, { ...visitor, ...place, holds: visitor.holds + 1, called: false });
  }
  if (back.length > 0) onHold.splice(0, onHold.length, ...onHold.filter(({ backAt }) => backAt > now));
  tally.returned += back.length;
  return back.length;
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
  if (passedByMs > HEAD_START_MAX_MIN * MINUTE_MS) tally.broken += 1;
  return called;
}

function runCalls(wanted: number, keyOf: KeyRule): Tally {
  const tally: Tally = { calls: 0, broken: 0, passing: 0, returned: 0, undone: 0 };
  const draw = drawFrom(SEED);
  while (tally.calls < wanted) runDay(draw, keyOf, tally);
  return tally;
}

test(`nobody is passed by someone who came 31 minutes later, in ${CALLS_WANTED} random calls`, (t) => {
  const { calls, broken, passing, returned, undone } = runCalls(CALLS_WANTED, keyByTheRules);
  t.diagnostic(`${calls} calls, ${passing} of them passed somebody, ${broken} broke the promise`);
  assert.ok(calls >= CALLS_WANTED);
  assert.ok(passing > calls / 20, 'the head starts were at work');
  assert.ok(returned > calls / 50, 'people came back from holds');
  assert.ok(undone > calls / 50, 'calls were taken back');
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
