import { fail } from '@sveltejs/kit';
import type { TrailLine } from '#areas/audit/contract.ts';
import type { Role } from '#platform/contract/access.ts';
import type { Api } from '#server/page-door.ts';
import { readChanges, type Change } from '#platform/values/changes.ts';
import type { BareRefusal } from '#ui/words/say-refusal.ts';
import { refusalFrom } from '../../../server/refusal-from.ts';
import { requireStaff } from '../../../server/staff-door.ts';
import { textOf } from '../../../server/text-of.ts';

/** What a form needs of the request, whichever page it was sent to. */
export interface FormEvent {
  readonly locals: App.Locals;
  readonly request: Request;
  readonly url: URL;
}

export interface SentForm {
  readonly form: FormData;
  /** Operations under the key that the form carried. */
  readonly api: Api;
  /** The version that the page showed. */
  readonly version: number;
}

/** A form that an administrator sent, or whoever else keeps the thing. */
export async function readSent(
  { locals, request, url }: FormEvent,
  keepers: readonly Role[] = ['administrator'],
): Promise<SentForm> {
  requireStaff(locals, url, keepers);
  const form = await request.formData();
  const version = Number(textOf(form, 'versi'));
  return {
    form,
    api: locals.door.withKey(textOf(form, 'kunci')),
    version: Number.isInteger(version) ? version : 0,
  };
}

/** The refusal of a deed, or nothing when it was done. */
export async function refusalOf(deed: Promise<unknown>): Promise<BareRefusal | undefined> {
  try {
    await deed;
    return undefined;
  } catch (error) {
    return refusalFrom(error);
  }
}

/** A form that came back: with what was typed and which fields are not right, or with the refusal of the operation. */
export interface Returned<Values, Field extends string> {
  readonly values: Values | undefined;
  readonly problems: readonly Field[];
  readonly refusal: BareRefusal | undefined;
}

export function wrong<Values, Field extends string>(values: Values | undefined, problems: readonly Field[]) {
  const returned: Returned<Values, Field> = { values, problems, refusal: undefined };
  return fail(400, returned);
}

export function refusedWith<Values, Field extends string>(refusal: BareRefusal, values?: Values) {
  const returned: Returned<Values, Field> = { values, problems: [], refusal };
  return fail(409, returned);
}

/** How far back the pages show and take back. */
const HISTORY_LINES = 50;

export async function readHistory(api: Api, kind: string, id: string): Promise<TrailLine[]> {
  return (await api.audit.listTrail({ subject: { kind, id }, limit: HISTORY_LINES })).lines;
}

/** What the line changed whose former state somebody wants back; nothing where the thing has no such line. */
export async function readFormer(api: Api, form: FormData, kind: string, id: string): Promise<Change[]> {
  const line = (await readHistory(api, kind, id)).find((one) => one.id === textOf(form, 'baris'));
  return readChanges(line?.facts ?? {});
}

/** A former state that is not taken any more: rules became stricter since. */
export const NO_LONGER_TAKEN: BareRefusal = { refused: 'BAD_INPUT', facts: {} };
