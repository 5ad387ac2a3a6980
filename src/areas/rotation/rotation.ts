import { lockBoothOfAgency } from '#areas/agencies/public.ts';
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
import { findRotationBooth, listRestRows, replacePlan, type RotationBoothRow } from './store.ts';

/** An agency's plan, for its own head and the mall's keepers. Refusals: OTHER_AGENCY, AGENCY_UNKNOWN. */
export async function getRotation(tx: Tx, staff: StaffActor, agencyId: string): Promise<Rotation> {
  const booth = await boothFor(tx, staff, agencyId);
  const rests = await listRestRows(tx, staff.mallId, idsOf(booth));
  return {
    agencyId,
    agencyShortName: booth.short_name,
    openMin: booth.open_min ?? usualOpenMin(booth.counters.length),
    counters: [...booth.counters],
    rests: rests.map(({ counter_id: counterId, starts, ends }) => ({ counterId, starts, ends })),
  };
}

export interface RotationWish {
  readonly agencyId: string;
  readonly openMin: number;
  readonly counterIds: readonly string[];
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
      starts: clockText(starts),
      ends: clockText(ends),
    })),
  };
}

/** Refusals: those of getRotation, COUNTER_UNKNOWN, REST_TIMES, REST_TOO_FEW_OPEN. */
export async function setRotation(
  tx: Tx,
  staff: StaffActor,
  plan: { readonly agencyId: string; readonly openMin: number; readonly rests: readonly Rest[] },
): Promise<{ rests: number }> {
  // Two who write one plan follow one another; the later one stands, whole.
  await lockBoothOfAgency(tx, staff.mallId, plan.agencyId);
  const booth = await boothFor(tx, staff, plan.agencyId);
  const numbers = new Map(booth.counters.map(({ id, number }) => [id, number]));
  if (plan.rests.some(({ counterId }) => !numbers.has(counterId))) refused(refuse('COUNTER_UNKNOWN'));
  const slots = plan.rests.map(toSlot);
  const no = checkPlan(slots, { counters: booth.counters.length, openMin: plan.openMin });
  if (no !== undefined) refused(inWords(no, booth, slots));
  const { mallId } = staff;
  await replacePlan(tx, { mallId, boothId: booth.booth_id, counterIds: idsOf(booth) }, plan);
  tx.emit({ mallId, kind: 'rotation', topics: [`agency:${plan.agencyId}`], payload: {} });
  tx.record({
    subjectKind: 'rotation',
    subjectId: booth.booth_id,
    agencyId: plan.agencyId,
    facts: {
      agency: booth.short_name,
      openMin: plan.openMin,
      rests: plan.rests
        .map((rest) => `${numbers.get(rest.counterId)!}: ${rest.starts}–${rest.ends}`)
        .join('; '),
    },
  });
  return { rests: plan.rests.length };
}

async function boothFor(tx: Tx, staff: StaffActor, agencyId: string): Promise<RotationBoothRow> {
  if (staff.agencyId !== null && staff.agencyId !== agencyId) refused(refuse('OTHER_AGENCY'));
  return (await findRotationBooth(tx, staff.mallId, agencyId)) ?? refused(refuse('AGENCY_UNKNOWN'));
}

const idsOf = (booth: RotationBoothRow) => booth.counters.map(({ id }) => id);

function toSlot({ counterId, starts, ends }: Rest): RestSlot {
  return { counterId, starts: clockMinutes(starts), ends: clockMinutes(ends) };
}

/** The rule speaks of places in a list and of minutes, people of counters and clocks. */
function inWords(no: Refusal, booth: RotationBoothRow, slots: readonly RestSlot[]): Refusal {
  const { slot, nearest, ...facts } = no.facts;
  const counter = booth.counters.find(({ id }) => id === slots[Number(slot)]?.counterId)?.number;
  return refuse(no.refused, {
    ...facts,
    ...(counter === undefined ? {} : { counter }),
    ...(nearest === undefined ? {} : { clock: clockText(Number(nearest)) }),
  });
}
