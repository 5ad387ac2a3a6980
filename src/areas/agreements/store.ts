import type { Selectable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Agreement } from '#platform/database/row-types.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { AgreementHead, AgreementKind } from './contract.ts';
import type { PromisedWeekday } from './rules/promised-places.ts';

/** A mall signs some dozens of agreements in a term; the bound keeps a page readable. */
const AGREEMENTS_MAX = 1000;

export type AgreementRow = Selectable<Agreement>;

/** The agreements with the agencies that are party to them or promise in them, those that end first at the head. */
export function listAgreementRows(tx: Tx, mallId: string, agencyId: string | null) {
  let query = tx.db
    .selectFrom('agreement as a')
    .select((eb) => [
      'a.id',
      'a.kind',
      'a.title',
      'a.state',
      'a.begins_on',
      'a.ends_on',
      'a.signed_on',
      'a.ended_on',
      'a.renews_id',
      jsonArrayFrom(
        eb
          .selectFrom('agreement_party as p')
          .innerJoin('agency as g', (join) =>
            join.onRef('g.mall_id', '=', 'p.mall_id').onRef('g.id', '=', 'p.agency_id'),
          )
          .select(['g.id', 'g.slug', 'g.short_name as shortName'])
          .whereRef('p.mall_id', '=', 'a.mall_id')
          .whereRef('p.agreement_id', '=', 'a.id')
          .orderBy('p.place'),
      ).as('agencies'),
      jsonArrayFrom(
        eb
          .selectFrom('agreement_party as n')
          .select('n.number')
          .whereRef('n.mall_id', '=', 'a.mall_id')
          .whereRef('n.agreement_id', '=', 'a.id')
          .where('n.number', 'is not', null)
          .orderBy('n.place'),
      ).as('numbers'),
    ])
    .where('a.mall_id', '=', mallId)
    .orderBy('a.ends_on')
    .orderBy('a.title')
    .orderBy('a.id')
    .limit(AGREEMENTS_MAX);
  if (agencyId !== null) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('agreement_party as q')
          .select('q.place')
          .whereRef('q.mall_id', '=', 'a.mall_id')
          .whereRef('q.agreement_id', '=', 'a.id')
          .where('q.agency_id', '=', agencyId),
      ),
    );
  }
  return query.execute();
}

export type AgreementLineRow = Awaited<ReturnType<typeof listAgreementRows>>[number];

export function findAgreementRow(tx: Tx, mallId: string, id: string): Promise<AgreementRow | undefined> {
  return selectOne(tx, mallId, id).executeTakeFirst();
}

/** The agreement, held until the end of the transaction: its parts are written only by who holds it. */
export function lockAgreementRow(tx: Tx, mallId: string, id: string): Promise<AgreementRow | undefined> {
  return selectOne(tx, mallId, id).forNoKeyUpdate().executeTakeFirst();
}

/** The signed addenda to an agreement, held for a change in the order of their ids. */
export function lockSignedAddenda(
  tx: Tx,
  { mall_id, id }: Pick<AgreementRow, 'mall_id' | 'id'>,
): Promise<AgreementRow[]> {
  return tx.db
    .selectFrom('agreement')
    .selectAll()
    .where('mall_id', '=', mall_id)
    .where('amends_id', '=', id)
    .where('state', '=', 'signed')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

function selectOne(tx: Tx, mallId: string, id: string) {
  return tx.db.selectFrom('agreement').selectAll().where('mall_id', '=', mallId).where('id', '=', id);
}

export interface NewAgreement {
  readonly mallId: string;
  readonly id: string;
  readonly kind: AgreementKind;
  readonly head: AgreementHead;
  readonly amendsId: string | null;
  readonly renewsId: string | null;
}

export async function insertAgreement(
  tx: Tx,
  { mallId, id, kind, head, ...from }: NewAgreement,
): Promise<void> {
  await tx.db
    .insertInto('agreement')
    .values({
      mall_id: mallId,
      id,
      kind,
      state: 'draft',
      ...headColumns(head),
      amends_id: from.amendsId,
      renews_id: from.renewsId,
      created_at: tx.now,
    })
    .execute();
}

/** What a change may write; the version grows with it. */
export type AgreementChange = Partial<
  Pick<
    AgreementRow,
    'state' | 'round' | 'begins_on' | 'signed_on' | 'signed_at' | 'ended_on' | 'ended_reason' | 'hand_over'
  >
>;

export async function updateAgreement(
  tx: Tx,
  row: Pick<AgreementRow, 'mall_id' | 'id' | 'version'>,
  change: AgreementChange | AgreementHead = {},
): Promise<{ version: number }> {
  const version = row.version + 1;
  await tx.db
    .updateTable('agreement')
    .set({ ...('terms' in change ? headColumns(change) : change), version })
    .where('mall_id', '=', row.mall_id)
    .where('id', '=', row.id)
    .execute();
  return { version };
}

function headColumns(head: AgreementHead) {
  return {
    title: head.title,
    begins_on: head.beginsOn,
    ends_on: head.endsOn,
    extension_notice_days: head.extensionNoticeDays,
    terms: JSON.stringify(head.terms),
  };
}

export async function deleteAgreement(tx: Tx, mallId: string, id: string): Promise<void> {
  await tx.db.deleteFrom('agreement').where('mall_id', '=', mallId).where('id', '=', id).execute();
}

/** What every agreement promises of the places in the mall, by weekday. */
export function listPromisedWeekdays(tx: Tx, mallId: string): Promise<PromisedWeekday[]> {
  return tx.db
    .selectFrom('agreement_hours as h')
    .innerJoin('agreement as a', (join) =>
      join.onRef('a.mall_id', '=', 'h.mall_id').onRef('a.id', '=', 'h.agreement_id'),
    )
    .innerJoin('booth as b', (join) =>
      join.onRef('b.mall_id', '=', 'h.mall_id').onRef('b.agency_id', '=', 'h.agency_id'),
    )
    .select((eb) => [
      'a.id as agreementId',
      'a.title',
      eb.fn.coalesce('a.amends_id', 'a.id').as('family'),
      eb.fn
        .coalesce(
          eb
            .selectFrom('booth_share as s')
            .select('s.place_id')
            .whereRef('s.mall_id', '=', 'b.mall_id')
            .whereRef('s.booth_id', '=', 'b.id')
            .limit(1),
          'b.id',
        )
        .as('placeId'),
      'h.weekday',
      'a.begins_on as from',
      eb.fn<string | null>('least', ['a.ends_on', 'a.ended_on']).as('until'),
    ])
    .distinct()
    .where('h.mall_id', '=', mallId)
    .limit(AGREEMENTS_MAX * 7)
    .execute();
}
