import assert from 'node:assert/strict';
import test from 'node:test';
import type { OpeningDays } from '#areas/calendar/contract.ts';
import { joinRuns, markDays } from './year-days.ts';

type BoothDay = OpeningDays['booths'][number]['days'][number];
const OPEN = [{ opens: '08:00', closes: '15:00' }];
const usual: BoothDay = { hours: OPEN, because: 'week', name: null };
const closed = (because: BoothDay['because'], name: string): BoothDay => ({ hours: [], because, name });
const named = (because: BoothDay['because'], name: string): BoothDay => ({ hours: OPEN, because, name });
const days = ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27'].map((day) => ({
  day,
  known: true,
  holiday: day === '2026-12-25' ? 'Natal' : null,
}));
const booth = (agencyId: string, ...plan: BoothDay[]) => ({
  agencyId,
  agencyShortName: agencyId,
  days: plan,
});
const plan = {
  days,
  booths: [
    booth('a', closed('joint-leave', 'Cuti bersama'), closed('holiday', 'Natal'), usual, usual),
    booth(
      'b',
      closed('joint-leave', 'Cuti bersama'),
      closed('holiday', 'Natal'),
      named('season', 'Pekan'),
      usual,
    ),
    booth('c', named('exception', 'Jaga'), usual, named('season', 'Pekan'), { ...usual, hours: [] }),
  ],
};

test('a day of the mall rests on what most of its booths share, and is open when any booth is', () => {
  assert.deepEqual(
    markDays(plan, '').map(({ mark, label, open }) => [mark, label, open]),
    [
      ['holiday', 'Cuti bersama', true],
      ['holiday', 'Natal', true],
      ['season', 'Pekan', true],
      ['week', null, true],
    ],
  );
});

test('a day of one agency is its own, and a holiday on which it serves is still named', () => {
  assert.deepEqual(
    markDays(plan, 'c').map(({ mark, label, open }) => [mark, label, open]),
    [
      ['special', 'Jaga', true],
      ['holiday', 'Natal', true],
      ['season', 'Pekan', true],
      ['week', null, false],
    ],
  );
});

test('named days that follow one another are one, and a usual day between them parts them', () => {
  const of = (...labels: (string | null)[]) =>
    labels.map((label, n) => ({
      day: `2026-02-0${n + 1}`,
      mark: label === null ? ('week' as const) : ('season' as const),
      label,
      open: true,
    }));
  assert.deepEqual(
    joinRuns(of('Ramadan', 'Ramadan', null, 'Ramadan', 'Lain')).map(({ from, until, label }) => [
      from,
      until,
      label,
    ]),
    [
      ['2026-02-01', '2026-02-02', 'Ramadan'],
      ['2026-02-04', '2026-02-04', 'Ramadan'],
      ['2026-02-05', '2026-02-05', 'Lain'],
    ],
  );
  assert.deepEqual(joinRuns([]), []);
});
