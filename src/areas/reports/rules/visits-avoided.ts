/** One service with what a request took before the mall and what came to the counters since. */
export interface ServiceVisits {
  readonly serviceId: string;
  readonly name: string;
  /** Visits for one finished request, before the mall. */
  readonly baseline: number;
  /** Served at a counter, whatever came of it. */
  readonly came: number;
  readonly finished: number;
}

export interface AvoidedVisits {
  readonly serviceId: string;
  readonly name: string;
  readonly baseline: number;
  /** Null: too few finished requests to say. */
  readonly present: number | null;
  readonly finished: number;
  readonly avoided: number | null;
}

/** Fewer finished requests than these say nothing about a service. */
export const FINISHED_MIN = 30;

/**
 * Visits avoided = (visits per finished request before − now) × finished requests, per service; negative where people have
 * to come more often than before. Most avoided first, those of which too little is known last.
 */
export function reckonAvoided(services: readonly ServiceVisits[]): AvoidedVisits[] {
  return services
    .map(({ serviceId, name, baseline, came, finished }) => {
      const known = finished >= FINISHED_MIN;
      const present = known ? came / finished : null;
      return {
        ...{ serviceId, name, baseline, finished, present },
        avoided: present === null ? null : (baseline - present) * finished,
      };
    })
    .toSorted((a, b) => (b.avoided ?? -Infinity) - (a.avoided ?? -Infinity));
}
