import { canGive } from '#areas/skills/rules/service-line.ts';
import type { RestSlot } from './rest-plan.ts';

/** A counter of the booth and what it is limited to; null: everything. */
export interface GivingCounter {
  readonly id: string;
  readonly services: readonly string[] | null;
}

/** A planned moment at which all counters that give a service rest; minutes since midnight. */
export interface AloneMoment extends Pick<RestSlot, 'weekday' | 'starts'> {
  readonly serviceId: string;
}

/**
 * The first moment of the week at which each of these services is left without a counter by the plan, in the order of
 * the services; only services that some counter of the booth does not give: how many of the whole booth stay open is
 * ruled by `RestRule`.
 */
export function servicesAlone(
  serviceIds: readonly string[],
  counters: readonly GivingCounter[],
  slots: readonly RestSlot[],
): AloneMoment[] {
  const ordered = slots.toSorted((a, b) => a.weekday - b.weekday || a.starts - b.starts);
  return serviceIds.flatMap((serviceId) => {
    const giving = counters.filter((counter) => canGive(counter, serviceId)).map(({ id }) => id);
    if (giving.length === 0 || giving.length === counters.length) return [];
    const rests = ordered.filter(({ counterId }) => giving.includes(counterId));
    // The last of them to begin leaves the service alone.
    const first = rests.find(({ weekday, starts }) =>
      giving.every((id) =>
        rests.some(
          (r) => r.counterId === id && r.weekday === weekday && r.starts <= starts && starts < r.ends,
        ),
      ),
    );
    return first === undefined ? [] : [{ serviceId, weekday: first.weekday, starts: first.starts }];
  });
}
