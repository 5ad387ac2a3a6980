import type { BoothState } from '#areas/capacity/contract.ts';
import type { LiveQueue } from '#areas/queue/contract.ts';
import type { Service } from '#areas/services/contract.ts';

/** An agency at which a visit can go on, with what its line is like now. */
export interface TransferTarget {
  readonly agencySlug: string;
  readonly shortName: string;
  readonly waiting: number;
  /** Null when no counter is open. */
  readonly waitMinutes: number | null;
  readonly givesNumbers: boolean;
  readonly services: readonly Pick<Service, 'id' | 'name' | 'nameEn'>[];
}

/** The agencies with at least one service other than the present one, those that give numbers first. */
export function listTargets(
  facts: {
    readonly services: readonly Service[];
    readonly queues: readonly LiveQueue[];
    readonly booths: readonly BoothState[];
  },
  presentServiceId: string,
): TransferTarget[] {
  const targets = facts.queues.map((queue) => ({
    agencySlug: queue.agencySlug,
    shortName: queue.shortName,
    waiting: queue.waiting,
    waitMinutes: queue.wait === null ? null : Math.round(queue.wait.p50Minutes),
    givesNumbers: facts.booths.find((booth) => booth.agencyId === queue.agencyId)?.givesNumbers ?? false,
    services: facts.services.filter(
      (service) => service.agencySlug === queue.agencySlug && service.id !== presentServiceId,
    ),
  }));
  return targets
    .filter((target) => target.services.length > 0)
    .toSorted(
      (a, b) => Number(b.givesNumbers) - Number(a.givesNumbers) || (a.shortName < b.shortName ? -1 : 1),
    );
}
