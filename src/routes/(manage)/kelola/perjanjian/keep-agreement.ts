import { fail, redirect } from '@sveltejs/kit';
import type { BareRefusal } from '#ui/words/say-refusal.ts';
import { readSent, refusalOf, type FormEvent } from '../atur/keep-actions.ts';

export const KEEPERS = ['manager', 'administrator'] as const;

/** A form about the agreement of the page. */
export async function readAbout(event: FormEvent & { readonly params: { readonly perjanjian: string } }) {
  const sent = await readSent(event, KEEPERS);
  return { ...sent, seen: { agreementId: event.params.perjanjian, version: sent.version } };
}

/** Waits for the deed; then back to the agreement with its news. Where it was refused, the form comes back. */
export async function doneOr<Read extends object>(
  deed: Promise<unknown>,
  { agreementId }: { readonly agreementId: string },
  news: string,
  read: Read,
) {
  const refusal = await refusalOf(deed);
  if (refusal !== undefined) return fail(409, { read, refusal });
  redirect(303, `/kelola/perjanjian/${agreementId}?kabar=${news}`);
}

export function wrongIn<Read extends object>(read: Read) {
  const refusal: BareRefusal | undefined = undefined;
  return fail(400, { read, refusal });
}
