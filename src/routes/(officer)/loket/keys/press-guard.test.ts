import assert from 'node:assert/strict';
import test from 'node:test';
import { PressGuard, SETTLE_MS } from './press-guard.ts';

function guardAt() {
  const clock = { now: 1000 };
  let made = 0;
  const guard = new PressGuard(
    () => `key-${(made += 1)}`,
    () => clock.now,
  );
  return { guard, clock };
}

test('a second press while the first is under way does nothing', () => {
  const { guard } = guardAt();
  assert.equal(guard.take('call'), 'key-1');
  assert.equal(guard.take('call'), undefined);
});

test('a second press within two seconds after the answer does nothing, also where the button now says something else', () => {
  const { guard, clock } = guardAt();
  guard.take('call');
  guard.done();
  clock.now += SETTLE_MS - 1;
  assert.equal(guard.take('start'), undefined);
  clock.now += 1;
  assert.equal(guard.take('start'), 'key-2');
});

test('the same intention after a lost connection carries the same key', () => {
  const { guard } = guardAt();
  guard.take('call');
  guard.lost();
  assert.equal(guard.take('call'), 'key-1');
});

test('another intention after a lost connection has a key of its own', () => {
  const { guard } = guardAt();
  guard.take('call');
  guard.lost();
  assert.equal(guard.take('close'), 'key-2');
});

test('after a refusal the next press is taken at once, under a new key', () => {
  const { guard } = guardAt();
  guard.take('call');
  guard.refused();
  assert.equal(guard.take('call'), 'key-2');
});
