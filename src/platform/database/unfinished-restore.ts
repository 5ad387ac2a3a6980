import type pg from 'pg';
import { StartProblem } from './start-problem.ts';

/** There while a restore has made the tables but not yet committed the rows. */
export const UNFINISHED_RESTORE = 'restore_unfinished';

/** Whether a restore into this database was cut short. */
export async function isRestoreUnfinished(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [
    `public.${UNFINISHED_RESTORE}`,
  ]);
  return rows[0]?.found === true;
}

/**
 * An empty mall where a restored one is expected must not open its doors: what is entered there would be lost when
 * the restore is run again.
 */
export async function refuseUnfinishedRestore(client: pg.ClientBase): Promise<void> {
  if (!(await isRestoreUnfinished(client))) return;
  throw new StartProblem(
    'restore-unfinished',
    'Pemulihan cadangan ke basis data ini terputus; jalankan lagi: npm run restore -- BERKAS',
    'A restore into this database was cut short; run it again: npm run restore -- FILE',
  );
}
