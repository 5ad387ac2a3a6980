import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';
import type { StudyFigures } from './contract.ts';
import type { PartContent } from './parts-contract.ts';
import type { PartKind } from './rules/chapters.ts';

const PARTS_READ_MAX = 2000;

export function findStudyRow(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('urgency_study as s')
    .leftJoin('staff_member as m', (join) =>
      join
        .onRef('m.mall_id', '=', 's.mall_id')
        .on((eb) => eb(eb.cast('m.id', 'text'), '=', eb.ref('s.concluded_by'))),
    )
    .selectAll('s')
    .select('m.name as concluded_name')
    .where('s.mall_id', '=', mallId)
    .executeTakeFirst();
}

export type StudyRow = NonNullable<Awaited<ReturnType<typeof findStudyRow>>>;

/** The study, held for a change; one of which nothing was written down yet begins with these figures. */
export async function lockStudyRow(tx: Tx, mallId: string, fresh: StudyFigures) {
  await tx.db
    .insertInto('urgency_study')
    .values({ mall_id: mallId, figures: JSON.stringify(fresh) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx.db
    .selectFrom('urgency_study')
    .selectAll()
    .where('mall_id', '=', mallId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Writes what changed of the study itself, one version on. */
export async function updateStudyRow(
  tx: Tx,
  { mall_id, version }: Pick<StudyRow, 'mall_id' | 'version'>,
  change: {
    readonly figures?: StudyFigures;
    readonly survey?: { readonly from: string; readonly until: string } | null;
    readonly concludedOn?: string | null;
  },
): Promise<{ version: number }> {
  const { figures, survey, concludedOn } = change;
  await tx.db
    .updateTable('urgency_study')
    .set({
      version: version + 1,
      ...(figures === undefined ? {} : { figures: JSON.stringify(figures) }),
      ...(survey === undefined
        ? {}
        : { survey_from: survey?.from ?? null, survey_until: survey?.until ?? null }),
      ...(concludedOn === undefined
        ? {}
        : { concluded_on: concludedOn, concluded_by: concludedOn === null ? null : tx.actor.id }),
    })
    .where('mall_id', '=', mall_id)
    .execute();
  return { version: version + 1 };
}

/** All parts in the order in which they were written. */
export function listPartRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('study_part as p')
    .leftJoin('stored_file as f', (join) =>
      join.onRef('f.mall_id', '=', 'p.mall_id').onRef('f.id', '=', 'p.file_id'),
    )
    .select(['p.id', 'p.kind', 'p.version', 'p.content', 'p.file_id', 'f.name as file_name', 'f.size_bytes'])
    .where('p.mall_id', '=', mallId)
    .orderBy('p.place')
    .orderBy('p.id')
    .limit(PARTS_READ_MAX)
    .execute();
}

export type PartRow = Awaited<ReturnType<typeof listPartRows>>[number];

export function findPartRow(tx: Tx, mallId: string, id: string) {
  return tx.db
    .selectFrom('study_part')
    .select(['id', 'kind', 'version', 'content', 'file_id'])
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function countParts(tx: Tx, mallId: string, kind: PartKind): Promise<number> {
  const { count } = await tx.db
    .selectFrom('study_part')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('mall_id', '=', mallId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Writes a part behind those that are there; the study is held meanwhile. */
export async function insertPart(
  tx: Tx,
  mallId: string,
  part: { readonly id: string; readonly content: PartContent; readonly fileId: string | null },
): Promise<void> {
  const { id, content, fileId } = part;
  await tx.db
    .insertInto('study_part')
    .values((eb) => ({
      ...{ mall_id: mallId, id, kind: content.kind, file_id: fileId },
      content: JSON.stringify(content),
      place: eb
        .selectFrom('study_part')
        .select((last) => sql<number>`coalesce(${last.fn.max('place')}, 0) + 1`.as('place'))
        .where('mall_id', '=', mallId),
    }))
    .execute();
}

/** @param part.fileId undefined: the file stays as it is */
export async function updatePart(
  tx: Tx,
  mallId: string,
  part: {
    readonly id: string;
    readonly version: number;
    readonly content: PartContent;
    readonly fileId: string | undefined;
  },
): Promise<void> {
  await tx.db
    .updateTable('study_part')
    .set({
      ...{ version: part.version, content: JSON.stringify(part.content) },
      ...(part.fileId === undefined ? {} : { file_id: part.fileId }),
    })
    .where('mall_id', '=', mallId)
    .where('id', '=', part.id)
    .execute();
}

export async function deletePart(tx: Tx, mallId: string, id: string): Promise<void> {
  await tx.db.deleteFrom('study_part').where('mall_id', '=', mallId).where('id', '=', id).execute();
}
