import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TrailLine } from '#areas/audit/contract.ts';
import { manager } from '#ui/words/id/manager.ts';
import { sayDeed, sayFacts, saySubject, sayWho } from './say-trail.ts';

const line: TrailLine = {
  id: '01930000-0000-7000-8000-000000000001',
  at: '2026-11-24T01:00:00.000Z',
  actorKind: 'staff',
  actorName: 'Norlaila',
  operation: 'queue.finish',
  subjectKind: 'ticket',
  subjectId: '01930000-0000-7000-8000-000000000002',
  facts: { code: 'A-011', counter: 3, outcome: 'in-process' },
};

describe('a line of the trail', () => {
  it('is said in words', () => {
    assert.equal(sayWho(line, manager), 'Norlaila, petugas');
    assert.equal(sayDeed(line, manager), 'menyelesaikan');
    assert.equal(saySubject(line, manager), 'nomor');
    assert.equal(sayFacts(line, manager, String), 'nomor A-011, loket 3, hasil dalam proses');
    assert.equal(sayFacts({ ...line, facts: { priority: false } }, manager, String), 'prioritas tidak');
  });

  it('tells days and instants as the page does, and what comes first first', () => {
    const until = { ...line, facts: { until: '2026-11-24T01:15:00.000Z', from: 'open-end' } };
    assert.equal(
      sayFacts(until, manager, () => '09.15 WITA'),
      'mulai pemberitahuan berikutnya, sampai 09.15 WITA',
    );
  });

  it('tells what was changed, from what to what', () => {
    const zones = [
      { id: 'a', name: 'Zona A' },
      { id: 'b', name: 'Zona B' },
    ];
    const changes = [
      { field: 'counters', from: [1, 2], to: [] },
      { field: 'zone', from: zones[0], to: zones[1] },
      { field: 'active', from: true, to: false },
    ];
    assert.equal(
      sayFacts({ ...line, facts: { name: 'BNN', changes } }, manager, String),
      'nama BNN, perubahan Nomor loket: 1, 2 menjadi kosong; Zona: Zona A menjadi Zona B; ' +
        'Masih melayani: ya menjadi tidak',
    );
  });

  it('writes figures as people do in the language of the reader', () => {
    assert.equal(
      sayFacts({ ...line, facts: { minutes: 33.5, waiting: 1200 } }, manager, String).includes('33,5'),
      true,
    );
  });

  it('never shows a whole id in the place of a name', () => {
    const kiosk = { ...line, actorKind: 'device', actorName: '1db35837-c340-8bf3-92ea-ec744fe25c3f' };
    assert.equal(sayWho(kiosk, manager), 'perangkat 1db35837');
    assert.equal(sayWho({ ...line, actorKind: 'public', actorName: 'public' }, manager), 'umum');
  });

  it('shows what the catalogue does not know as the record holds it', () => {
    const newer = { ...line, operation: 'queue.sing', subjectKind: 'song', facts: { verses: [1, 2] } };
    assert.deepEqual(
      [sayDeed(newer, manager), saySubject(newer, manager), sayFacts(newer, manager, String)],
      ['queue.sing', 'song', 'verses 1, 2'],
    );
    assert.equal(sayDeed({ ...line, operation: 'toString' }, manager), 'toString');
  });
});
