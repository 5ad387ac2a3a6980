import type pg from 'pg';
import type { DeviceActor, Role, StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import {
  DEVICE_IN_USE,
  listCounters,
  listNames,
  STAFF_OF_SESSION,
  type CounterRow,
  type DeviceRow,
  type SessionRow,
} from './store.ts';

export {
  authenticatorSecretOf,
  giveCredentials,
  isCodeOf,
  openAccount,
  showAuthenticator,
} from './access/accounts.ts';
export type { CounterRow } from './store.ts';
export { hasRestedSince } from './break-store.ts';
export { beginBreak, finishBreak, onBreakSql, type BreakWish } from './breaks.ts';
export { closeCounter, offerSeat, openCounter } from './counters.ts';
export { listDeviceRows } from './device-store.ts';
export { makePairingLink } from './devices.ts';
export { insertFirstAdministrator, listOfficerRows } from './officer-store.ts';
export { noteHeard } from './seat-store.ts';
export { findFreedSeat, freeSilentSeats } from './silent-seats.ts';
export { findStaffAgency, hasStaff, insertStaffRows, listCounters } from './store.ts';

/** The officer behind a session token; undefined when it ended, or the officer is no longer active. */
export async function findStaffActor(pool: pg.Pool, sessionToken: string): Promise<StaffActor | undefined> {
  const { rows } = await pool.query<SessionRow>({ ...STAFF_OF_SESSION, values: [sessionToken] });
  const row = rows[0];
  if (!row) return undefined;
  return {
    kind: 'staff',
    id: row.staff_id,
    mallId: row.mall_id,
    timeZone: row.time_zone,
    role: row.role as Role,
    agencyId: row.agency_id,
    name: row.name,
    simulated: row.simulated,
  };
}

/** The paired device of this id; undefined when it was revoked. The id comes from a token that we signed. */
export async function findDeviceActor(pool: pg.Pool, deviceId: string): Promise<DeviceActor | undefined> {
  const { rows } = await pool.query<DeviceRow>({ ...DEVICE_IN_USE, values: [deviceId] });
  const row = rows[0];
  if (!row) return undefined;
  return {
    kind: 'device',
    id: row.id,
    mallId: row.mall_id,
    timeZone: row.time_zone,
    deviceKind: row.kind as DeviceActor['deviceKind'],
    zoneId: row.zone_id,
    simulated: row.simulated,
  };
}

/** Names by id, as far as the asker may see them; ids without a name are left out. */
export async function namesOf(tx: Tx, mallId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await listNames(tx, mallId, ids);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The counters that an officer holds now, the first before the second, from the counters of the agency. */
export async function listMyCounters(tx: Tx, actor: StaffActor): Promise<CounterRow[]> {
  if (actor.agencyId === null) return [];
  return ownCounters(await listCounters(tx, actor.mallId, actor.agencyId), actor);
}

/** Those of an officer among the counters of an agency, the first before the second. */
export function ownCounters(counters: readonly CounterRow[], { id }: StaffActor): CounterRow[] {
  return counters.filter((row) => row.staff_id === id).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
}
