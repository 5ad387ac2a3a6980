import { fail } from '@sveltejs/kit';
import type { LinkUse } from '#areas/staff/contract.ts';
import type { BareRefusal } from '#ui/words/say-refusal.ts';
import { readCredentials } from '../../../account/read-credentials.ts';
import { refusalFrom } from '../../../server/refusal-from.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const token = url.searchParams.get('tautan') ?? '';
  try {
    return { token, invitation: await locals.door.api.staff.getInvitation({ token }), refusal: undefined };
  } catch (error) {
    return { token, invitation: undefined, refusal: shutBy(error) };
  }
};

/** What cannot even be a link is told like one that nobody knows. */
function shutBy(error: unknown): BareRefusal {
  const refusal = refusalFrom(error);
  return refusal.refused === 'BAD_INPUT' ? { refused: 'LINK_UNKNOWN', facts: {} } : refusal;
}

export const actions: Actions = {
  async default({ locals, request, url }) {
    const form = await request.formData();
    const token = url.searchParams.get('tautan') ?? '';
    const { used, ...told } = await useLink(locals, token, form);
    return used === undefined ? fail(told.refusal === undefined ? 400 : 409, told) : { used };
  },
};

async function useLink(locals: App.Locals, token: string, form: FormData) {
  const { api } = locals.door;
  let read = readCredentials(form, 'both');
  try {
    const { sets } = await api.staff.getInvitation({ token });
    read = readCredentials(form, sets);
    const { values, problems } = read;
    if (Object.keys(problems).length > 0) return { ...read, refusal: undefined, used: undefined };
    const password = sets === 'authenticator' ? values.oldPassword : values.password;
    const { staff } = locals.door.withKey(crypto.randomUUID());
    const use = await staff.acceptInvitation({ token, password, code: values.code });
    if (use.kind !== 'accepted') return { ...read, refusal: refusalOf(use), used: undefined };
    return { ...read, refusal: undefined, used: { sets, recoveryCodes: use.recoveryCodes } };
  } catch (error) {
    return { values: read.values, problems: {}, refusal: shutBy(error), used: undefined };
  }
}

/** A try that was counted, said like the refusals around it. */
function refusalOf({ kind, triesLeft }: Exclude<LinkUse, { kind: 'accepted' }>): BareRefusal {
  if (triesLeft === 0) return { refused: 'LINK_VOID', facts: {} };
  const refused = kind === 'code-wrong' ? 'CODE_WRONG' : 'PASSWORD_WRONG';
  return { refused, facts: { tries: triesLeft } };
}
