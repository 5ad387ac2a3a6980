import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NamedDay } from '#areas/calendar/rules/day-kinds.ts';
import type { WeeklyInterval } from '#areas/calendar/rules/weekly-hours.ts';
import { ALWAYS } from '#areas/malls/rules/site-days.ts';
import { atTime, parseDay } from '#platform/values/day.ts';
import type { Day, Weekday } from '#platform/values/day.ts';
import { isRefusal } from '#platform/values/refusal.ts';
import { mayGiveNumber, NUMBER_MAX } from './may-give-number.ts';
import type { BoothFacts } from './may-give-number.ts';

const zone = 'Asia/Makassar';
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function getDay(text: string): Day {
  const day = parseDay(text);
  assert.ok(day !== undefined);
  return day;
}

function at(moment: string): number {
  return atTime(getDay(moment.slice(0, 10)), moment.slice(11), zone);
}

const christmas: NamedDay = {
  kind: 'holiday',
  name: 'Hari Raya Natal',
  decree: 'SKB 2026',
  confidence: 'seen',
};

const office = everyDay.slice(0, 5).flatMap((weekday): WeeklyInterval[] => [
  { weekday, opens: '08:00', closes: '12:00' },
  { weekday, opens: '13:00', closes: '15:00' },
]);

/** Monday–Friday 08–12 and 13–15; no numbers in the last half hour; 50 a day of which 5 internal. */
function booth(
  moment: string,
  { weekly = office, ...changes }: Partial<BoothFacts> & { weekly?: WeeklyInterval[] } = {},
): BoothFacts {
  return {
    now: at(moment),
    zone,
    agencyActive: true,
    boothActive: true,
    countersActive: 2,
    weeks: [{ validFrom: '2000-01-01', hours: weekly }],
    seasons: [],
    exceptions: [],
    calendar: { years: new Set([2026]), days: new Map([[getDay('2026-12-25'), christmas]]) },
    servesHolidays: false,
    weekdays: null,
    site: ALWAYS,
    closures: [],
    lastIntakeMinutes: 30,
    line: { workMinutes: 0, countersOpen: 2, longestMinutes: 0 },
    limitToday: 50,
    takenToday: 0,
    internalReserve: 0.1,
    purpose: 'walk-in',
    lastNumber: 0,
    ...changes,
  };
}

test('an open booth gives numbers until the break and tells how many are left for the public', () => {
  assert.deepEqual(mayGiveNumber(booth('2026-11-24 08:00')), {
    yes: true,
    until: at('2026-11-24 12:00'),
    left: 45,
  });
});

test('a booth without a limit has no count of what is left', () => {
  const answer = mayGiveNumber(booth('2026-11-24 08:00', { limitToday: null, takenToday: 400 }));
  assert.deepEqual(answer, { yes: true, until: at('2026-11-24 12:00'), left: null });
});

test('an agency that left the mall gives none', () => {
  assert.deepEqual(mayGiveNumber(booth('2026-11-24 08:00', { agencyActive: false })), {
    refused: 'AGENCY_CLOSED',
    facts: {},
  });
});

test('a booth that is switched off gives none', () => {
  const answer = mayGiveNumber(booth('2026-11-24 08:00', { boothActive: false }));
  assert.deepEqual(answer, { refused: 'BOOTH_CLOSED', facts: { because: 'inactive' } });
});

test('before the hours it is closed and tells when it opens', () => {
  assert.deepEqual(mayGiveNumber(booth('2026-11-24 07:59')), {
    refused: 'BOOTH_CLOSED',
    facts: { because: 'outside-hours', opensAt: at('2026-11-24 08:00') },
  });
});

test('a booth without hours has no opening to tell', () => {
  const answer = mayGiveNumber(booth('2026-11-24 09:00', { weekly: [] }));
  assert.deepEqual(answer, { refused: 'BOOTH_CLOSED', facts: { because: 'no-schedule' } });
});

test('a booth at a site gives numbers on its first and last day, and on no day beside them', () => {
  const site = { from: '2026-11-24', until: '2026-11-25' };
  const answer = (moment: string) => mayGiveNumber(booth(moment, { site }));
  assert.deepEqual(answer('2026-11-23 14:00'), {
    refused: 'SITE_NOT_YET',
    facts: { because: 'site-not-yet', opensAt: at('2026-11-24 08:00'), day: '2026-11-24' },
  });
  assert.ok(!isRefusal(answer('2026-11-24 08:00')));
  assert.ok(!isRefusal(answer('2026-11-25 14:29')));
  assert.deepEqual(answer('2026-11-26 08:00'), {
    refused: 'SITE_OVER',
    facts: { because: 'site-over', day: '2026-11-25' },
  });
});

test('after intake on the last day of its site a booth names no next chance', () => {
  const site = { from: null, until: '2026-11-24' };
  assert.deepEqual(mayGiveNumber(booth('2026-11-24 14:30', { site })), {
    refused: 'INTAKE_ENDED',
    facts: { closesAt: at('2026-11-24 15:00'), intakeEndsAt: at('2026-11-24 14:30') },
  });
});

test('on the last evening of its site a booth is over, not merely closed', () => {
  const site = (until: string) => ({ site: { from: null, until } });
  const over = (until: string) => mayGiveNumber(booth('2026-11-24 18:00', site(until)));
  assert.equal((over('2026-11-24') as { refused?: string }).refused, 'SITE_OVER');
  assert.equal((over('2026-11-25') as { refused?: string }).refused, 'BOOTH_CLOSED');
});

test('a site that begins beyond what is looked ahead is told by its day alone', () => {
  const site = { from: '2027-06-01', until: null };
  assert.deepEqual(mayGiveNumber(booth('2026-11-24 09:00', { site })), {
    refused: 'SITE_NOT_YET',
    facts: { because: 'site-not-yet', day: '2027-06-01' },
  });
});

test('on joint leave it is refused as on a holiday', () => {
  const leave: NamedDay = { ...christmas, kind: 'joint-leave', name: 'Cuti bersama Natal' };
  const calendar = { years: new Set([2026]), days: new Map([[getDay('2026-12-24'), leave]]) };
  assert.deepEqual(mayGiveNumber(booth('2026-12-24 09:00', { calendar })), {
    refused: 'HOLIDAY',
    facts: { because: 'joint-leave', name: 'Cuti bersama Natal', opensAt: at('2026-12-25 08:00') },
  });
});

test('during a closure it tells the reason', () => {
  const closures = [
    { startsAt: at('2026-11-24 09:00'), endsAt: at('2026-11-24 10:00'), reason: 'Listrik padam' },
  ];
  assert.deepEqual(mayGiveNumber(booth('2026-11-24 09:00', { closures })), {
    refused: 'BOOTH_CLOSED',
    facts: { because: 'closure', name: 'Listrik padam', opensAt: at('2026-11-24 10:00') },
  });
});

test('on a holiday it tells the name and the next opening', () => {
  assert.deepEqual(mayGiveNumber(booth('2026-12-25 09:00')), {
    refused: 'HOLIDAY',
    facts: { because: 'holiday', name: 'Hari Raya Natal', opensAt: at('2026-12-28 08:00') },
  });
});

test('the last number is given one minute before the cut-off, none at the cut-off', () => {
  const before = mayGiveNumber(booth('2026-11-24 14:29'));
  assert.deepEqual(before, { yes: true, until: at('2026-11-24 14:30'), left: 45 });
  assert.deepEqual(mayGiveNumber(booth('2026-11-24 14:30')), {
    refused: 'INTAKE_ENDED',
    facts: {
      closesAt: at('2026-11-24 15:00'),
      intakeEndsAt: at('2026-11-24 14:30'),
      opensAt: at('2026-11-25 08:00'),
    },
  });
});

test('the cut-off does not apply before the lunch break, for who waits is served after it', () => {
  const answer = mayGiveNumber(booth('2026-11-24 11:59'));
  assert.deepEqual(answer, { yes: true, until: at('2026-11-24 12:00'), left: 45 });
});

test('a closure for the rest of the day brings the cut-off forward', () => {
  const closures = [{ startsAt: at('2026-11-24 11:00'), endsAt: at('2026-11-24 24:00'), reason: 'Rapat' }];
  const answer = mayGiveNumber(booth('2026-11-24 10:30', { closures }));
  assert.ok(isRefusal(answer));
  assert.deepEqual([answer.refused, answer.facts['closesAt']], ['INTAKE_ENDED', at('2026-11-24 11:00')]);
});

test('a booth that never closes has no cut-off at midnight', () => {
  const weekly = everyDay.map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
  const answer = mayGiveNumber(booth('2026-11-24 23:59', { weekly }));
  assert.ok(!isRefusal(answer) && answer.until > at('2026-11-25 00:00'));
});

test('hours that end at midnight before a day without hours have their cut-off', () => {
  const weekly = [{ weekday: 2 as const, opens: '18:00', closes: '24:00' }];
  const answer = mayGiveNumber(booth('2026-11-24 23:30', { weekly }));
  assert.equal(isRefusal(answer) && answer.refused, 'INTAKE_ENDED');
});

test('a booth without an active counter gives none while it is open', () => {
  assert.deepEqual(mayGiveNumber(booth('2026-11-24 09:00', { countersActive: 0 })), {
    refused: 'NO_COUNTER',
    facts: {},
  });
});

test('the public quota is full when only the internal share is left', () => {
  const last = mayGiveNumber(booth('2026-11-24 09:00', { takenToday: 44, lastNumber: 44 }));
  assert.equal(!isRefusal(last) && last.left, 1);
  assert.deepEqual(mayGiveNumber(booth('2026-11-24 09:00', { takenToday: 45, lastNumber: 45 })), {
    refused: 'QUOTA_FULL',
    facts: { limit: 50, opensAt: at('2026-11-25 08:00') },
  });
});

test('one active counter is enough', () => {
  assert.ok(!isRefusal(mayGiveNumber(booth('2026-11-24 09:00', { countersActive: 1 }))));
});

test('a limit lowered below what was taken is a full quota', () => {
  const answer = mayGiveNumber(booth('2026-11-24 09:00', { limitToday: 10, takenToday: 20, lastNumber: 20 }));
  assert.equal(isRefusal(answer) && answer.refused, 'QUOTA_FULL');
});

test('internal numbers use up their own share before that of the public', () => {
  const left = (takenToday: number, takenInternalToday: number): unknown => {
    const answer = mayGiveNumber(
      booth('2026-11-24 09:00', { takenToday, takenInternalToday, lastNumber: takenToday }),
    );
    return isRefusal(answer) ? answer.refused : answer.left;
  };
  assert.equal(left(40, 0), 5);
  assert.equal(left(40, 2), 7);
  assert.equal(left(40, 5), 10);
  assert.equal(left(40, 7), 10);
  assert.equal(left(50, 5), 'QUOTA_FULL');
});

test('an internal number is given though the quota is full, but not after the cut-off', () => {
  const full = { purpose: 'internal', takenToday: 80, lastNumber: 80 } as const;
  const answer = mayGiveNumber(booth('2026-11-24 14:29', full));
  assert.deepEqual(answer, { yes: true, until: at('2026-11-24 14:30'), left: null });
  const late = mayGiveNumber(booth('2026-11-24 14:30', full));
  assert.equal(isRefusal(late) && late.refused, 'INTAKE_ENDED');
});

test('after number 999 the series is exhausted, for transfers too', () => {
  const near = { limitToday: null, lastNumber: NUMBER_MAX - 1, takenToday: 998 };
  assert.ok(!isRefusal(mayGiveNumber(booth('2026-11-24 09:00', near))));
  for (const purpose of ['walk-in', 'internal'] as const) {
    const answer = mayGiveNumber(booth('2026-11-24 09:00', { ...near, purpose, lastNumber: NUMBER_MAX }));
    assert.equal(isRefusal(answer) && answer.refused, 'SERIES_EXHAUSTED');
  }
});

test('what is left never promises more numbers than the series still has', () => {
  const answer = mayGiveNumber(
    booth('2026-11-24 09:00', { limitToday: 5000, takenToday: 990, lastNumber: 990 }),
  );
  assert.equal(!isRefusal(answer) && answer.left, 9);
});

test('giving what is left, one by one, ends exactly in a full quota', () => {
  const anyLimit = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(anyLimit, fc.double({ min: 0, max: 1, noNaN: true }), (limitToday, internalReserve) => {
      const ask = (taken: number): ReturnType<typeof mayGiveNumber> =>
        mayGiveNumber(
          booth('2026-11-24 09:00', { limitToday, internalReserve, takenToday: taken, lastNumber: taken }),
        );
      const first = ask(0);
      const promised = isRefusal(first) ? 0 : first.left!;
      const last = ask(promised);
      assert.equal(isRefusal(last) && last.refused, 'QUOTA_FULL');
      assert.ok(promised === 0 || !isRefusal(ask(promised - 1)));
      assert.equal(promised, limitToday - Math.round(limitToday * internalReserve));
    }),
    { numRuns: 60 },
  );
});

test('a number promised until a moment is still given just before it and not at it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7 * 24 * 60 - 1 }), (minute) => {
      const facts = booth('2026-11-23 00:00');
      const answer = mayGiveNumber({ ...facts, now: facts.now + minute * 60_000 });
      if (isRefusal(answer)) return;
      assert.ok(!isRefusal(mayGiveNumber({ ...facts, now: answer.until - 1 })));
      assert.ok(isRefusal(mayGiveNumber({ ...facts, now: answer.until })));
    }),
  );
});
