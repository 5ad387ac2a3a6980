import type { ScenarioFacts } from '../scenario-facts.ts';
import { usualServicesOf } from '../usual/usual-services.ts';
import { agencies } from './agencies.ts';
import { narcoticsServices } from './services.ts';
import { staff } from './staff.ts';

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
};

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

/** The same mall in its first months, serving with eight booths and not launched yet. */
export const banjarbaruFirstEight: ScenarioFacts = {
  ...banjarbaru,
  mall: { ...banjarbaru.mall, launchedOn: null },
  agencies: agencies.filter(({ slug }) => FIRST_EIGHT.has(slug)),
  services: banjarbaru.services.filter(({ agency }) => FIRST_EIGHT.has(agency)),
  staff: staff.filter(({ agency }) => agency === undefined || FIRST_EIGHT.has(agency)),
};
