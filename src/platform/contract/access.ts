/** Who asks. Made by the front door from a session, a device token or nothing; never by a procedure. */
export type Role = 'officer' | 'agency-head' | 'manager' | 'administrator' | 'region-head';
export const ROLES = [
  'officer',
  'agency-head',
  'manager',
  'administrator',
  'region-head',
] as const satisfies readonly Role[];

export type DeviceKind = 'kiosk' | 'board';
export const DEVICE_KINDS = ['kiosk', 'board'] as const satisfies readonly DeviceKind[];

export type Actor =
  | { readonly kind: 'public'; readonly id: 'public'; readonly mallId: null }
  | {
      readonly kind: 'device';
      readonly id: string;
      readonly mallId: string;
      /** IANA zone of the mall: what day it is there is asked by nearly every operation. */
      readonly timeZone: string;
      readonly deviceKind: DeviceKind;
      readonly zoneId: string;
      readonly simulated: boolean;
    }
  | {
      readonly kind: 'staff';
      readonly id: string;
      readonly mallId: string;
      readonly timeZone: string;
      readonly role: Role;
      readonly agencyId: string | null;
      readonly name: string;
      readonly simulated: boolean;
    }
  | { readonly kind: 'system'; readonly id: string; readonly mallId: string | null };

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type DeviceActor = Extract<Actor, { kind: 'device' }>;

export const PUBLIC_ACTOR: Actor = { kind: 'public', id: 'public', mallId: null };

/** Who may use an operation. `public: true` means everybody; otherwise the roles and devices that are named. */
export interface Access {
  readonly public?: true;
  readonly roles?: readonly Role[];
  readonly devices?: readonly DeviceKind[];
}

/**
 * Whether an actor may use an operation at all. What it may touch (own agency, own mall, own counter) is the
 * operation's own rule; this table only opens the door. The system actor is our own jobs and may do everything.
 */
export function mayUse(access: Access, actor: Actor): boolean {
  if (actor.kind === 'system' || access.public === true) return true;
  if (actor.kind === 'staff') return access.roles?.includes(actor.role) ?? false;
  if (actor.kind === 'device') return access.devices?.includes(actor.deviceKind) ?? false;
  return false;
}
