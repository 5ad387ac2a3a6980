import { ownCounters, listCounters } from '#areas/staff/public.ts';
import { findRestToday } from '#areas/rotation/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { OfficerDay } from '../counter-contract.ts';
import { countWaits } from '../rules/wait-bands.ts';
import { listServedRows, type ServedRow } from './seat-store.ts';

/**
 * An officer's own day: what was done, how long it usually takes, how long people waited, when the rest comes. Nothing
 * in it compares with colleagues, and time without visitors is not counted. Refusals: OTHER_AGENCY.
 */
export async function getOfficerDay(tx: Tx, officer: StaffActor): Promise<OfficerDay> {
  const agencyId = officer.agencyId ?? refused(refuse('OTHER_AGENCY'));
  const { mallId, timeZone } = officer;
  const day = dayAt(tx.now.getTime(), timeZone);
  const rows = await listServedRows(tx, { mallId, day, agencyId, staffId: officer.id });
  const [counter] = ownCounters(await listCounters(tx, mallId, agencyId), officer);
  const services = new Map(rows.map((row) => [row.service_id, row]));
  return {
    day,
    now: tx.now.toISOString(),
    served: rows.length,
    finishedHere: rows.filter((row) => row.outcome === 'finished').length,
    waits: countWaits(rows.map((row) => row.wait_minutes)),
    rest: counter === undefined ? null : await findRestToday(tx, { id: mallId, timeZone }, counter.id),
    services: [...services.values()].map((service) => {
      const own = rows.filter((row) => row.service_id === service.service_id);
      return {
        id: service.service_id,
        name: service.name,
        nameEn: service.name_en,
        served: own.length,
        minutesMean: meanMinutes(own),
        expectedMinutes: service.expected_minutes,
      };
    }),
  };
}

function meanMinutes(rows: readonly ServedRow[]): number {
  return rows.reduce((sum, row) => sum + row.own_minutes, 0) / Math.max(1, rows.length);
}
