import assert from 'node:assert/strict';
import test from 'node:test';
import { readSiteForm, readZoneForm, siteTexts } from './read-place-form.ts';

const SITE = '01930000-0000-7000-8000-000000000001';

function formWith(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.set(name, text);
  return form;
}

test('a zone is read with its floor, also one below the ground', () => {
  const { values } = readZoneForm(formWith({ namazona: ' Zona D ', lantai: '-1', lokasi: SITE }));
  assert.deepEqual(values, { name: 'Zona D', floor: -1, siteId: SITE });
});

test('each field that is not right is named, and what was typed stays', () => {
  const zone = readZoneForm(formWith({ namazona: '', lantai: 'dua', lokasi: '' }));
  assert.deepEqual([...zone.problems].toSorted(), ['floor', 'siteId', 'zoneName']);
  assert.deepEqual(zone.texts, { zoneName: '', floor: 'dua', siteId: '' });
  for (const lantai of ['1.5', '1e1', '', '-6', '100'])
    assert.deepEqual(
      readZoneForm(formWith({ namazona: 'Z', lantai, lokasi: SITE })).problems,
      ['floor'],
      lantai,
    );
  const site = readSiteForm(formWith({ namalokasi: 'x', alamat: '' }));
  assert.deepEqual([...site.problems].toSorted(), ['address', 'siteName']);
});

test('a site is read with its days, of which each may be left empty, and its last is not before its first', () => {
  const read = (mulai: string, sampai: string) =>
    readSiteForm(formWith({ namalokasi: 'Stan', alamat: 'Lapangan', mulai, sampai }));
  const kept = { name: 'Stan', address: 'Lapangan', openFrom: '2026-11-27', openUntil: '2026-11-29' };
  assert.deepEqual(read('2026-11-27', '2026-11-29').values, kept);
  assert.deepEqual(siteTexts(kept), read('2026-11-27', '2026-11-29').texts);
  assert.deepEqual(read('', '').values, { ...kept, openFrom: null, openUntil: null });
  assert.deepEqual(read('2026-11-29', '2026-11-29').problems, []);
  assert.deepEqual(read('2026-11-29', '2026-11-28').problems, ['openUntil']);
  assert.deepEqual(read('2026-02-30', 'besok').problems, ['openFrom', 'openUntil']);
});
