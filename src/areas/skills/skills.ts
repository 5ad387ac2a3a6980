import { lockBoothOfAgency } from '#areas/agencies/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Skills } from './contract.ts';
import { canGive } from './rules/service-line.ts';
import { findSkillsRow, replaceCounterLimit, replaceOfficerLimit, type SkillsRow } from './store.ts';

/** The mall, and the one agency where its keeper belongs to one. */
type Keeper = Pick<StaffActor, 'mallId' | 'agencyId'>;

/** For the agency's own head and the mall's keepers. Refusals: OTHER_AGENCY, AGENCY_UNKNOWN. */
export async function getSkills(tx: Tx, staff: Keeper, agencyId: string): Promise<Skills> {
  const row = await skillsOf(tx, staff, agencyId);
  return {
    agencyId,
    agencyShortName: row.short_name,
    services: [...row.services],
    counters: row.counters.map((counter) => ({ ...counter, services: listOf(counter.services) })),
    officers: row.officers.map((officer) => ({ ...officer, services: listOf(officer.services) })),
    withoutCounter: withoutCounter(row).map(({ id }) => id),
  };
}

/**
 * Refusals: those of getSkills, COUNTER_UNKNOWN, SERVICE_UNKNOWN, and, unless `anyway`, SERVICE_WITHOUT_COUNTER with
 * the names of what no counter of the booth could give any more.
 */
export async function limitCounter(
  tx: Tx,
  staff: Keeper,
  limit: {
    readonly agencyId: string;
    readonly counterId: string;
    readonly services: readonly string[] | null;
    readonly anyway: boolean;
  },
): Promise<{ limited: boolean }> {
  const { agencyId, counterId, services } = limit;
  // Two who write limits of one booth follow one another, so that both see what is left.
  await lockBoothOfAgency(tx, staff.mallId, agencyId);
  const before = await skillsOf(tx, staff, agencyId);
  const counter = before.counters.find(({ id }) => id === counterId) ?? refused(refuse('COUNTER_UNKNOWN'));
  const names = namesOf(before, services);
  const after = {
    ...before,
    counters: before.counters.map((each) => (each.id === counterId ? { ...each, services } : each)),
  };
  const lost = withoutCounter(after).filter((service) => !withoutCounter(before).includes(service));
  if (lost.length > 0 && !limit.anyway)
    refused(refuse('SERVICE_WITHOUT_COUNTER', { services: lost.map(({ name }) => name).join(', ') }));
  await replaceCounterLimit(tx, { mallId: staff.mallId, agencyId, id: counterId }, services);
  tell(tx, staff, agencyId, { subject: 'counter', id: counterId });
  tx.record({
    subjectKind: 'counter-skills',
    subjectId: counterId,
    agencyId,
    facts: { counter: counter.number, agency: before.short_name, services: names },
  });
  return { limited: services !== null };
}

/** Refusals: those of getSkills, OFFICER_UNKNOWN, SERVICE_UNKNOWN. */
export async function limitOfficer(
  tx: Tx,
  staff: Keeper,
  limit: {
    readonly agencyId: string;
    readonly officerId: string;
    readonly services: readonly string[] | null;
  },
): Promise<{ limited: boolean }> {
  const { agencyId, officerId, services } = limit;
  await lockBoothOfAgency(tx, staff.mallId, agencyId);
  const before = await skillsOf(tx, staff, agencyId);
  const officer = before.officers.find(({ id }) => id === officerId) ?? refused(refuse('OFFICER_UNKNOWN'));
  const names = namesOf(before, services);
  await replaceOfficerLimit(tx, { mallId: staff.mallId, agencyId, id: officerId }, services);
  tell(tx, staff, agencyId, { subject: 'officer', id: officerId });
  tx.record({
    subjectKind: 'officer-skills',
    subjectId: officerId,
    agencyId,
    facts: { name: officer.name, agency: before.short_name, services: names },
  });
  return { limited: services !== null };
}

async function skillsOf(tx: Tx, staff: Keeper, agencyId: string): Promise<SkillsRow> {
  if (staff.agencyId !== null && staff.agencyId !== agencyId) refused(refuse('OTHER_AGENCY'));
  return (await findSkillsRow(tx, staff.mallId, agencyId)) ?? refused(refuse('AGENCY_UNKNOWN'));
}

const listOf = (services: readonly string[] | null) => (services === null ? null : [...services]);

function withoutCounter({ services, counters }: SkillsRow) {
  return services.filter(({ id }) => !counters.some((counter) => canGive(counter, id)));
}

/** What is kept, in words; an empty text: everything. */
function namesOf({ services }: SkillsRow, chosen: readonly string[] | null): string {
  return (chosen ?? [])
    .map((id) => services.find((service) => service.id === id)?.name ?? refused(refuse('SERVICE_UNKNOWN')))
    .join(', ');
}

/** Desks, phones and the floor look again: a line may be another one now. */
function tell(tx: Tx, { mallId }: Keeper, agencyId: string, payload: Readonly<Record<string, string>>): void {
  tx.emit({ mallId, kind: 'skills', topics: [`agency:${agencyId}`, `mall:${mallId}`], payload });
}
