import { lockBoothOfAgency } from '#areas/agencies/public.ts';
import { findCounterLimits } from '#areas/skills/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { isRefusal, refuse, type Refusal } from '#platform/values/refusal.ts';
import type { Rest, Rotation } from './contract.ts';
import {
  checkPlan,
  clockMinutes,
  clockText,
  proposePlan,
  usualOpenMin,
  type RestSlot,
} from './rules/rest-plan.ts';
import { servicesAlone, type AloneMoment } from './rules/service-rest.ts';
import { factsOfRests, toRests, toSlots } from './rest-days.ts';
import { findRotationBooth, listRestRows, replacePlan, type RotationBoothRow } from './store.ts';

/** An agency's plan, for its own head and the mall's keepers. Refusals: OTHER_AGENCY, AGENCY_UNKNOWN. */
export async function getRotation(tx: Tx, staff: StaffActor, agencyId: string): Promise<Rotation> {
  const booth = await boothFor(tx, staff, agencyId);
  const slots = await slotsOf(tx, staff, booth);
  const limits = await findCounterLimits(tx, staff.mallId, agencyId);
  return {
    agencyId,
    agencyShortName: booth.short_name,
    openMin: booth.open_min ?? usualOpenMin(booth.counters.length),
    counters: [...booth.counters],
    rests: toRests(slots),
    alone: aloneUnder(limits, slots).map(({ serviceId, weekday, starts }) => {
      const { name, nameEn } = limits.services.find(({ id }) => id === serviceId)!;
      return { name, nameEn, weekday, clock: clockText(starts) };
    }),
  };
}

export interface RotationWish {
  readonly agencyId: string;
  readonly openMin: number;
  readonly counterIds: readonly string[];
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly until: string;
  readonly minutes: number;
}

/** Refusals: those of getRotation, COUNTER_UNKNOWN, and the rule's. */
export async function proposeRotation(
  tx: Tx,
  staff: StaffActor,
  wish: RotationWish,
): Promise<{ rests: Rest[] }> {
  const booth = await boothFor(tx, staff, wish.agencyId);
  const chosen = booth.counters.filter(({ id }) => wish.counterIds.includes(id));
  if (chosen.length !== new Set(wish.counterIds).size) refused(refuse('COUNTER_UNKNOWN'));
  const plan = proposePlan({
    counterIds: chosen.map(({ id }) => id),
    rule: { counters: booth.counters.length, openMin: wish.openMin },
    from: clockMinutes(wish.from),
    until: clockMinutes(wish.until),
    minutes: wish.minutes,
  });
  if (isRefusal(plan)) return refused(inWords(plan, booth, []));
  return {
    rests: plan.map(({ counterId, starts, ends }) => ({
      counterId,
      weekdays: [...wish.weekdays],
      starts: clockText(starts),
      ends: clockText(ends),
    })),
  };
}

/**
 * Refusals: those of getRotation, COUNTER_UNKNOWN, REST_TIMES, REST_TOO_FEW_OPEN, and, unless `anyway`,
 * REST_SERVICE_ALONE with the names of what this plan leaves without a counter and the one before did not, and when first.
 */
export async function setRotation(
  tx: Tx,
  staff: StaffActor,
  plan: {
    readonly agencyId: string;
    readonly openMin: number;
    readonly rests: readonly Rest[];
    readonly anyway: boolean;
  },
): Promise<{ rests: number }> {
  // Two who write one plan follow one another; the later one stands, whole.
  await lockBoothOfAgency(tx, staff.mallId, plan.agencyId);
  const booth = await boothFor(tx, staff, plan.agencyId);
  const numbers = new Map(booth.counters.map(({ id, number }) => [id, number]));
  if (plan.rests.some(({ counterId }) => !numbers.has(counterId))) refused(refuse('COUNTER_UNKNOWN'));
  const slots = toSlots(plan.rests);
  const no = checkPlan(slots, { counters: booth.counters.length, openMin: plan.openMin });
  if (no !== undefined) refused(inWords(no, booth, slots));
  if (!plan.anyway) await refuseAlone(tx, staff, booth, plan.agencyId, slots);
  const { mallId } = staff;
  await replacePlan(
    tx,
    { mallId, boothId: booth.booth_id, counterIds: idsOf(booth) },
    { openMin: plan.openMin, slots },
  );
  tx.emit({ mallId, kind: 'rotation', topics: [`agency:${plan.agencyId}`], payload: {} });
  tx.record({
    subjectKind: 'rotation',
    subjectId: booth.booth_id,
    agencyId: plan.agencyId,
    facts: {
      agency: booth.short_name,
      openMin: plan.openMin,
      ...factsOfRests(slots, numbers),
    },
  });
  return { rests: plan.rests.length };
}

async function boothFor(tx: Tx, staff: StaffActor, agencyId: string): Promise<RotationBoothRow> {
  if (staff.agencyId !== null && staff.agencyId !== agencyId) refused(refuse('OTHER_AGENCY'));
  return (await findRotationBooth(tx, staff.mallId, agencyId)) ?? refused(refuse('AGENCY_UNKNOWN'));
}

const idsOf = (booth: RotationBoothRow) => booth.counters.map(({ id }) => id);

async function slotsOf(tx: Tx, { mallId }: StaffActor, booth: RotationBoothRow): Promise<RestSlot[]> {
  const rows = await listRestRows(tx, mallId, idsOf(booth));
  return rows.map(({ counter_id: counterId, weekday, starts, ends }) => ({
    counterId,
    weekday,
    starts: clockMinutes(starts),
    ends: clockMinutes(ends),
  }));
}

type CounterLimits = Awaited<ReturnType<typeof findCounterLimits>>;

function aloneUnder({ services, counters }: CounterLimits, slots: readonly RestSlot[]): AloneMoment[] {
  return servicesAlone(
    services.map(({ id }) => id),
    counters,
    slots,
  );
}

async function refuseAlone(
  tx: Tx,
  staff: StaffActor,
  booth: RotationBoothRow,
  agencyId: string,
  slots: readonly RestSlot[],
): Promise<void> {
  const limits = await findCounterLimits(tx, staff.mallId, agencyId);
  const before = new Set(
    aloneUnder(limits, await slotsOf(tx, staff, booth)).map(({ serviceId }) => serviceId),
  );
  const alone = aloneUnder(limits, slots).filter(({ serviceId }) => !before.has(serviceId));
  const [first] = alone.toSorted((a, b) => a.weekday - b.weekday || a.starts - b.starts);
  if (first === undefined) return;
  const names = alone.map(({ serviceId }) => limits.services.find(({ id }) => id === serviceId)!.name);
  refused(
    refuse('REST_SERVICE_ALONE', {
      services: names.join(', '),
      weekday: first.weekday,
      clock: clockText(first.starts),
    }),
  );
}

/** The rule speaks of places in a list and of minutes, people of counters and clocks. */
function inWords(no: Refusal, booth: RotationBoothRow, slots: readonly RestSlot[]): Refusal {
  const { slot, nearest, ...facts } = no.facts;
  const wrong = slots[Number(slot)];
  const counter = booth.counters.find(({ id }) => id === wrong?.counterId)?.number;
  return refuse(no.refused, {
    ...facts,
    ...(counter === undefined ? {} : { counter, weekday: wrong!.weekday }),
    ...(nearest === undefined ? {} : { clock: clockText(Number(nearest)) }),
  });
}
