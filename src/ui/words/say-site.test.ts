import assert from 'node:assert/strict';
import test from 'node:test';
import { saySite, saySiteDays } from './say-site.ts';

const FESTIVAL = { from: '2026-11-27', until: '2026-11-29' };

test('a site that is not there yet is told by its first day, one that is over by its last', () => {
  const say = (code: string | null) => saySite({ code, siteDays: FESTIVAL }, 'id');
  assert.equal(say('SITE_NOT_YET'), 'Mulai 27 November 2026');
  assert.equal(say('SITE_OVER'), 'Selesai 29 November 2026');
  assert.equal(say('HOLIDAY'), undefined);
  assert.equal(say(null), undefined);
});

test('the days of a site are told as far as it has some', () => {
  assert.equal(saySiteDays(FESTIVAL, 'id'), '27 November 2026 sampai 29 November 2026');
  assert.equal(saySiteDays({ ...FESTIVAL, until: '2026-11-27' }, 'id'), '27 November 2026');
  assert.equal(saySiteDays({ ...FESTIVAL, until: null }, 'id'), 'Mulai 27 November 2026');
  assert.equal(saySiteDays({ ...FESTIVAL, from: null }, 'en'), 'Until 29 November 2026');
  assert.equal(saySiteDays({ from: null, until: null }, 'id'), undefined);
});
