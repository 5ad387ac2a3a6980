import type { ScenarioFacts } from '../scenario-facts.ts';
import { usualServices } from '../usual/usual-services.ts';
import { agencies } from './agencies.ts';
import { staff } from './staff.ts';
import { study } from './study.ts';

/**
 * MPP Balangan. From the news: the place, the time zone, the day of the launch, that eighteen agencies signed on
 * 27 November 2025, Samsat, banks and the police among them. Everything else is sample data, with each service
 * and agency saying how far it can be trusted.
 */
export const balangan: ScenarioFacts = {
  mall: {
    slug: 'balangan',
    name: 'Mal Pelayanan Publik Kabupaten Balangan',
    shortName: 'MPP Balangan',
    regency: 'Kabupaten Balangan',
    zone: 'Asia/Makassar',
    launchedOn: '2025-12-15',
    sampleData: true,
  },
  sites: [
    {
      slug: 'paringin',
      name: 'MPP Balangan, Paringin',
      address: 'Paringin, Kabupaten Balangan, Kalimantan Selatan',
      floors: [1],
    },
  ],
  zones: [
    { slug: 'a', name: 'Zona A', floor: 1 },
    { slug: 'b', name: 'Zona B', floor: 1 },
    { slug: 'c', name: 'Zona C', floor: 1 },
  ],
  agencies,
  services: usualServices,
  staff,
  signing: {
    day: '2025-11-27',
    place: 'Aula Benteng Tundakan, Paringin',
    beginsOn: '2025-11-27',
    head: {
      name: 'Bupati Balangan (contoh)',
      position: 'Bupati Balangan',
      authority: 'Keputusan Menteri Dalam Negeri (contoh)',
      numbers: '100.3.7/{urut:3}/KUM/{tahun}',
    },
    years: { region: 5, bank: 3, others: 3 },
    shorter: { taspen: '2027-11-26' },
    habits: {
      pdam: { awayEvery: 6 },
      pertanahan: { awayOn: { weekday: 5, everyWeeks: 2 }, lateEvery: 23 },
      taspen: { awayEvery: 13 },
      'pengadilan-agama': { lateEvery: 14 },
      polres: { lateEvery: 31 },
    },
  },
  study,
  way: {
    stages: [
      {
        ...{ kind: 'team', from: '2022-12-01', until: '2022-12-05', responsible: 'Sekretariat Daerah' },
        notes: 'Hari keputusan tidak ada di sumber; tahunnya 2022.',
      },
      {
        ...{ kind: 'study', from: '2022-12-05', until: '2022-12-30' },
        responsible: 'Bappedalitbang bersama LPPM ULM',
        notes: 'Studi dokumen, observasi, FGD, dan wawancara. Hari selesainya contoh.',
      },
      {
        ...{ kind: 'preparation', from: '2024-11-12', until: '2025-12-14', responsible: 'DPMPTSP' },
        notes: 'Rapat persiapan 12 November 2024; 18 instansi menandatangani 27 November 2025.',
      },
      {
        ...{ kind: 'launch', from: '2025-12-15', until: '2025-12-15', togetherWith: 8 },
        notes: 'Diresmikan serentak bersama delapan MPP lain.',
        withoutPapers: 'Naskah peresmian tidak ada di sumber (contoh)',
      },
    ],
    letters: [
      {
        ...{ kind: 'decree', stage: 'team', number: '188.45/417/Kum/2022', day: '2022-12-01' },
        ...{ title: 'Tim percepatan penyelenggaraan MPP', issuer: 'Bupati Balangan' },
      },
      {
        ...{ kind: 'study', stage: 'study', day: '2022-12-30' },
        ...{ title: 'Kajian urgensi MPP Balangan (contoh)', issuer: 'LPPM Universitas Lambung Mangkurat' },
      },
      {
        ...{ kind: 'minutes', stage: 'preparation', day: '2025-11-27' },
        ...{ title: 'Penandatanganan perjanjian 18 instansi', issuer: 'Pemerintah Kabupaten Balangan' },
      },
    ],
    opened: { others: '2025-12-15' },
  },
};
