import { listAgencies } from '#areas/agencies/public.ts';
import {
  closeDecisionRow,
  insertDecision,
  insertMeeting,
  listMeetingRows,
} from '#areas/coordination/store.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { addDays, dayAt } from '#platform/values/day.ts';
import type { ScenarioFacts } from '../scenario-facts.ts';

const DAYS_AGO = 14;

/**
 * The last coordination meeting: invented decisions about who keeps least of the promises. Does nothing where a meeting is
 * written down, and where nobody has signed.
 */
export async function holdPastMeeting(
  tx: Tx,
  mallId: string,
  { mall, signing }: ScenarioFacts,
): Promise<void> {
  if (signing === undefined || (await listMeetingRows(tx, mallId)).length > 0) return;
  const today = dayAt(tx.now.getTime(), mall.zone);
  const day = addDays(today, -DAYS_AGO);
  if (day < signing.beginsOn) return;
  const meetingId = newId();
  await insertMeeting(tx, mallId, meetingId, {
    ...{ day, title: 'Rapat koordinasi bulanan (contoh)', place: 'Ruang rapat MPP' },
    notes: 'Kehadiran instansi dibahas satu per satu. Isi rapat ini contoh.',
  });
  const agencies = await listAgencies(tx, mallId);
  const [late] = Object.keys(signing.habits ?? {});
  const absent = agencies.find(({ slug }) => slug === late);
  const decide = async (what: string, owner: string, dueIn: number, agencyId: string | null = null) => {
    const id = newId();
    const dueOn = addDays(day, dueIn);
    await insertDecision(tx, mallId, { id, meetingId, what, owner, agencyId, dueOn });
    return id;
  };
  await decide(
    'Sediakan petugas pengganti',
    `Kepala ${absent?.shortName ?? 'instansi'}`,
    7,
    absent?.id ?? null,
  );
  await decide('Perbarui jadwal instansi di halaman warga', 'Koordinator gerai', 30);
  const done = await decide('Tambah kursi prioritas di Zona A', 'DPMPTSP', 10);
  await closeDecisionRow(tx, mallId, { id: done, doneOn: addDays(day, 5), outcome: 'Enam kursi terpasang' });
}
