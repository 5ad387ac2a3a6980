import { fail, redirect } from '@sveltejs/kit';
import { refusalFrom } from '../server/refusal-from.ts';
import { readFirstRun } from './read-first-run.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * An installation without a mall: it is being set up, and whoever holds the terminal's link does it here. As soon as
 * there is a mall, this address leads to its home page, except for a link, whose holder is told what became of it.
 */
export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const { api } = locals.door;
  const token = url.searchParams.get('tautan');
  if (token === null) {
    if (await hasMall(locals)) redirect(307, '/');
    return { state: 'waiting' as const };
  }
  try {
    const { authenticator } = await api.setUp.getSetUp({ token });
    return { state: 'open' as const, token, authenticator };
  } catch (error) {
    return { state: 'shut' as const, refusal: refusalFrom(error), mallThere: await hasMall(locals) };
  }
};

export const actions: Actions = {
  async default({ locals, request, url }) {
    const { values, problems, wish } = readFirstRun(await request.formData());
    if (wish === undefined) return fail(400, { values, problems, refusal: undefined });
    const token = url.searchParams.get('tautan') ?? '';
    try {
      const { recoveryCodes } = await locals.door
        .withKey(crypto.randomUUID())
        .setUp.setUpMall({ token, ...wish });
      return { recoveryCodes };
    } catch (error) {
      return fail(409, { values, problems, refusal: refusalFrom(error) });
    }
  },
};

async function hasMall(locals: App.Locals): Promise<boolean> {
  try {
    await locals.door.api.malls.getMall({});
    return true;
  } catch (error) {
    if (refusalFrom(error).refused === 'MALL_UNKNOWN') return false;
    throw error;
  }
}
