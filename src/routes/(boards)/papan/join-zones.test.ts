import assert from 'node:assert/strict';
import test from 'node:test';
import { joinZones, keepNewer, type ZoneBoard } from './join-zones.ts';

const zone = (name: string, floor: number, facts: Partial<ZoneBoard>): ZoneBoard => ({
  zone: { id: crypto.randomUUID(), slug: name.toLowerCase(), name, floor },
  calls: [],
  next: [],
  closed: [],
  open: [],
  paused: [],
  helpWanted: [],
  ...facts,
});
const call = (code: string, calledAt: string): ZoneBoard['calls'][number] => ({
  code,
  series: code[0]!,
  number: Number(code.slice(2)),
  counterNumber: 1,
  agencyShortName: 'Uji',
  calledAt,
  serving: false,
});

test('calls of several zones stand latest first, each with the floor to which it leads', () => {
  const joined = joinZones([
    zone('A', 1, { calls: [call('A-002', '2026-11-24T02:00:02Z'), call('A-001', '2026-11-24T02:00:00Z')] }),
    zone('B', 2, { calls: [call('B-001', '2026-11-24T02:00:01Z')] }),
  ]);
  assert.deepEqual(
    joined.calls.map(({ code, floor }) => [code, floor]),
    [
      ['A-002', 1],
      ['B-001', 2],
      ['A-001', 1],
    ],
  );
});

test('who gets ready stands in the order of turns over all zones', () => {
  const next = (code: string, turnAt: string) => ({ code, agencyShortName: 'Uji', turnAt });
  const joined = joinZones([
    zone('A', 1, { next: [next('A-001', '2026-11-24T02:00:00Z'), next('A-002', '2026-11-24T02:09:00Z')] }),
    zone('B', 1, { next: [next('B-001', '2026-11-24T02:05:00Z')] }),
  ]);
  assert.deepEqual(
    joined.next.map(({ code }) => code),
    ['A-001', 'B-001', 'A-002'],
  );
});

test('booths that are shut for a reason come before those whose day is over, whatever their zone', () => {
  const joined = joinZones([
    zone('A', 1, { closed: [{ agencyShortName: 'BPN', opensAt: null, reason: null, intakeEnded: false }] }),
    zone('B', 1, {
      closed: [{ agencyShortName: 'Samsat', opensAt: null, reason: 'Listrik padam', intakeEnded: false }],
    }),
  ]);
  assert.deepEqual(
    joined.closed.map(({ agencyShortName }) => agencyShortName),
    ['Samsat', 'BPN'],
  );
});

test('what a stream told while a reply was on its way stays', () => {
  const [first, second] = [zone('A', 1, {}), zone('B', 1, {})];
  const told = { ...first, calls: [call('A-001', '2026-11-24T02:00:00Z')] };
  const fresh = [{ ...first }, { ...second }];
  assert.deepEqual(keepNewer(fresh, [first, second], [told, second]), [told, fresh[1]]);
  assert.equal(keepNewer(fresh, [first, second], [told, second])[0], told);
  assert.equal(keepNewer(fresh, [], [])[0], fresh[0], 'the first reply');
});
