/** A counter at which somebody sits and calls. */
export interface OpenSeat {
  /** Ids of what it can give; null: all of its agency's services. */
  readonly services: readonly string[] | null;
  /** Somebody is called to it or served at it. */
  readonly busy: boolean;
}

/** The line as it is for one service. */
export interface ServiceLine {
  /** Counters that can give it, and those of them at which nobody is. */
  readonly countersOpen: number;
  readonly countersFree: number;
  /** How many of those before may be called by one of these counters; where there is none, how many wait for one too. */
  readonly ahead: number;
  /** How many of those before these counters are expected to serve. */
  readonly load: number;
}

export function canGive({ services }: Pick<OpenSeat, 'services'>, serviceId: string): boolean {
  return services === null || services.includes(serviceId);
}

/**
 * What part of a service's visitors is expected at the counters that can give another: visitors go evenly to the
 * counters that can serve them. 0 where no counter can give both, or nobody gives it at all.
 */
export function shareAt(
  seats: readonly Pick<OpenSeat, 'services'>[],
  serviceId: string,
  otherId: string,
): number {
  const giving = seats.filter((seat) => canGive(seat, otherId));
  if (giving.length === 0) return 0;
  return giving.filter((seat) => canGive(seat, serviceId)).length / giving.length;
}

const isGiven = (seats: readonly OpenSeat[], serviceId: string) =>
  seats.some((seat) => canGive(seat, serviceId));

/**
 * The line for one service among counters that differ in what they can give.
 * @param before how many people stand before, by the service they came for
 */
export function lineOfService(
  serviceId: string,
  before: ReadonlyMap<string, number>,
  seats: readonly OpenSeat[],
): ServiceLine {
  const mine = seats.filter((seat) => canGive(seat, serviceId));
  let ahead = 0;
  let load = 0;
  for (const [otherId, people] of before) {
    const share = mine.length > 0 ? shareAt(seats, serviceId, otherId) : isGiven(seats, otherId) ? 0 : 1;
    if (share > 0) ahead += people;
    load += people * share;
  }
  return {
    countersOpen: mine.length,
    countersFree: mine.filter(({ busy }) => !busy).length,
    ahead,
    load,
  };
}
