import { error, redirect } from '@sveltejs/kit';
import type { Role, StaffActor } from '#platform/contract/access.ts';

const COUNTER_ROLES: readonly Role[] = ['officer', 'agency-head'];

/** Where a role works. */
export function homeOf(role: Role): '/loket' | '/kelola' | '/pimpinan' {
  if (role === 'region-head') return '/pimpinan';
  return COUNTER_ROLES.includes(role) ? '/loket' : '/kelola';
}

/** The address of the sign-in page that comes back to `url`. */
export function signInAddress(url: URL): string {
  return `/masuk?ke=${encodeURIComponent(url.pathname + url.search)}`;
}

/**
 * The member of staff who asks, for pages of these roles, or of all where none are named. Nobody signed in goes to sign in first; another role gets
 * a page that says so. The server's operations decide again: this only spares the reader a wrong page.
 */
export function requireStaff(locals: App.Locals, url: URL, roles?: readonly Role[]): StaffActor {
  const { actor } = locals.door;
  if (actor.kind !== 'staff') redirect(303, signInAddress(url));
  if (roles !== undefined && !roles.includes(actor.role)) error(403, 'FORBIDDEN');
  return actor;
}

/**
 * An address of ours to go to after signing in; undefined for anything that could lead elsewhere. A browser reads
 * `/\evil` and `/.//evil` as another host, so the address is judged as a browser would resolve it.
 */
export function localPath(text: string | null): string | undefined {
  if (text === null || !text.startsWith('/') || text.length > 500) return undefined;
  const base = 'http://balairung.invalid';
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  if (url === undefined || url.origin !== base || url.pathname.startsWith('//')) return undefined;
  return url.pathname.startsWith('/masuk') ? undefined : url.pathname + url.search;
}
