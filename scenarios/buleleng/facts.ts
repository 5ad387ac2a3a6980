import type { ScenarioFacts } from '../scenario-facts.ts';
import { usualServicesOf } from '../usual/usual-services.ts';
import { agencies } from './agencies.ts';
import { bulelengServices } from './services.ts';
import { staff } from './staff.ts';

/**
 * MPP Buleleng. From the news of October 2023: eighteen agencies, the third floor of Pasar Banyuasri, a trial at a
 * festival that drew thousands. It was to be launched on the 31st. Everything else is sample data.
 */
export const buleleng: ScenarioFacts = {
  mall: {
    slug: 'buleleng',
    name: 'Mal Pelayanan Publik Kabupaten Buleleng',
    shortName: 'MPP Buleleng',
    regency: 'Kabupaten Buleleng',
    zone: 'Asia/Makassar',
    launchedOn: '2023-10-31',
    sampleData: true,
  },
  sites: [
    {
      slug: 'banyuasri',
      name: 'Pasar Banyuasri lantai 3',
      address: 'Pasar Banyuasri, Singaraja, Kabupaten Buleleng, Bali',
      floors: [3],
    },
    {
      slug: 'festival',
      name: 'Gerai di festival',
      address: 'Singaraja, Kabupaten Buleleng, Bali',
      floors: [1],
      lasts: { daysBefore: 2, daysAfter: 11 },
    },
  ],
  zones: [
    { slug: 'a', name: 'Zona A', floor: 3, site: 'banyuasri' },
    { slug: 'b', name: 'Zona B', floor: 3, site: 'banyuasri' },
    { slug: 'c', name: 'Zona C', floor: 3, site: 'banyuasri' },
    { slug: 'festival', name: 'Festival', floor: 1, site: 'festival' },
  ],
  agencies,
  services: [...usualServicesOf(agencies, { 'bpd-bali': 'bank-kalsel' }), ...bulelengServices],
  staff,
  signing: {
    day: '2023-10-22',
    place: 'Singaraja',
    beginsOn: '2023-10-31',
    head: {
      name: 'Pj. Bupati Buleleng (contoh)',
      position: 'Penjabat Bupati Buleleng',
      authority: 'Keputusan Menteri Dalam Negeri (contoh)',
      numbers: '415.4/{urut:3}/NK/{tahun}',
    },
    years: { region: 5, bank: 5, others: 5 },
  },
  way: {
    stages: [
      {
        ...{ kind: 'preparation', from: '2023-10-22', until: '2023-10-30', responsible: 'DPMPTSP' },
        ...{ place: 'Pasar Banyuasri lantai 3', notes: '18 instansi menandatangani 22 Oktober 2023.' },
      },
      {
        ...{ kind: 'trial', from: '2023-10-22', until: '2023-10-30', place: 'Festival di Singaraja' },
        ...{
          notes: 'Ribuan warga datang ke gerai festival.',
          withoutPapers: 'Laporannya tidak ada di sumber (contoh)',
        },
      },
      {
        ...{ kind: 'launch', from: '2023-10-31', until: '2023-10-31' },
        withoutPapers: 'Naskah peresmian tidak ada di sumber (contoh)',
      },
    ],
    letters: [
      {
        ...{ kind: 'minutes', stage: 'preparation', day: '2023-10-22' },
        ...{ title: 'Penandatanganan perjanjian 18 instansi', issuer: 'Pemerintah Kabupaten Buleleng' },
      },
    ],
    opened: { others: '2023-10-31' },
  },
};
