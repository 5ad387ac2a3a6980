import assert from 'node:assert/strict';
import test from 'node:test';
import { OUTCOMES } from '#areas/queue/rules/ticket-states.ts';
import type { Ticket } from '#areas/queue/contract.ts';
import { wordsFor } from '#ui/words/words-for.ts';
import { sayOutcome, sayTab } from './say-ticket.ts';
import { ticketMark, ticketView } from './ticket-view.ts';

const words = wordsFor('id').ticket;
const ticket: Ticket & { expired: boolean } = {
  token: 'a'.repeat(22),
  code: 'A-035',
  state: 'waiting',
  serviceDay: '2026-11-24',
  agency: { slug: 'disdukcapil', shortName: 'Disdukcapil' },
  service: { slug: 'akta', name: 'Akta', nameEn: 'Certificate' },
  zone: { id: 'z', slug: 'a', name: 'Zona A', floor: 1 },
  priority: false,
  issuedAt: '2026-11-24T01:00:00Z',
  ahead: 8,
  wait: { p10Minutes: 13, p50Minutes: 23, p90Minutes: 38 },
  counterNumber: null,
  calledAt: null,
  callCount: 0,
  heldUntil: null,
  outcome: null,
  outcomeReason: null,
  next: null,
  closure: null,
  today: null,
  simulated: false,
  expired: false,
};

test('two or fewer before somebody is near; an unknown place is not', () => {
  assert.equal(ticketView(ticket), 'waiting');
  assert.equal(ticketView({ ...ticket, ahead: 2 }), 'near');
  assert.equal(ticketView({ ...ticket, ahead: null }), 'waiting');
});

test('a ticket of another day is expired, whatever it waits for', () => {
  assert.equal(ticketView({ ...ticket, expired: true }), 'expired');
});

test('the tab says what matters most', () => {
  assert.equal(sayTab('waiting', ticket, words), 'A-035: 8 orang lagi');
  assert.equal(sayTab('near', { ...ticket, ahead: 0 }, words), 'A-035: giliran berikutnya');
  assert.equal(sayTab('called', { ...ticket, counterNumber: 3 }, words), 'Loket 3! A-035 dipanggil');
});

test('every way to end has a title and a sentence', () => {
  for (const outcome of OUTCOMES) {
    const said = sayOutcome(outcome, { ...ticket, callCount: 2, outcomeReason: 'foto buram' }, words);
    assert.ok(said.title.length > 3 && said.text.length > 10, outcome);
  }
  assert.match(sayOutcome('refused', { ...ticket, outcomeReason: 'foto buram' }, words).text, /foto buram/);
});

test('whom we sent to the wrong desk is told so, and with which number it goes on', () => {
  const passedOn = { ...ticket, next: { token: ticket.token, code: 'S-004', why: 'desk-error' as const } };
  assert.match(sayOutcome('not-served', passedOn, words).text, /kami salah arah/);
  assert.equal(sayTab('done', passedOn, words), 'A-035: lanjut dengan S-004');
});

test('a page is fetched anew for what it shows, not for fractions of a minute', () => {
  const sooner = { ...ticket, wait: { p10Minutes: 13.2, p50Minutes: 23.1, p90Minutes: 37.9 } };
  assert.equal(ticketMark(sooner), ticketMark(ticket));
  assert.notEqual(ticketMark({ ...ticket, ahead: 7 }), ticketMark(ticket));
  assert.notEqual(ticketMark({ ...ticket, callCount: 1 }), ticketMark(ticket));
});
