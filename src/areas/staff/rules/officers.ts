import { refuse, type Refusal } from '#platform/values/refusal.ts';

/** How far somebody is with getting in. */
export type OfficerAccess = 'ready' | 'invited' | 'link-ended' | 'inactive';

export interface AccessFacts {
  readonly active: boolean;
  /** Has set password and authenticator, and no reset waits. */
  readonly ready: boolean;
  /** Epoch milliseconds; null where no link waits to be used. */
  readonly linkExpiresAt: number | null;
}

export function accessOf({ active, ready, linkExpiresAt }: AccessFacts, now: number): OfficerAccess {
  if (!active) return 'inactive';
  if (ready) return 'ready';
  return linkExpiresAt !== null && linkExpiresAt > now ? 'invited' : 'link-ended';
}

/** Officers and heads serve for an agency; managers and administrators for the mall as a whole. */
export function worksForAgency(role: string): boolean {
  return role === 'officer' || role === 'agency-head';
}

/** Refusals: ROLE_AGENCY. */
export function judgeRole(role: string, agencyId: string | null): Refusal | undefined {
  return worksForAgency(role) === (agencyId !== null) ? undefined : refuse('ROLE_AGENCY');
}

export interface OfficerStanding {
  readonly id: string;
  readonly role: string;
  readonly active: boolean;
}

/**
 * Whether the actor may change somebody's role, access or place. Nobody lifts the own role or shuts oneself out, and the
 * mall keeps an administrator who can come in.
 * @param administrators ids of those who can come in now
 * Refusals: OWN_ACCOUNT, LAST_ADMINISTRATOR.
 */
export function judgeChange(
  actorId: string,
  officer: OfficerStanding,
  staysAdministrator: boolean,
  administrators: readonly string[],
): Refusal | undefined {
  if (officer.id === actorId) return refuse('OWN_ACCOUNT');
  if (officer.role !== 'administrator' || !officer.active || staysAdministrator) return undefined;
  return administrators.some((id) => id !== officer.id) ? undefined : refuse('LAST_ADMINISTRATOR');
}
