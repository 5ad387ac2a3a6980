import type { ScenarioFacts } from '../scenario-facts.ts';
import { usualServices } from '../usual/usual-services.ts';
import { agencies } from './agencies.ts';
import { staff } from './staff.ts';

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
};
