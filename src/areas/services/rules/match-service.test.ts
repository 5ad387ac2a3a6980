import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { makeServiceMatcher, plainWords } from './match-service.ts';

const lostCard = {
  code: 'DKC-02',
  name: 'KTP-el hilang atau rusak',
  nameEn: 'Lost or damaged identity card',
  agencyShortName: 'Disdukcapil',
};
const familyCard = {
  code: 'DKC-04',
  name: 'Kartu Keluarga baru',
  nameEn: 'New family card',
  agencyShortName: 'Disdukcapil',
};

const finds = (search: string, service = lostCard) => makeServiceMatcher(search)(service);

describe('a search for a service', () => {
  it('finds the electronic identity card however it is written', () => {
    for (const written of ['KTP-el', 'ktp el', 'e-ktp', 'E KTP', 'ektp', 'ktpel', 'KTP elektronik', 'ktp']) {
      assert.ok(finds(written), written);
    }
    assert.ok(makeServiceMatcher('ktp-el')({ ...lostCard, name: 'Perekaman e-KTP' }));
  });

  it('finds by agency, code, English name, and words in any order', () => {
    for (const written of [
      'dukcapil',
      'DKC-02',
      'dkc02',
      'identity LOST',
      'rusak ktp',
      'disdukcapil hilang',
    ]) {
      assert.ok(finds(written), written);
    }
  });

  it('finds a word inside a longer one', () => {
    assert.ok(makeServiceMatcher('hilang')({ ...lostCard, name: 'Surat keterangan kehilangan' }));
  });

  it('finds the family card by its initials', () => {
    assert.ok(finds('kk', familyCard));
    assert.ok(finds('kk baru', familyCard));
    assert.ok(!finds('kk'));
  });

  it('does not mind accents, apostrophes or direction marks', () => {
    assert.equal(plainWords('  Jum’at,  Café—\u202Eél '), 'jumat cafe el');
    assert.ok(finds('\u202Ehilang\u202C'));
  });

  it('needs every word', () => {
    assert.ok(!finds('ktp paspor'));
    assert.ok(!finds('samsat'));
  });

  it('finds all when nothing is written, and nothing when only signs are', () => {
    assert.ok(finds('  '));
    for (const signs of ['🎉', '%', "' or 1=1 --".replace(/[a-z0-9]/g, ''), '<>']) {
      assert.ok(!finds(signs), signs);
    }
  });

  it('finds a service by any part of its own name and never by a word that is in no field', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(lostCard, familyCard),
        fc.nat(40),
        fc.integer({ min: 1, max: 40 }),
        (s, from, length) => {
          const part = plainWords(s.name).slice(from, from + length);
          assert.ok(makeServiceMatcher(part)(s), part);
          assert.ok(!makeServiceMatcher(`${part} zzq`)(s));
        },
      ),
    );
  });
});
