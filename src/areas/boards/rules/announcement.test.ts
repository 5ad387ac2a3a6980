import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { allSeries } from '#areas/agencies/rules/series-letters.ts';
import { NUMBER_MAX } from '#areas/queue/rules/series.ts';
import { announcementSentence, announcementWords, noticeWords } from './announcement.ts';
import { allClipNames, numberWords } from './spoken-words.ts';

const call = { series: 'A', number: 12, counter: '3', language: 'id' } as const;
const words = (text: string, language = 'id') => text.split(' ').map((word) => `${language}/${word}`);

describe('an announcement', () => {
  it('names the ticket, the counter and the floor', () => {
    assert.deepEqual(
      announcementWords({ ...call, floor: 2 }),
      words('nomor-antrean huruf-a nol satu dua jeda ke-loket tiga jeda lantai dua'),
    );
    assert.equal(
      announcementSentence({ ...call, floor: 2 }),
      'Nomor antrean A nol satu dua, ke loket tiga, lantai dua.',
    );
  });

  it('leaves the floor out where nobody has to change floors', () => {
    assert.equal(announcementSentence(call), 'Nomor antrean A nol satu dua, ke loket tiga.');
  });

  it('spells the ticket digit by digit, with its leading zeros', () => {
    const numberOf = (number: number) =>
      announcementSentence({ ...call, number }).replace(/^Nomor antrean A (.*), ke.*$/, '$1');
    assert.equal(numberOf(1), 'nol nol satu');
    assert.equal(numberOf(12), 'nol satu dua');
    assert.equal(numberOf(120), 'satu dua nol');
    assert.equal(numberOf(999), 'sembilan sembilan sembilan');
  });

  it('spells a series of two letters letter by letter', () => {
    assert.deepEqual(
      announcementWords({ ...call, series: 'AB', number: 1 }),
      words('nomor-antrean huruf-a huruf-b nol nol satu jeda ke-loket tiga'),
    );
    assert.equal(
      announcementSentence({ ...call, series: 'AB' }),
      'Nomor antrean A B nol satu dua, ke loket tiga.',
    );
  });

  it('says the counter as a number in words', () => {
    const counterOf = (counter: string) =>
      announcementSentence({ ...call, counter }).replace(/^.* ke loket (.*)\.$/, '$1');
    assert.equal(counterOf('3'), 'tiga');
    assert.equal(counterOf('03'), 'tiga');
    assert.equal(counterOf('10'), 'sepuluh');
    assert.equal(counterOf('11'), 'sebelas');
    assert.equal(counterOf('12'), 'dua belas');
    assert.equal(counterOf('20'), 'dua puluh');
    assert.equal(counterOf('21'), 'dua puluh satu');
    assert.equal(counterOf('100'), 'seratus');
    assert.equal(counterOf('111'), 'seratus sebelas');
    assert.equal(counterOf('245'), 'dua ratus empat puluh lima');
  });

  it('says a counter with a letter as number and letter', () => {
    assert.deepEqual(announcementWords({ ...call, counter: '3a' }).slice(-2), words('tiga huruf-a'));
    assert.deepEqual(announcementWords({ ...call, counter: 'B-12' }).slice(-3), words('huruf-b dua belas'));
  });

  it('says the same in English', () => {
    assert.deepEqual(
      announcementWords({ ...call, floor: 2, language: 'en' }),
      words('ticket-number letter-a zero one two pause to-counter three pause floor two', 'en'),
    );
    assert.equal(
      announcementSentence({ ...call, counter: '21', language: 'en' }),
      'Ticket number A zero one two, please go to counter twenty one.',
    );
  });

  it('is refused as a fault for what cannot exist, instead of saying half of it', () => {
    const wrong = [
      { series: '' },
      { series: 'I' },
      { series: 'ABC' },
      { series: 'a' },
      { number: 0 },
      { number: 1000 },
      { number: 1.5 },
      { number: Number.NaN },
      { counter: '' },
      { counter: '-' },
      { counter: '1000' },
      { floor: -1 },
    ];
    for (const change of wrong) {
      assert.throws(() => announcementWords({ ...call, ...change }), RangeError, JSON.stringify(change));
      assert.throws(() => announcementSentence({ ...call, ...change }), RangeError, JSON.stringify(change));
    }
  });

  it('never needs a clip that does not exist, and no two tickets sound alike', () => {
    const clips = new Set(allClipNames());
    fc.assert(
      fc.property(
        fc.constantFrom(...allSeries()),
        fc.integer({ min: 1, max: NUMBER_MAX }),
        fc.integer({ min: 1, max: 999 }),
        fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }),
        fc.constantFrom('id' as const, 'en' as const),
        (series, number, counter, floor, language) => {
          const announcement = { series, number, counter: String(counter), language };
          const spoken = announcementWords(floor === undefined ? announcement : { ...announcement, floor });
          assert.deepEqual(
            spoken.filter((word) => !clips.has(word)),
            [],
          );
        },
      ),
    );
    const sounds = allSeries().flatMap((series) =>
      [1, 12, 100, 120, 999].map((number) => announcementWords({ ...call, series, number }).join(' ')),
    );
    assert.equal(new Set(sounds).size, sounds.length);
  });
});

describe('numbers in words', () => {
  it('are right in English, with "and" after the hundred', () => {
    const say = (n: number) => numberWords(n, 'en').join(' ');
    assert.equal(say(0), 'zero');
    assert.equal(say(10), 'ten');
    assert.equal(say(11), 'eleven');
    assert.equal(say(19), 'nineteen');
    assert.equal(say(20), 'twenty');
    assert.equal(say(99), 'ninety nine');
    assert.equal(say(100), 'one hundred');
    assert.equal(say(101), 'one hundred and one');
    assert.equal(say(340), 'three hundred and forty');
  });

  it('differ for every number in both languages', () => {
    for (const language of ['id', 'en'] as const) {
      const all = Array.from({ length: 1000 }, (_, n) => numberWords(n, language).join(' '));
      assert.equal(new Set(all).size, 1000);
    }
  });
});

test('a notice names the line, and when it goes on', () => {
  const say = (notice: Parameters<typeof noticeWords>[0]) => noticeWords(notice).join(' ');
  assert.equal(
    say({ series: 'AB', notice: 'stopped', clock: '10:30', language: 'id' }),
    'id/perhatian id/jeda id/antrean id/huruf-a id/huruf-b id/berhenti-sementara id/jeda id/dibuka-kembali id/pukul id/sepuluh id/lewat id/tiga id/puluh',
  );
  assert.equal(
    say({ series: 'A', notice: 'stopped', clock: '13:05', language: 'en' }),
    'en/attention en/pause en/line en/letter-a en/has-stopped en/pause en/opens-again en/at en/thirteen en/zero en/five',
  );
  assert.equal(
    say({ series: 'A', notice: 'resumed', clock: '13:00', language: 'id' }),
    'id/perhatian id/jeda id/antrean id/huruf-a id/dibuka-kembali',
  );
  assert.equal(
    say({ series: 'A', notice: 'stopped', clock: '08:00', language: 'id' }).split(' ').at(-1),
    'id/delapan',
  );
  assert.equal(
    say({ series: 'A', notice: 'shortened', clock: '11:00', language: 'id' }),
    'id/perhatian id/jeda id/antrean id/huruf-a id/hari-ini-tutup id/pukul id/sebelas',
  );
  assert.equal(
    say({ series: 'A', notice: 'shortened', language: 'en' }),
    'en/attention en/pause en/line en/letter-a en/closes-today',
  );
  assert.throws(() => say({ series: 'A', notice: 'stopped', clock: '8:00', language: 'id' }), RangeError);
});
