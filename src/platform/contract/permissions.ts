import { mayUse, PUBLIC_ACTOR, type Actor, type DeviceKind, type Role } from './access.ts';
import type { OperationMeta } from './operation.ts';

/** Everybody who can ask, in the order of the table's columns. */
export const ASKERS = [
  'public',
  'kiosk',
  'board',
  'officer',
  'agency-head',
  'manager',
  'administrator',
  'region-head',
] as const satisfies readonly ('public' | DeviceKind | Role)[];
export type Asker = (typeof ASKERS)[number];

export interface Permission {
  /** `area.operation` */
  readonly operation: string;
  readonly kind: OperationMeta['kind'];
  readonly allowed: ReadonlySet<Asker>;
}

/** The composed contract: operations by area and name. */
type Operations = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Who may use which operation, read from the contract. */
export function listPermissions(contract: Operations): Permission[] {
  return Object.entries(contract).flatMap(([area, operations]) =>
    Object.entries(operations).map(([name, operation]) => {
      const { kind, access } = (operation as { '~orpc': { meta: OperationMeta } })['~orpc'].meta;
      const allowed = new Set(ASKERS.filter((asker) => mayUse(access, actorLike(asker))));
      return { operation: `${area}.${name}`, kind, allowed };
    }),
  );
}

/** As much of an actor as the access table looks at. */
function actorLike(asker: Asker): Actor {
  if (asker === 'public') return PUBLIC_ACTOR;
  const place = { id: asker, mallId: 'mall', timeZone: 'Asia/Makassar', simulated: false };
  if (asker === 'kiosk' || asker === 'board')
    return { kind: 'device', ...place, deviceKind: asker, zoneId: 'zone' };
  return { kind: 'staff', ...place, role: asker, agencyId: null, name: asker };
}
