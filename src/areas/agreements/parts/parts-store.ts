import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#platform/database/transaction.ts';
import type { PaperKind, PartyValues, PromiseValues } from '../contract.ts';

/** The agreement and its mall: what its parts are found by. */
export interface OfAgreement {
  readonly mall_id: string;
  readonly id: string;
}

const PARTS_MAX = 200;

/** The parties in their order. */
export function listPartyRows(tx: Tx, agreement: OfAgreement) {
  return tx.db
    .selectFrom('agreement_party')
    .selectAll()
    .where('mall_id', '=', agreement.mall_id)
    .where('agreement_id', '=', agreement.id)
    .orderBy('place')
    .limit(PARTS_MAX)
    .execute();
}

export type PartyRow = Awaited<ReturnType<typeof listPartyRows>>[number];

/** Writes a party at its place, new or as it is from now on; its number stays. */
export async function putParty(
  tx: Tx,
  agreement: OfAgreement,
  place: number,
  party: PartyValues & { readonly number?: string | null },
): Promise<void> {
  const columns = {
    agency_id: party.agencyId,
    name: party.name,
    signatory: party.signatory,
    position: party.position,
    authority: party.authority,
    delegated: party.delegated,
    power_of_attorney: party.powerOfAttorney,
    data_role: party.dataRole,
    contact_name: party.contactName,
    contact_phone: party.contactPhone,
    contact_email: party.contactEmail,
  };
  await tx.db
    .insertInto('agreement_party')
    .values({ mall_id: agreement.mall_id, agreement_id: agreement.id, place, ...columns })
    .onConflict((conflict) => conflict.columns(['mall_id', 'agreement_id', 'place']).doUpdateSet(columns))
    .execute();
}

export async function deleteParty(tx: Tx, agreement: OfAgreement, place: number): Promise<void> {
  await tx.db
    .deleteFrom('agreement_party')
    .where('mall_id', '=', agreement.mall_id)
    .where('agreement_id', '=', agreement.id)
    .where('place', '=', place)
    .execute();
}

export async function setPartyNumber(
  tx: Tx,
  agreement: OfAgreement,
  place: number,
  number: string | null,
): Promise<void> {
  await tx.db
    .updateTable('agreement_party')
    .set({ number })
    .where('mall_id', '=', agreement.mall_id)
    .where('agreement_id', '=', agreement.id)
    .where('place', '=', place)
    .execute();
}

/** Whether a party has used a number, in whatever letters, for any agreement. */
export async function hasNumber(
  tx: Tx,
  { mall_id }: OfAgreement,
  { agency_id, name }: Pick<PartyRow, 'agency_id' | 'name'>,
  number: string,
): Promise<boolean> {
  let query = tx.db
    .selectFrom('agreement_party')
    .select('place')
    .where('mall_id', '=', mall_id)
    .where((eb) => eb(eb.fn('lower', ['number']), '=', number.toLowerCase()))
    .limit(1);
  query =
    agency_id === null
      ? query
          .where('agency_id', 'is', null)
          .where((eb) => eb(eb.fn('lower', ['name']), '=', name.toLowerCase()))
      : query.where('agency_id', '=', agency_id);
  return (await query.executeTakeFirst()) !== undefined;
}

/** What each agency promises in these agreements, by the agency's short name. */
export function listPromiseRows(tx: Tx, mallId: string, agreementIds: readonly string[]) {
  return tx.db
    .selectFrom('agreement_promise as p')
    .innerJoin('agency as g', (join) =>
      join.onRef('g.mall_id', '=', 'p.mall_id').onRef('g.id', '=', 'p.agency_id'),
    )
    .select((eb) => [
      'p.agreement_id',
      'p.agency_id',
      'g.slug',
      'g.short_name',
      'p.staff_count',
      'p.backup_count',
      'p.daily_quota',
      jsonArrayFrom(
        eb
          .selectFrom('agreement_hours as h')
          .select(['h.weekday', 'h.opens', 'h.closes'])
          .whereRef('h.mall_id', '=', 'p.mall_id')
          .whereRef('h.agreement_id', '=', 'p.agreement_id')
          .whereRef('h.agency_id', '=', 'p.agency_id')
          .orderBy('h.weekday')
          .orderBy('h.opens'),
      ).as('hours'),
      jsonArrayFrom(
        eb
          .selectFrom('agreement_service as s')
          .innerJoin('service as v', (join) =>
            join.onRef('v.mall_id', '=', 's.mall_id').onRef('v.id', '=', 's.service_id'),
          )
          .select(['v.id', 'v.name'])
          .whereRef('s.mall_id', '=', 'p.mall_id')
          .whereRef('s.agreement_id', '=', 'p.agreement_id')
          .whereRef('s.agency_id', '=', 'p.agency_id')
          .orderBy('v.code'),
      ).as('services'),
    ])
    .where('p.mall_id', '=', mallId)
    .where('p.agreement_id', 'in', agreementIds)
    .orderBy('g.short_name')
    .execute();
}

export type PromiseRow = Awaited<ReturnType<typeof listPromiseRows>>[number];

/** Puts an agency's promise in place of what it promised in this agreement before. */
export async function putPromise(
  tx: Tx,
  { mall_id, id: agreement_id }: OfAgreement,
  agency_id: string,
  promise: PromiseValues,
): Promise<void> {
  await deletePromise(tx, { mall_id, id: agreement_id }, agency_id);
  const own = { mall_id, agreement_id, agency_id };
  await tx.db
    .insertInto('agreement_promise')
    .values({
      ...own,
      staff_count: promise.staff,
      backup_count: promise.backup,
      daily_quota: promise.dailyQuota,
    })
    .execute();
  if (promise.hours.length > 0) {
    const hours = promise.hours.map(({ weekday, opens, closes }) => ({ ...own, weekday, opens, closes }));
    await tx.db.insertInto('agreement_hours').values(hours).execute();
  }
  if (promise.services.length > 0) {
    const services = promise.services.map((service_id) => ({ ...own, service_id }));
    await tx.db.insertInto('agreement_service').values(services).execute();
  }
}

/** Hours and services go with it. */
export async function deletePromise(tx: Tx, agreement: OfAgreement, agencyId: string): Promise<void> {
  await tx.db
    .deleteFrom('agreement_promise')
    .where('mall_id', '=', agreement.mall_id)
    .where('agreement_id', '=', agreement.id)
    .where('agency_id', '=', agencyId)
    .execute();
}

/** The papers of an agreement with their files, in the order in which they came. */
export function listPaperRows(tx: Tx, agreement: OfAgreement) {
  return selectPapers(tx, agreement.mall_id)
    .where('p.agreement_id', '=', agreement.id)
    .orderBy('p.added_at')
    .orderBy('p.id')
    .limit(PARTS_MAX)
    .execute();
}

export function findPaperRow(tx: Tx, mallId: string, id: string) {
  return selectPapers(tx, mallId).where('p.id', '=', id).executeTakeFirst();
}

function selectPapers(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('agreement_paper as p')
    .innerJoin('stored_file as f', (join) =>
      join.onRef('f.mall_id', '=', 'p.mall_id').onRef('f.id', '=', 'p.file_id'),
    )
    .select(['p.id', 'p.agreement_id', 'p.kind', 'p.file_id', 'p.added_at', 'f.name', 'f.size_bytes'])
    .where('p.mall_id', '=', mallId);
}

export async function insertPaper(
  tx: Tx,
  agreement: OfAgreement,
  paper: { readonly id: string; readonly kind: PaperKind; readonly fileId: string },
): Promise<void> {
  await tx.db
    .insertInto('agreement_paper')
    .values({
      mall_id: agreement.mall_id,
      agreement_id: agreement.id,
      id: paper.id,
      kind: paper.kind,
      file_id: paper.fileId,
      added_at: tx.now,
    })
    .execute();
}

export async function deletePaper(tx: Tx, mallId: string, id: string): Promise<void> {
  await tx.db.deleteFrom('agreement_paper').where('mall_id', '=', mallId).where('id', '=', id).execute();
}
