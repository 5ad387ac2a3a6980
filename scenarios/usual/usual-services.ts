import type { DemandFacts, ServiceFacts } from '../scenario-facts.ts';
import { courtServices } from './services/courts.ts';
import { landAndReligionServices } from './services/land-religion.ts';
import { licensingServices } from './services/licensing.ts';
import { moneyServices } from './services/money.ts';
import { populationServices } from './services/population.ts';
import { socialInsuranceServices } from './services/social-insurance.ts';
import { vehicleAndPoliceServices } from './services/vehicles-police.ts';
import { welfareAndWorkServices } from './services/welfare-work.ts';

/**
 * What agencies of these kinds offer in every mall. What a national rule or a published standard gives is the same
 * everywhere; everything else is marked, and an unknown fee stays unknown.
 */
export const usualServices: readonly ServiceFacts[] = [
  ...populationServices,
  ...licensingServices,
  ...vehicleAndPoliceServices,
  ...socialInsuranceServices,
  ...landAndReligionServices,
  ...courtServices,
  ...welfareAndWorkServices,
  ...moneyServices,
];

/**
 * The usual services of the agencies that serve in a mall. `standIns` says whose services an agency offers that goes
 * by another name there: one regional bank does what the other does.
 */
export function usualServicesOf(
  agencies: readonly { readonly slug: string }[],
  standIns: Readonly<Record<string, string>> = {},
): ServiceFacts[] {
  return agencies.flatMap(({ slug }) =>
    usualServices
      .filter((service) => service.agency === (standIns[slug] ?? slug))
      .map((service) => ({ ...service, agency: slug })),
  );
}

/** The same crowd in another mall: it asks for what that mall offers, in the proportions given. */
export function demandFor(
  services: readonly ServiceFacts[],
  { base, own = {} }: { base: DemandFacts; own?: Readonly<Record<string, number>> },
): DemandFacts {
  const weights = { ...base.visitorsPerThousand, ...own };
  const asked = services.map(({ code }): [string, number] => [code, weights[code] ?? 0]);
  const sum = asked.reduce((total, [, weight]) => total + weight, 0);
  const visitorsPerThousand = Object.fromEntries(
    asked.map(([code, weight]) => [code, (1000 * weight) / sum]),
  );
  return { ...base, visitorsPerThousand };
}
