import type { Tx } from '#platform/database/transaction.ts';
import type { LetterValues, StageKey, StageValues } from './contract.ts';

const LETTERS_SHOWN_MAX = 2000;

export function listStageRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('establishment_stage as s')
    .leftJoin('staff_member as m', (join) =>
      join
        .onRef('m.mall_id', '=', 's.mall_id')
        .on((eb) => eb(eb.cast('m.id', 'text'), '=', eb.ref('s.overruled_by'))),
    )
    .selectAll('s')
    .select('m.name as overruled_name')
    .where('s.mall_id', '=', mallId)
    .orderBy('s.year')
    .execute();
}

export type StageRow = Awaited<ReturnType<typeof listStageRows>>[number];

/** The stage's version, held for a change; a stage of which nothing was written down yet begins with version 0. */
export async function lockStage(tx: Tx, mallId: string, { kind, year }: StageKey): Promise<number> {
  const fresh = await tx.db
    .insertInto('establishment_stage')
    .values({ mall_id: mallId, kind, year, version: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  if (fresh !== undefined) return fresh.version;
  const row = await tx.db
    .selectFrom('establishment_stage')
    .select('version')
    .where('mall_id', '=', mallId)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return row.version;
}

export async function updateStage(
  tx: Tx,
  mallId: string,
  { kind, year }: StageKey,
  stage: StageValues & { readonly version: number; readonly overruledReason: string | null },
): Promise<void> {
  await tx.db
    .updateTable('establishment_stage')
    .set({
      version: stage.version,
      responsible: stage.responsible,
      place: stage.place,
      notes: stage.notes,
      planned_from: stage.plannedFrom,
      planned_until: stage.plannedUntil,
      actual_from: stage.actualFrom,
      actual_until: stage.actualUntil,
      together_with: stage.togetherWith,
      overruled_reason: stage.overruledReason,
      overruled_by: stage.overruledReason === null ? null : tx.actor.id,
    })
    .where('mall_id', '=', mallId)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .execute();
}

export function listBlockerRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('stage_blocker')
    .selectAll()
    .where('mall_id', '=', mallId)
    .orderBy('since')
    .orderBy('id')
    .execute();
}

export async function insertBlocker(
  tx: Tx,
  mallId: string,
  { kind, year }: StageKey,
  blocker: { readonly id: string; readonly what: string; readonly owner: string; readonly since: string },
): Promise<void> {
  await tx.db
    .insertInto('stage_blocker')
    .values({ mall_id: mallId, kind, year, ...blocker })
    .execute();
}

/** What it was, where it is still unsolved. */
export async function solveBlockerRow(
  tx: Tx,
  mallId: string,
  id: string,
  day: string,
): Promise<string | undefined> {
  const row = await tx.db
    .updateTable('stage_blocker')
    .set({ solved_on: day })
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .where('solved_on', 'is', null)
    .returning('what')
    .executeTakeFirst();
  return row?.what;
}

export function listLetterRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('register_letter as l')
    .leftJoin('stored_file as f', (join) =>
      join.onRef('f.mall_id', '=', 'l.mall_id').onRef('f.id', '=', 'l.file_id'),
    )
    .selectAll('l')
    .select(['f.name as file_name', 'f.size_bytes'])
    .where('l.mall_id', '=', mallId)
    .orderBy('l.day', 'desc')
    .orderBy('l.id', 'desc')
    .limit(LETTERS_SHOWN_MAX)
    .execute();
}

export type LetterRow = Awaited<ReturnType<typeof listLetterRows>>[number];

export async function insertLetter(
  tx: Tx,
  mallId: string,
  letter: LetterValues & { readonly id: string; readonly fileId: string | null },
): Promise<void> {
  await tx.db
    .insertInto('register_letter')
    .values({
      mall_id: mallId,
      id: letter.id,
      kind: letter.kind,
      number: letter.number,
      day: letter.day,
      title: letter.title,
      issuer: letter.issuer,
      stage_kind: letter.stage?.kind ?? null,
      stage_year: letter.stage?.year ?? null,
      file_id: letter.fileId,
    })
    .execute();
}

export async function deleteLetter(tx: Tx, mallId: string, id: string): Promise<void> {
  await tx.db.deleteFrom('register_letter').where('mall_id', '=', mallId).where('id', '=', id).execute();
}

export function listOpeningRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('agency as a')
    .leftJoin('booth_opening as o', (join) =>
      join.onRef('o.mall_id', '=', 'a.mall_id').onRef('o.agency_id', '=', 'a.id'),
    )
    .select(['a.id as agency_id', 'a.short_name', 'o.planned_on', 'o.opened_on'])
    .where('a.mall_id', '=', mallId)
    .where('a.active', '=', true)
    .orderBy('a.short_name')
    .limit(500)
    .execute();
}

export async function putOpening(
  tx: Tx,
  mallId: string,
  opening: { readonly agencyId: string; readonly plannedOn: string | null; readonly openedOn: string | null },
): Promise<void> {
  const days = { planned_on: opening.plannedOn, opened_on: opening.openedOn };
  await tx.db
    .insertInto('booth_opening')
    .values({ mall_id: mallId, agency_id: opening.agencyId, ...days })
    .onConflict((conflict) => conflict.columns(['mall_id', 'agency_id']).doUpdateSet(days))
    .execute();
}
