import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt, type Day } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import {
  AgreementKind,
  DataRole,
  PaperKind,
  type Agreement,
  type AgreementLine,
  type AgreementParty,
  type AgreementPromise,
} from './contract.ts';
import {
  listPaperRows,
  listPartyRows,
  listPromiseRows,
  type PartyRow,
  type PromiseRow,
} from './parts/parts-store.ts';
import { holderOf, mapPatterns } from './numbers/number-store.ts';
import { actsIn, type AgreementState } from './rules/agreement-states.ts';
import { agreementStanding, daysLeft, isInForce, reminderDue } from './rules/agreement-term.ts';
import { findMissingPapers } from './rules/wanted-papers.ts';
import { fillTerms } from './clauses/clauses.ts';
import { Verdict } from './terms-contract.ts';
import { listVerdictRows } from './verdicts/verdict-store.ts';
import { findAgreementRow, listAgreementRows, type AgreementLineRow, type AgreementRow } from './store.ts';

/** The agreements that somebody may see: all of the mall, or those to which the own agency is a party. */
export async function listAgreements(tx: Tx, reader: StaffActor): Promise<AgreementLine[]> {
  const today = dayAt(tx.now.getTime(), reader.timeZone);
  return (await listAgreementRows(tx, reader.mallId, reader.agencyId)).map((row) => toLine(row, today));
}

/** What the keeper of agreements is reminded of: those that end within 180, 90 or 30 days, and those that have lapsed. */
export async function listDueAgreements(
  tx: Tx,
  mall: { readonly id: string; readonly timeZone: string },
): Promise<AgreementLine[]> {
  const today = dayAt(tx.now.getTime(), mall.timeZone);
  const rows = await listAgreementRows(tx, mall.id, null);
  const renewed = new Set(
    rows.flatMap(({ renews_id, state }) => (state === 'signed' ? (renews_id ?? []) : [])),
  );
  return rows
    .filter(({ id }) => !renewed.has(id))
    .map((row) => toLine(row, today))
    .filter(({ reminderDays, standing }) => reminderDays !== null || standing === 'lapsed')
    .toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
}

/** Refusals: AGREEMENT_UNKNOWN, also to the head of an agency that is no party to it. */
export async function getAgreement(tx: Tx, reader: StaffActor, agreementId: string): Promise<Agreement> {
  const { mallId } = reader;
  const row = await findAgreementRow(tx, mallId, agreementId);
  if (row === undefined) return refused(refuse('AGREEMENT_UNKNOWN'));
  const parties = await listPartyRows(tx, row);
  const isParty = parties.some(({ agency_id }) => agency_id === reader.agencyId);
  if (reader.agencyId !== null && !isParty) refused(refuse('AGREEMENT_UNKNOWN'));
  const today = dayAt(tx.now.getTime(), reader.timeZone);
  const line = (await listAgreementRows(tx, mallId, null)).find(({ id }) => id === agreementId)!;
  const patterns = await mapPatterns(tx, mallId);
  const papers = await listPaperRows(tx, row);
  const promises = await listPromiseRows(tx, mallId, [agreementId]);
  const state = row.state as AgreementState;
  const written = {
    ...toLine(line, today),
    extensionNoticeDays: row.extension_notice_days,
    terms: termsOf(row),
    parties: parties.map((party) => ({ ...toParty(party), pattern: patterns.get(holderOf(party)) ?? null })),
    promises: promises.map(toPromise),
  };
  return {
    ...written,
    wordings: await fillTerms(tx, mallId, written),
    round: row.round,
    verdicts: (await listVerdictRows(tx, row)).map((said) => ({
      ...{ round: said.round, place: said.place, verdict: Verdict.parse(said.verdict), note: said.note },
      ...{ toldOn: said.told_on, toldBy: said.told_name },
    })),
    version: row.version,
    state,
    acts: reader.role === 'agency-head' ? actsIn(state).filter((act) => act === 'tell') : actsIn(state),
    amends: await nameOf(tx, mallId, row.amends_id),
    renews: await nameOf(tx, mallId, row.renews_id),
    signedAt: row.signed_at,
    endedOn: row.ended_on,
    endedReason: row.ended_reason,
    handOver: row.hand_over,
    papers: papers.map((paper) => ({
      id: paper.id,
      kind: PaperKind.parse(paper.kind),
      name: paper.name,
      sizeBytes: Number(paper.size_bytes),
      addedAt: paper.added_at.toISOString(),
    })),
    missingPapers: findMissingPapers(
      parties.some(({ delegated }) => delegated),
      papers.map(({ kind }) => PaperKind.parse(kind)),
    ),
  };
}

/** What is in force today, for everybody to see: names, numbers and promises, nobody's signature or telephone. */
export async function listPublicAgreements(tx: Tx, mall: { readonly id: string; readonly timeZone: string }) {
  const today = dayAt(tx.now.getTime(), mall.timeZone);
  const rows = (await listAgreementRows(tx, mall.id, null)).filter((row) => isInForce(termOf(row), today));
  const promises =
    rows.length === 0
      ? []
      : await listPromiseRows(
          tx,
          mall.id,
          rows.map(({ id }) => id),
        );
  return rows.map((row) => {
    const { kind, signedOn, beginsOn, endsOn, agencies } = toLine(row, today);
    return {
      ...{ kind, signedOn, beginsOn, endsOn, agencies },
      numbers: row.numbers.flatMap(({ number }) => number ?? []),
      promises: promises
        .filter(({ agreement_id }) => agreement_id === row.id)
        .map((promise) => ({
          agencySlug: promise.slug,
          services: promise.services.map(({ name }) => name),
          hours: promise.hours,
        })),
    };
  });
}

export function termsOf(row: Pick<AgreementRow, 'terms'>): Agreement['terms'] {
  return row.terms as Agreement['terms'];
}

export function toParty(row: PartyRow): Omit<AgreementParty, 'pattern'> {
  return {
    place: row.place,
    agencyId: row.agency_id,
    name: row.name,
    signatory: row.signatory,
    position: row.position,
    authority: row.authority,
    delegated: row.delegated,
    powerOfAttorney: row.power_of_attorney,
    number: row.number,
    dataRole: DataRole.parse(row.data_role),
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    contactEmail: row.contact_email,
  };
}

export function toPromise(row: PromiseRow): AgreementPromise {
  return {
    agency: { id: row.agency_id, slug: row.slug, shortName: row.short_name },
    services: row.services,
    staff: row.staff_count,
    backup: row.backup_count,
    dailyQuota: row.daily_quota,
    hours: row.hours,
  };
}

function toLine(row: AgreementLineRow, today: Day): AgreementLine {
  const term = termOf(row);
  const standing = agreementStanding(term, today);
  const running = standing === 'in-force' || standing === 'ends-soon' || standing === 'lapsed';
  return {
    id: row.id,
    kind: AgreementKind.parse(row.kind),
    title: row.title,
    standing,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    signedOn: row.signed_on,
    daysLeft: running ? daysLeft(row.ended_on ?? row.ends_on, today) : null,
    reminderDays: running && row.state === 'signed' ? reminderDue(row.ends_on, today) : null,
    agencies: row.agencies,
  };
}

export function termOf(row: Pick<AgreementLineRow, 'state' | 'begins_on' | 'ends_on' | 'ended_on'>) {
  return {
    state: row.state as AgreementState,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    endedOn: row.ended_on,
  };
}

async function nameOf(tx: Tx, mallId: string, id: string | null) {
  const row = id === null ? undefined : await findAgreementRow(tx, mallId, id);
  return row === undefined ? null : { id: row.id, title: row.title };
}
