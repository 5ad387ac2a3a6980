import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { listChanges } from '#platform/values/changes.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { KeptMall, MallValues } from './contract.ts';
import { findKeptMallRow, updateMall } from './store.ts';

/** The staff member's own mall as it is kept. */
export async function getKeptMall(tx: Tx, { mallId }: StaffActor): Promise<KeptMall> {
  const { id, version, ...rest } = await findKeptMallRow(tx, mallId);
  return { id, version, ...valuesOf(rest) };
}

/** Refusals: CHANGED_MEANWHILE. */
export async function saveMall(
  tx: Tx,
  { mallId }: StaffActor,
  { version, ...values }: MallValues & { readonly version: number },
): Promise<{ version: number }> {
  const row = await findKeptMallRow(tx, mallId, 'locked');
  if (row.version !== version) refused(refuse('CHANGED_MEANWHILE'));
  const changes = listChanges(valuesOf(row), values);
  if (changes.length === 0) return { version };
  await updateMall(tx, mallId, {
    name: values.name,
    short_name: values.shortName,
    regency: values.regency,
    launched_on: values.launchedOn,
    recalls_max: values.recallsMax,
    no_show_minutes: values.noShowMinutes,
    silent_minutes: values.silentMinutes,
  });
  tx.record({ subjectKind: 'mall', subjectId: mallId, facts: { name: values.name, changes } });
  tx.emit({ mallId, kind: 'catalogue-changed', topics: [`mall:${mallId}`], payload: {} });
  return { version: version + 1 };
}

/** The day of the launch, as the stage tells it; nothing where it is told so already. */
export async function setLaunchDay(tx: Tx, mallId: string, launchedOn: string): Promise<void> {
  const row = await findKeptMallRow(tx, mallId, 'locked');
  const before = valuesOf(row);
  if (before.launchedOn === launchedOn) return;
  await updateMall(tx, mallId, {
    ...{ name: row.name, short_name: row.short_name, regency: row.regency, launched_on: launchedOn },
    ...{ recalls_max: row.recalls_max, no_show_minutes: row.no_show_minutes },
    silent_minutes: row.silent_minutes,
  });
  const changes = listChanges(before, { ...before, launchedOn });
  tx.record({ subjectKind: 'mall', subjectId: mallId, facts: { name: row.name, changes } });
  tx.emit({ mallId, kind: 'catalogue-changed', topics: [`mall:${mallId}`], payload: {} });
}

type Row = Omit<Awaited<ReturnType<typeof findKeptMallRow>>, 'id' | 'version'>;

function valuesOf(row: Row): MallValues {
  return {
    name: row.name,
    shortName: row.short_name,
    regency: row.regency,
    launchedOn: row.launched_on,
    recallsMax: row.recalls_max,
    noShowMinutes: row.no_show_minutes,
    silentMinutes: row.silent_minutes,
  };
}
