import type { ScenarioFacts } from '../scenario-facts.ts';
import { usualServicesOf } from '../usual/usual-services.ts';
import { agencies } from './agencies.ts';
import { narcoticsServices } from './services.ts';
import { staff } from './staff.ts';

/** The news tells how many opened in February 2021, not which: these eight are sample data. */
const FIRST_EIGHT: ReadonlySet<string> = new Set([
  'disdukcapil',
  'dpmptsp',
  'samsat',
  'pajak-daerah',
  'bank-kalsel',
  'polres',
  'bpjs-ketenagakerjaan',
  'taspen',
]);

const SERVING = {
  kind: 'trial',
  from: '2021-02-01',
  responsible: 'DPMPTSP',
  notes: 'Melayani sejak Februari 2021 dengan delapan gerai; harinya tidak ada di sumber.',
} as const;

/**
 * MPP Banjarbaru as it was launched. From the news: operating since February 2021 with eight booths, launched on
 * 7 December 2021 with these thirteen, the third in Kalimantan. Everything else is sample data.
 */
export const banjarbaru: ScenarioFacts = {
  mall: {
    slug: 'banjarbaru',
    name: 'Mal Pelayanan Publik Kota Banjarbaru',
    shortName: 'MPP Banjarbaru',
    regency: 'Kota Banjarbaru',
    zone: 'Asia/Makassar',
    launchedOn: '2021-12-07',
    sampleData: true,
  },
  sites: [
    {
      slug: 'gedung-mpp',
      name: 'MPP Banjarbaru',
      address: 'Kota Banjarbaru, Kalimantan Selatan',
      floors: [1, 2],
    },
  ],
  zones: [
    { slug: 'lantai-1', name: 'Lantai 1', floor: 1 },
    { slug: 'lantai-2', name: 'Lantai 2', floor: 2 },
  ],
  agencies,
  services: [...usualServicesOf(agencies), ...narcoticsServices],
  staff,
  way: {
    stages: [
      { ...SERVING, until: '2021-12-06', withoutPapers: 'Laporannya tidak ada di sumber (contoh)' },
      {
        ...{ kind: 'commitment', from: '2021-12-07', until: '2021-12-07' },
        notes: 'Komitmen replikasi ditandatangani pada hari peresmian.',
      },
      {
        ...{ kind: 'launch', from: '2021-12-07', until: '2021-12-07' },
        ...{ notes: 'Dengan tiga belas gerai, yang ketiga di Kalimantan.' },
        withoutPapers: 'Naskah peresmian tidak ada di sumber (contoh)',
      },
    ],
    letters: [
      {
        ...{ kind: 'commitment', stage: 'commitment', day: '2021-12-07' },
        ...{ title: 'Komitmen replikasi MPP', issuer: 'Pemerintah Kota Banjarbaru' },
      },
    ],
    opened: {
      others: '2021-12-07',
      bySlug: Object.fromEntries([...FIRST_EIGHT].map((slug) => [slug, SERVING.from])),
    },
  },
};

/** The same mall in its first months, serving with eight booths and not launched yet. */
export const banjarbaruFirstEight: ScenarioFacts = {
  ...banjarbaru,
  mall: { ...banjarbaru.mall, launchedOn: null },
  way: { stages: [{ ...SERVING, until: null }], letters: [], opened: { others: SERVING.from } },
  agencies: agencies.filter(({ slug }) => FIRST_EIGHT.has(slug)),
  services: banjarbaru.services.filter(({ agency }) => FIRST_EIGHT.has(agency)),
  staff: staff.filter(({ agency }) => agency === undefined || FIRST_EIGHT.has(agency)),
};
