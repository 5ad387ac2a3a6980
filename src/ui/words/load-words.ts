import type { Words } from './id.ts';
import type { Language } from './language.ts';

/** A surface whose catalogue a page may load by itself. */
export type Surface = keyof Words;

type Loaders = { readonly [S in Surface]: () => Promise<Words[S]> };

const indonesian: Loaders = {
  common: async () => (await import('./id/common.ts')).common,
  refusals: async () => (await import('./id/refusals.ts')).refusals,
  portal: async () => (await import('./id/portal.ts')).portal,
  ticket: async () => (await import('./id/ticket.ts')).ticket,
  device: async () => (await import('./id/device.ts')).device,
  kiosk: async () => (await import('./id/kiosk.ts')).kiosk,
  board: async () => (await import('./id/board.ts')).board,
  officer: async () => (await import('./id/officer.ts')).officer,
  manager: async () => (await import('./id/manager.ts')).manager,
  rotation: async () => (await import('./id/rotation.ts')).rotation,
  visit: async () => (await import('./id/visit.ts')).visit,
  signIn: async () => (await import('./id/sign-in.ts')).signIn,
  account: async () => (await import('./id/account.ts')).account,
  agreements: async () => (await import('./id/agreements.ts')).agreements,
  establishment: async () => (await import('./id/establishment.ts')).establishment,
  studies: async () => (await import('./id/studies.ts')).studies,
  coordination: async () => (await import('./id/coordination.ts')).coordination,
  region: async () => (await import('./id/region.ts')).region,
};

const english: Loaders = {
  common: async () => (await import('./en/common.ts')).common,
  refusals: async () => (await import('./en/refusals.ts')).refusals,
  portal: async () => (await import('./en/portal.ts')).portal,
  ticket: async () => (await import('./en/ticket.ts')).ticket,
  device: async () => (await import('./en/device.ts')).device,
  kiosk: async () => (await import('./en/kiosk.ts')).kiosk,
  board: async () => (await import('./en/board.ts')).board,
  officer: async () => (await import('./en/officer.ts')).officer,
  manager: async () => (await import('./en/manager.ts')).manager,
  rotation: async () => (await import('./en/rotation.ts')).rotation,
  visit: async () => (await import('./en/visit.ts')).visit,
  signIn: async () => (await import('./en/sign-in.ts')).signIn,
  account: async () => (await import('./en/account.ts')).account,
  agreements: async () => (await import('./en/agreements.ts')).agreements,
  establishment: async () => (await import('./en/establishment.ts')).establishment,
  studies: async () => (await import('./en/studies.ts')).studies,
  coordination: async () => (await import('./en/coordination.ts')).coordination,
  region: async () => (await import('./en/region.ts')).region,
};

/**
 * One surface's catalogue, fetched alone so that a citizen's page carries no other words.
 * Call it in a universal `load` (`+page.ts`, `+layout.ts`): catalogues hold functions and cannot pass
 * through a server-only `load`.
 */
export async function loadWords<S extends Surface>(surface: S, language: Language): Promise<Words[S]> {
  return (language === 'en' ? english : indonesian)[surface]();
}
