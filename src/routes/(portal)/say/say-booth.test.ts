import assert from 'node:assert/strict';
import test from 'node:test';
import type { BoothState } from '#areas/capacity/contract.ts';
import { wordsFor } from '#ui/words/words-for.ts';
import { sayBoothBriefly, sayOpening } from './say-booth.ts';

// Tuesday, 09.42 WITA.
const reader = {
  words: wordsFor('id').portal,
  language: 'id',
  zone: 'Asia/Makassar',
  now: '2026-11-24T01:42:00Z',
} as const;
const open: BoothState = {
  agencyId: 'a',
  agencySlug: 'a',
  series: 'A',
  givesNumbers: true,
  code: null,
  name: null,
  until: '2026-11-24T07:00:00Z',
  opensAt: null,
  intakeEndsAt: null,
  siteDays: { from: null, until: null },
  dayKnown: true,
};
const closed = (facts: Partial<BoothState>): BoothState => ({
  ...open,
  givesNumbers: false,
  until: null,
  code: 'AGENCY_CLOSED',
  ...facts,
});

test('a hall is open until the last of its booths closes', () => {
  const early = { ...open, until: '2026-11-24T03:00:00Z' };
  assert.equal(sayOpening([early, open, closed({})], reader), 'Buka sekarang, sampai 15.00 WITA');
});

test('a closed hall tells the first opening of any booth', () => {
  const tomorrow = closed({ opensAt: '2026-11-25T00:00:00Z' });
  const thursday = closed({ opensAt: '2026-11-26T00:00:00Z' });
  assert.equal(sayOpening([thursday, tomorrow], reader), 'Tutup, buka lagi besok 08.00 WITA');
  assert.equal(sayOpening([closed({})], reader), 'Tutup sekarang');
});

test('day and night is told as such, not as a time next week', () => {
  assert.equal(sayOpening([{ ...open, until: '2026-12-01T00:00:00Z' }], reader), 'Buka 24 jam');
});

test('a booth is told in a few words with the day it opens', () => {
  assert.equal(sayBoothBriefly(open, reader), 'Buka');
  assert.equal(
    sayBoothBriefly(closed({ opensAt: '2026-11-24T05:00:00Z' }), reader),
    'Buka hari ini 13.00 WITA',
  );
  assert.equal(
    sayBoothBriefly(closed({ opensAt: '2026-12-03T00:00:00Z' }), reader),
    'Buka Kamis, 3 Desember',
  );
  assert.equal(sayBoothBriefly(closed({}), reader), 'Tutup');
});

test('open hours without numbers are never told as open', () => {
  assert.equal(sayBoothBriefly(closed({ code: 'QUOTA_FULL' }), reader), 'Nomor habis');
  assert.equal(sayBoothBriefly(closed({ code: 'NO_COUNTER' }), reader), 'Belum ada loket');
  assert.equal(
    sayBoothBriefly(closed({ code: 'BOOTH_CLOSED', name: 'jaringan' }), reader),
    'Tutup: jaringan',
  );
});

test('a stand at a festival is told by its own first day, whatever hour it opens', () => {
  const stand = closed({
    code: 'SITE_NOT_YET',
    opensAt: '2026-11-27T07:00:00Z',
    siteDays: { from: '2026-11-27', until: '2026-11-29' },
  });
  assert.equal(sayBoothBriefly(stand, reader), 'Mulai 27 November 2026');
});
