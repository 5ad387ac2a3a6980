/**
 * The queue with random arrivals, exponential services and equal counters (M/M/s), which a study can reckon with before
 * there is anything to measure. Source: Erlang 1917; recursion as in Cooper, Introduction to Queueing Theory, chapter 3.
 */

/** More than any hall has; a need above it is a mistake in the figures. */
const COUNTERS_MAX = 400;

/** Share of arrivals that would find all counters busy and leave. @param load in erlang @param counters at least 1 */
export function erlangB(load: number, counters: number): number {
  let inverse = 1;
  for (let k = 1; k <= counters; k += 1) inverse = 1 + (k / load) * inverse;
  return 1 / inverse;
}

/** Share of arrivals that have to wait; 1 where the load is not less than the counters. */
export function erlangC(load: number, counters: number): number {
  if (load >= counters) return 1;
  const lost = erlangB(load, counters);
  return lost / (1 - (load / counters) * (1 - lost));
}

export interface Demand {
  readonly arrivalsPerHour: number;
  readonly serviceMinutes: number;
}

/** Share of arrivals that wait at most so many minutes. */
export function shareServedWithin(
  { arrivalsPerHour, serviceMinutes }: Demand,
  counters: number,
  minutes: number,
): number {
  const load = (arrivalsPerHour * serviceMinutes) / 60;
  if (load === 0) return 1;
  if (load >= counters) return 0;
  return 1 - erlangC(load, counters) * Math.exp((-(counters - load) * minutes) / serviceMinutes);
}

/**
 * The fewest counters with which at least `share` of arrivals wait at most `minutes`; 0 where nobody comes, undefined
 * where no hall would hold them.
 */
export function countersFor(
  demand: Demand,
  { minutes, share }: { readonly minutes: number; readonly share: number },
): number | undefined {
  const load = (demand.arrivalsPerHour * demand.serviceMinutes) / 60;
  if (load === 0) return 0;
  for (let counters = Math.floor(load) + 1; counters <= COUNTERS_MAX; counters += 1)
    if (shareServedWithin(demand, counters, minutes) >= share) return counters;
  return undefined;
}
