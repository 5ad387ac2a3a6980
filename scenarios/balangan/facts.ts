import type { ScenarioFacts } from '../scenario-facts.ts';
import { agencies } from './agencies.ts';
import { courtServices } from './services/courts.ts';
import { landAndReligionServices } from './services/land-religion.ts';
import { licensingServices } from './services/licensing.ts';
import { moneyServices } from './services/money.ts';
import { populationServices } from './services/population.ts';
import { socialInsuranceServices } from './services/social-insurance.ts';
import { vehicleAndPoliceServices } from './services/vehicles-police.ts';
import { welfareAndWorkServices } from './services/welfare-work.ts';
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
  services: [
    ...populationServices,
    ...licensingServices,
    ...vehicleAndPoliceServices,
    ...socialInsuranceServices,
    ...landAndReligionServices,
    ...courtServices,
    ...welfareAndWorkServices,
    ...moneyServices,
  ],
  staff,
};
