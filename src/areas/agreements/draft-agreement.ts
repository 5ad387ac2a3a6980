import { findAgencyName, listAgencies, listBoothWeeks } from '#areas/agencies/public.ts';
import { weekOn, type WeeklyInterval } from '#areas/calendar/rules/weekly-hours.ts';
import { getMall } from '#areas/malls/public.ts';
import { listServices } from '#areas/services/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import { refuseBroken } from '#platform/database/broken-constraint.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { forgetStoredFile } from '#platform/files/stored-files.ts';
import { newId } from '#platform/random/ids.ts';
import { listChanges } from '#platform/values/changes.ts';
import { addDays, dayAt, type Day } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import { proposeTerms } from './clauses/clauses.ts';
import type { AgreementHead, AgreementKind, PartyValues, PromiseValues } from './contract.ts';
import { holdAgreement, movedTo, refusePromisedTwice, type Seen } from './hold-agreement.ts';
import { checkClause, TERM_SUBJECTS, type ClausedKind } from './rules/clauses.ts';
import { listPaperRows, listPartyRows, listPromiseRows, putParty, putPromise } from './parts/parts-store.ts';
import { termsOf, toParty, toPromise } from './read-agreements.ts';
import {
  deleteAgreement,
  findAgreementRow,
  insertAgreement,
  updateAgreement,
  type AgreementRow,
} from './store.ts';

const NOTICE_DAYS = 90;
const NOBODY = {
  signatory: null,
  position: null,
  authority: null,
  delegated: false,
  powerOfAttorney: null,
  contactName: null,
  contactPhone: null,
  contactEmail: null,
};

/**
 * Begins an agreement of the region with an agency; what the agency does at the mall now is its first proposal.
 * Refusals: AGENCY_UNKNOWN.
 */
export async function draftAgreement(
  tx: Tx,
  { mallId, timeZone }: StaffActor,
  wish: { readonly kind: ClausedKind; readonly agencyId: string | null; readonly title: string },
): Promise<{ agreementId: string }> {
  const id = newId();
  const head: AgreementHead = {
    ...{ title: wish.title, beginsOn: null, endsOn: null },
    ...{ extensionNoticeDays: NOTICE_DAYS, terms: await proposeTerms(tx, mallId, wish.kind) },
  };
  await insertAgreement(tx, { mallId, id, kind: wish.kind, head, amendsId: null, renewsId: null });
  const agreement = { mall_id: mallId, id };
  const { regency } = await getMall(tx);
  const region = `Pemerintah ${/^(?:kota|kabupaten|provinsi)\b/i.test(regency) ? '' : 'Kabupaten '}${regency}`;
  await putParty(tx, agreement, 1, { ...NOBODY, agencyId: null, name: region, dataRole: 'none' });
  if (wish.agencyId !== null) {
    const today = dayAt(tx.now.getTime(), timeZone);
    const { name, promise } = await proposePromise(tx, mallId, wish.agencyId, today);
    await putParty(tx, agreement, 2, { ...NOBODY, agencyId: wish.agencyId, name, dataRole: 'controller' });
    await putPromise(tx, agreement, wish.agencyId, promise);
  }
  tx.record({
    subjectKind: 'agreement',
    subjectId: id,
    agencyId: wish.agencyId,
    facts: { name: wish.title },
  });
  return { agreementId: id };
}

async function proposePromise(
  tx: Tx,
  mallId: string,
  agencyId: string,
  today: Day,
): Promise<{ name: string; promise: PromiseValues }> {
  const known = (await findAgencyName(tx, mallId, agencyId)) ?? refused(refuse('AGENCY_UNKNOWN'));
  const agency = (await listAgencies(tx, mallId)).find(({ id }) => id === agencyId);
  const [booth] = await listBoothWeeks(tx, mallId, agencyId);
  const weeks = booth?.weeks.map(({ valid_from, hours }) => ({
    validFrom: valid_from,
    hours: hours as readonly WeeklyInterval[],
  }));
  const services = await listServices(tx, mallId, { agency: known.slug });
  return {
    name: agency?.name ?? known.shortName,
    promise: {
      services: services.map(({ id }) => id),
      staff: agency?.counters.length ?? 0,
      backup: 0,
      dailyQuota: null,
      hours: (weekOn(today, weeks ?? [])?.hours ?? []).filter(
        ({ weekday }) => booth?.weekdays?.includes(weekday) ?? true,
      ),
    },
  };
}

/**
 * Begins what follows an agreement: its renewal from the day after its end, or an addendum from today on. Parties and
 * promises are those of before, numbers are not.
 * Refusals: AGREEMENT_UNKNOWN, AGREEMENT_STATE.
 */
export async function goOnFrom(
  tx: Tx,
  staff: StaffActor,
  { agreementId, as }: { readonly agreementId: string; readonly as: 'renew' | 'amend' },
): Promise<{ agreementId: string }> {
  const { mallId } = staff;
  const before = (await findAgreementRow(tx, mallId, agreementId)) ?? refused(refuse('AGREEMENT_UNKNOWN'));
  movedTo(before, as);
  const today = dayAt(tx.now.getTime(), staff.timeZone);
  const id = newId();
  const root = as === 'amend' ? (before.amends_id ?? before.id) : null;
  await insertAgreement(tx, {
    ...{ mallId, id, amendsId: root, renewsId: as === 'renew' ? before.id : null },
    kind: as === 'amend' ? 'adendum' : (before.kind as AgreementKind),
    head: { ...headOf(before), ...termAfter(before, as, today) },
  });
  const agreement = { mall_id: mallId, id };
  for (const party of await listPartyRows(tx, before))
    await putParty(tx, agreement, party.place, toParty(party) satisfies PartyValues);
  for (const row of await listPromiseRows(tx, mallId, [before.id])) {
    const { services, ...promise } = toPromise(row);
    const wish = { ...promise, services: services.map((service) => service.id) };
    await putPromise(tx, agreement, row.agency_id, wish);
  }
  tx.record({ subjectKind: 'agreement', subjectId: id, facts: { name: before.title, mode: as } });
  return { agreementId: id };
}

function termAfter(before: AgreementRow, as: 'renew' | 'amend', today: Day) {
  if (as === 'amend') return { beginsOn: today, endsOn: before.ends_on };
  const last = before.ended_on ?? before.ends_on;
  return { beginsOn: last === null ? null : addDays(last as Day, 1), endsOn: null };
}

/** Refusals: AGREEMENT_UNKNOWN, AGREEMENT_STATE, CHANGED_MEANWHILE, TERM_ENDS_FIRST, CLAUSE_VARIABLE (`name`), PROMISED_TWICE (`name`, `weekday`). */
export async function saveHead(
  tx: Tx,
  staff: StaffActor,
  { agreementId, version, ...head }: AgreementHead & Seen,
): Promise<{ version: number }> {
  const row = await holdAgreement(tx, staff, { agreementId, version }, 'write');
  refuseBackwards(head);
  for (const subject of TERM_SUBJECTS) {
    const no = checkClause(head.terms[subject]);
    if (no !== undefined) refused(no);
  }
  const changes = listChanges(headOf(row), head);
  if (changes.length === 0) return { version };
  const next = await updateAgreement(tx, row, head);
  await refusePromisedTwice(tx, row);
  tx.record({ subjectKind: 'agreement', subjectId: row.id, facts: { name: head.title, changes } });
  return next;
}

/** Refusals: TERM_ENDS_FIRST. */
export function refuseBackwards({ beginsOn, endsOn }: Pick<AgreementHead, 'beginsOn' | 'endsOn'>): void {
  if (beginsOn !== null && endsOn !== null && endsOn < beginsOn) refused(refuse('TERM_ENDS_FIRST'));
}

/**
 * Takes a draft out, its papers with it.
 * Refusals: AGREEMENT_UNKNOWN, AGREEMENT_STATE, CHANGED_MEANWHILE, AGREEMENT_USED where another goes on from it.
 */
export async function removeAgreement(tx: Tx, staff: StaffActor, seen: Seen): Promise<{ removed: true }> {
  const row = await holdAgreement(tx, staff, seen, 'remove');
  const papers = await listPaperRows(tx, row);
  await refuseBroken(deleteAgreement(tx, row.mall_id, row.id), () => refuse('AGREEMENT_USED'));
  for (const { file_id: fileId } of papers) await forgetStoredFile(tx, row.mall_id, fileId);
  tx.record({ subjectKind: 'agreement', subjectId: row.id, facts: { name: row.title } });
  return { removed: true };
}

function headOf(row: AgreementRow): AgreementHead {
  return {
    title: row.title,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    extensionNoticeDays: row.extension_notice_days,
    terms: termsOf(row),
  };
}
