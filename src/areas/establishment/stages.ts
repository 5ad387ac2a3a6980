import type { StaffActor } from '#platform/contract/access.ts';
import { findAgencyName } from '#areas/agencies/public.ts';
import { getMall, setLaunchDay } from '#areas/malls/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Establishment, Stage, StageKey, StageValues } from './contract.ts';
import { toLetter } from './letters.ts';
import {
  checkStageDays,
  findMissingLetters,
  STAGE_KINDS,
  stageAgeDays,
  STAGES,
  stageState,
} from './rules/stages.ts';
import { checkKey } from './stage-key.ts';
import {
  insertBlocker,
  listBlockerRows,
  listLetterRows,
  listOpeningRows,
  listStageRows,
  lockStage,
  putOpening,
  solveBlockerRow,
  updateStage,
  type StageRow,
} from './store.ts';

type Keeper = Pick<StaffActor, 'mallId' | 'timeZone'>;

/** Every stage, also those of which nothing is written down yet; evaluations by their year at the end. */
export async function getEstablishment(tx: Tx, { mallId, timeZone }: Keeper): Promise<Establishment> {
  const today = dayAt(tx.now.getTime(), timeZone);
  const rows = await listStageRows(tx, mallId);
  const blockers = await listBlockerRows(tx, mallId);
  const letters = (await listLetterRows(tx, mallId)).map(toLetter);
  const toStage = (key: StageKey, row: StageRow | undefined): Stage => {
    const isOf = (one: { kind: string; year: number } | null) =>
      one?.kind === key.kind && one.year === key.year;
    const values = valuesOf(row);
    const own = letters.filter(({ stage }) => isOf(stage));
    const { basis, confidence } = STAGES[key.kind];
    return {
      ...key,
      ...values,
      version: row?.version ?? 0,
      state: stageState(values, today),
      ageDays: stageAgeDays(values, today),
      basis,
      basisConfidence: confidence,
      overruled: overruledOf(row),
      blockers: blockers
        .filter(isOf)
        .map(({ id, what, owner, since, solved_on }) => ({ id, what, owner, since, solvedOn: solved_on })),
      letters: own,
      missingLetters: findMissingLetters(
        key.kind,
        own.map((letter) => letter.kind),
      ).map((group) => [...group]),
    };
  };
  const single = STAGE_KINDS.filter((kind) => kind !== 'evaluation').map((kind) =>
    toStage(
      { kind, year: 0 },
      rows.find((row) => row.kind === kind),
    ),
  );
  const yearly = rows
    .filter(({ kind }) => kind === 'evaluation')
    .map((row) => toStage({ kind: 'evaluation', year: row.year }, row));
  const openings = await listOpeningRows(tx, mallId);
  return {
    today,
    launchedOn: (await getMall(tx)).launchedOn,
    stages: [...single, ...yearly],
    openings: openings.map((row) => ({
      agencyId: row.agency_id,
      shortName: row.short_name,
      plannedOn: row.planned_on,
      openedOn: row.opened_on,
    })),
  };
}

/**
 * Writes a stage down. One that ends without its papers is refused unless somebody says why; the reason stands with the
 * name until the papers are there. The day of the launch is told by its stage: the mall's own follows it.
 * Refusals: CHANGED_MEANWHILE, STAGE_YEAR, STAGE_DAYS, STAGE_AHEAD, STAGE_WITHOUT_PAPERS (`problems`).
 */
export async function saveStage(
  tx: Tx,
  { mallId, timeZone }: Keeper,
  {
    kind,
    year,
    version,
    overruleReason,
    ...values
  }: StageValues & StageKey & { readonly version: number; readonly overruleReason: string | null },
): Promise<{ version: number }> {
  const key = checkKey({ kind, year });
  const no = checkStageDays(values);
  if (no !== undefined) refused(no);
  const today = dayAt(tx.now.getTime(), timeZone);
  if ((values.actualFrom ?? today) > today || (values.actualUntil ?? today) > today)
    refused(refuse('STAGE_AHEAD'));
  if ((await lockStage(tx, mallId, key)) !== version) refused(refuse('CHANGED_MEANWHILE'));
  const letters = (await listLetterRows(tx, mallId)).filter(
    (letter) => letter.stage_kind === kind && letter.stage_year === year,
  );
  const missing = findMissingLetters(
    kind,
    letters.map((letter) => letter.kind),
  );
  const without = values.actualUntil !== null && missing.length > 0;
  if (without && overruleReason === null)
    refused(refuse('STAGE_WITHOUT_PAPERS', { problems: missing.length }));
  const togetherWith = kind === 'launch' ? values.togetherWith : null;
  const overruledReason = without ? overruleReason : null;
  if (kind === 'launch' && values.actualFrom !== null) await setLaunchDay(tx, mallId, values.actualFrom);
  await updateStage(tx, mallId, key, { ...values, togetherWith, version: version + 1, overruledReason });
  tx.record({
    subjectKind: 'stage',
    subjectId: `${kind}-${year}`,
    facts: {
      stage: kind,
      ...(values.actualFrom === null ? {} : { from: values.actualFrom }),
      ...(values.actualUntil === null ? {} : { until: values.actualUntil }),
      ...(overruledReason === null ? {} : { why: overruledReason }),
    },
  });
  return { version: version + 1 };
}

/** Refusals: STAGE_YEAR. */
export async function addBlocker(
  tx: Tx,
  { mallId, timeZone }: Keeper,
  { what, owner, ...asked }: StageKey & { readonly what: string; readonly owner: string },
): Promise<{ blockerId: string }> {
  const key = checkKey(asked);
  await lockStage(tx, mallId, key);
  const id = newId();
  await insertBlocker(tx, mallId, key, { id, what, owner, since: dayAt(tx.now.getTime(), timeZone) });
  tx.record({
    subjectKind: 'stage',
    subjectId: `${key.kind}-${key.year}`,
    facts: { stage: key.kind, what, owner },
  });
  return { blockerId: id };
}

/** Refusals: BLOCKER_UNKNOWN, also when it was solved before. */
export async function solveBlocker(
  tx: Tx,
  { mallId, timeZone }: Keeper,
  blockerId: string,
): Promise<{ blockerId: string }> {
  const what = await solveBlockerRow(tx, mallId, blockerId, dayAt(tx.now.getTime(), timeZone));
  if (what === undefined) refused(refuse('BLOCKER_UNKNOWN'));
  tx.record({ subjectKind: 'stage', subjectId: blockerId, facts: { what: what ?? '' } });
  return { blockerId };
}

/** Refusals: AGENCY_UNKNOWN, OPENED_AHEAD for a day that has not come. */
export async function setOpening(
  tx: Tx,
  { mallId, timeZone }: Keeper,
  opening: { readonly agencyId: string; readonly plannedOn: string | null; readonly openedOn: string | null },
): Promise<{ agencyId: string }> {
  const { agencyId, plannedOn, openedOn } = opening;
  const agency = (await findAgencyName(tx, mallId, agencyId)) ?? refused(refuse('AGENCY_UNKNOWN'));
  if ((openedOn ?? '') > dayAt(tx.now.getTime(), timeZone)) refused(refuse('OPENED_AHEAD'));
  await putOpening(tx, mallId, opening);
  tx.record({
    subjectKind: 'agency',
    subjectId: agencyId,
    agencyId,
    facts: {
      name: agency.shortName,
      ...(plannedOn === null ? {} : { plannedOn }),
      ...(openedOn === null ? {} : { openedOn }),
    },
  });
  return { agencyId };
}

function overruledOf(row: StageRow | undefined): Stage['overruled'] {
  const reason = row?.overruled_reason ?? null;
  return reason === null ? null : { reason, by: row?.overruled_name ?? row?.overruled_by ?? '' };
}

function valuesOf(row: StageRow | undefined): StageValues {
  return {
    responsible: row?.responsible ?? null,
    place: row?.place ?? null,
    notes: row?.notes ?? '',
    plannedFrom: row?.planned_from ?? null,
    plannedUntil: row?.planned_until ?? null,
    actualFrom: row?.actual_from ?? null,
    actualUntil: row?.actual_until ?? null,
    togetherWith: row?.together_with ?? null,
  };
}
