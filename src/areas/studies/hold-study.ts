import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { StudyFigures } from './contract.ts';
import { lockStudyRow } from './store.ts';

/** What a study assumes until somebody says better; only what must be chosen has a value. */
export function freshFigures(tx: Tx): StudyFigures {
  return {
    ...{ title: 'Kajian urgensi mal pelayanan publik', authors: 'Tim percepatan' },
    ...{ baseYear: tx.now.getUTCFullYear() - 1, population: null },
    ...{ daysPerYear: 240, busiestShare: 0.2, waitMinutes: 15, waitShare: 0.9, spread: 0.25 },
    ...{ hourRupiah: null, savedLow: 0.3, savedMid: 0.5, savedHigh: 0.7, years: 5, discount: 0.06 },
    sources: '',
  };
}

/**
 * The study, held for a change: nothing of one that has ended changes.
 * Refusals: STUDY_CONCLUDED, CHANGED_MEANWHILE where a version is given that is not the latest.
 */
export async function holdStudy(tx: Tx, { mallId }: Pick<StaffActor, 'mallId'>, version?: number) {
  const row = await lockStudyRow(tx, mallId, freshFigures(tx));
  if (row.concluded_on !== null) refused(refuse('STUDY_CONCLUDED'));
  if (version !== undefined && row.version !== version) refused(refuse('CHANGED_MEANWHILE'));
  return row;
}
