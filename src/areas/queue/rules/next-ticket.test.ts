import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { compareTickets, nextTicket, peopleAhead } from './next-ticket.ts';
import type { WaitingTicket } from './next-ticket.ts';

function ticket(id: string, orderKey: number, serviceId = 'ktp'): WaitingTicket {
  return { id, serviceId, orderKey };
}

const anyLine = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    serviceId: fc.constantFrom('ktp', 'kk', 'paspor'),
    orderKey: fc.integer({ min: 0, max: 20 }),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);
const anySkills = fc.subarray(['ktp', 'kk', 'paspor']).map((skills) => new Set(skills));

test('the earliest key is called next', () => {
  assert.equal(nextTicket([ticket('b', 20), ticket('c', 10), ticket('a', 30)], new Set(['ktp']))?.id, 'c');
});

test('equal keys are called in the order of their ids', () => {
  assert.equal(nextTicket([ticket('b', 10), ticket('a', 10)], new Set(['ktp']))?.id, 'a');
});

test('a counter passes over what it has no skill for', () => {
  const waiting = [ticket('a', 10, 'paspor'), ticket('b', 20)];
  assert.equal(nextTicket(waiting, new Set(['ktp']))?.id, 'b');
  assert.equal(nextTicket(waiting, new Set(['ktp', 'paspor']))?.id, 'a');
});

test('nobody is called when nobody waits for what the counter can do', () => {
  assert.equal(nextTicket([], new Set(['ktp'])), undefined);
  assert.equal(nextTicket([ticket('a', 10)], new Set(['kk'])), undefined);
  assert.equal(nextTicket([ticket('a', 10)], new Set()), undefined);
});

test('an idle counter takes a key that lies in the future', () => {
  assert.equal(nextTicket([ticket('a', Number.MAX_SAFE_INTEGER)], new Set(['ktp']))?.id, 'a');
});

test('what is called is handed back whole, and the line is not touched', () => {
  const waiting = Object.freeze([
    Object.freeze({ ...ticket('b', 2), name: 'B-002' }),
    { ...ticket('a', 1), name: 'A-001' },
  ]);
  const before = [...waiting];
  assert.equal(nextTicket(waiting, new Set(['ktp']))?.name, 'A-001');
  assert.deepEqual(waiting, before);
});

test('calling one after the other empties the line in its printed order', () => {
  fc.assert(
    fc.property(anyLine, anySkills, (line, skills) => {
      let waiting = line;
      const called: WaitingTicket[] = [];
      for (let next = nextTicket(waiting, skills); next; next = nextTicket(waiting, skills)) {
        called.push(next);
        waiting = waiting.filter(({ id }) => id !== next?.id);
      }
      const served = line.filter(({ serviceId }) => skills.has(serviceId));
      assert.deepEqual(called, served.sort(compareTickets));
    }),
  );
});

test('the order is strict: two tickets are never equal, and turning them turns the answer', () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      for (const a of line) {
        for (const b of line)
          assert.equal(Math.sign(compareTickets(a, b)), 0 - Math.sign(compareTickets(b, a)));
        assert.equal(line.filter((b) => compareTickets(a, b) === 0).length, 1);
      }
    }),
  );
});

test('people ahead are those called before by a counter that can do everything', () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const ordered = [...line].sort(compareTickets);
      assert.deepEqual(
        ordered.map((one) => peopleAhead(one, line)),
        ordered.map((_, index) => index),
      );
    }),
  );
});

test('nobody is ahead of themselves, on the list or not', () => {
  assert.equal(peopleAhead(ticket('a', 10), [ticket('a', 10)]), 0);
  assert.equal(peopleAhead(ticket('b', 10), [ticket('a', 10), ticket('c', 5)]), 2);
});
