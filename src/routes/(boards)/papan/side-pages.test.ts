import assert from 'node:assert/strict';
import test from 'node:test';
import { isMedia, sidePages, type SideWish } from './side-pages.ts';

const closed = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    agencyShortName: `Tutup ${n}`,
    opensAt: null,
    reason: null,
    intakeEnded: false,
  }));
const open = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ agencyShortName: `Buka ${n}`, until: null }));
const wish: SideWish = { showsHours: true, media: [], today: '2026-11-24', reducedMotion: false };
const joined = { calls: [], next: [], paused: [], helpWanted: [] };

test('thirty-six agencies are all told, page after page', () => {
  const pages = sidePages({ ...joined, closed: closed(10), open: open(26) }, wish);
  const told = (kind: string) =>
    new Set(
      pages.flatMap((page) =>
        isMedia(page) || page.kind !== kind ? [] : page.booths.map((booth) => booth.agencyShortName),
      ),
    );
  assert.equal(told('closed').size, 10);
  assert.equal(told('hours').size, 36);
  assert.deepEqual(
    pages.map((page) => (isMedia(page) ? page.key : `${page.kind} ${page.page}/${page.pages}`)),
    [
      ...['1/4', '2/4', '3/4', '4/4'].map((page) => `closed ${page}`),
      ...['1/6', '2/6', '3/6', '4/6', '5/6', '6/6'].map((page) => `hours ${page}`),
    ],
  );
  assert.equal(new Set(pages.map(({ key }) => key)).size, pages.length);
});

test('closed booths are told also where the board does not show hours', () => {
  assert.deepEqual(
    sidePages({ ...joined, closed: closed(1), open: open(3) }, { ...wish, showsHours: false }).map(
      ({ kind }) => kind,
    ),
    ['closed'],
  );
});

test('where all is open and hours are not wanted there is no page', () => {
  assert.deepEqual(sidePages({ ...joined, closed: [], open: open(3) }, { ...wish, showsHours: false }), []);
});

test('pictures and films stand behind the booths in their order, from their first to their last day', () => {
  const media = (name: string, kind: 'picture' | 'film', fromDay: string, untilDay: string) => ({
    ...{ id: name, name, kind, seconds: 12, fromDay, untilDay, everywhere: false },
  });
  const all = [
    media('satu', 'picture', '2026-11-24', '2026-11-24'),
    media('dua', 'film', '2026-11-01', '2026-12-31'),
    media('kemarin', 'picture', '2026-11-01', '2026-11-23'),
    media('besok', 'picture', '2026-11-25', '2026-12-31'),
  ];
  const keys = (facts: Partial<SideWish>) =>
    sidePages(
      { ...joined, closed: closed(1), open: [] },
      { ...wish, showsHours: false, media: all, ...facts },
    ).map(({ key }) => key);
  assert.deepEqual(keys({}), ['closed 1', 'satu', 'dua']);
  assert.deepEqual(
    keys({ reducedMotion: true }),
    ['closed 1', 'satu'],
    'no film where things should stand still',
  );
});
