import { listAgencies } from '#areas/agencies/public.ts';
import {
  insertLetter,
  listStageRows,
  lockStage,
  putOpening,
  updateStage,
} from '#areas/establishment/store.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import type { ScenarioFacts } from '../scenario-facts.ts';

/** The way of a mall to its launch, as far as sources tell it. Does nothing where a stage is written down. */
export async function goPastWay(tx: Tx, mallId: string, { way }: ScenarioFacts): Promise<void> {
  if (way === undefined || (await listStageRows(tx, mallId)).length > 0) return;
  for (const { kind, from, until, withoutPapers, ...told } of way.stages) {
    const key = { kind, year: 0 };
    await lockStage(tx, mallId, key);
    await updateStage(tx, mallId, key, {
      ...{ version: 1, plannedFrom: null, plannedUntil: null, actualFrom: from, actualUntil: until },
      responsible: told.responsible ?? null,
      place: told.place ?? null,
      notes: told.notes ?? '',
      togetherWith: told.togetherWith ?? null,
      overruledReason: withoutPapers ?? null,
    });
  }
  for (const { stage, number, ...letter } of way.letters) {
    const id = newId();
    const about = { kind: stage, year: 0 };
    await insertLetter(tx, mallId, { ...letter, id, number: number ?? null, stage: about, fileId: null });
  }
  const { others, bySlug = {} } = way.opened;
  for (const { id, slug } of await listAgencies(tx, mallId))
    await putOpening(tx, mallId, { agencyId: id, plannedOn: null, openedOn: bySlug[slug] ?? others });
}
