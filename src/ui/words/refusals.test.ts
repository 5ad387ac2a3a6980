import assert from 'node:assert/strict';
import test from 'node:test';
import { refusals as english } from './en/refusals.ts';
import { refusals as indonesian } from './id/refusals.ts';
import type { RefusalCode, RefusalFacts } from './refusal-facts.ts';
import { sayRefusal, type Reader } from './say-refusal.ts';

const WORDS_MAX = 15;
const facts: RefusalFacts = {
  agency: 'Dinas Kependudukan dan Pencatatan Sipil',
  opensAt: 'Kamis, 26 November, 08.00 WITA',
  day: 'Minggu, 29 November 2026',
  name: 'Hari Raya Natal',
  limit: '120',
  number: 'A-035',
  counter: '3',
  series: 'A',
  free: 'F',
  holder: 'booth',
  row: '14',
  column: 'confidence',
  problems: '2',
  waitSeconds: '20',
  waiting: '4',
  code: '7K3-28',
};
const catalogues = { id: indonesian, en: english };
const codes = Object.keys(indonesian) as RefusalCode[];
const reader: Reader = { language: 'id', zone: 'Asia/Makassar', now: Date.UTC(2026, 10, 24, 1, 42) };

for (const [language, catalogue] of Object.entries(catalogues)) {
  test(`every refusal answers in one short sentence and says what to do next (${language})`, () => {
    for (const code of codes) {
      for (const known of [facts, {}]) {
        const { message, next } = catalogue[code](known);
        const count = message.split(/\s+/).length;
        assert.ok(count <= WORDS_MAX, `${code}: ${count} words in "${message}"`);
        assert.match(message, /^[A-Z0-9].*\.$/, `${code}: "${message}"`);
        assert.match(next, /^[A-Z].*\.$/, `${code}: "${next}"`);
        assert.doesNotMatch(message + next, /undefined|null|NaN| {2}|\.\./, code);
      }
    }
  });
}

test('no sentence begs, shouts or uses the forms that the word list forbids', () => {
  for (const code of codes) {
    const { message, next } = indonesian[code](facts);
    assert.doesNotMatch(message + next, /silahkan|mohon maaf|!/i, code);
  }
});

test('an opening that is known as an instant is told as a day and a time', () => {
  const closed = {
    refused: 'AGENCY_CLOSED',
    facts: { agency: 'Taspen', opensAt: Date.UTC(2026, 10, 26, 0, 0) },
  };
  assert.equal(sayRefusal(closed, indonesian, reader).next, 'Buka lagi Kamis, 26 November, 08.00 WITA.');
  const tomorrow = { refused: 'AGENCY_CLOSED', facts: { opensAt: Date.UTC(2026, 10, 25, 0, 0) } };
  assert.match(sayRefusal(tomorrow, indonesian, reader).next, /^Buka lagi besok 08\.00 WITA\./);
  assert.match(
    sayRefusal(tomorrow, english, { ...reader, language: 'en' }).next,
    /^It opens tomorrow 08:00 WITA\./,
  );
});

test('a refusal without a known opening promises none', () => {
  const closed = { refused: 'AGENCY_CLOSED', facts: { opensAt: null } };
  assert.doesNotMatch(sayRefusal(closed, indonesian, reader).next, /Buka lagi/);
});

test('a code that has no words is told as a fault, never as silence', () => {
  const unknown = { refused: 'toString', facts: { code: '7K3-28' } };
  assert.match(sayRefusal(unknown, indonesian, reader).next, /7K3-28/);
});
