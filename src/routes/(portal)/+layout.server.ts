import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';
import { refusalFrom } from './page-refusal.ts';

/** Every citizen's page knows the mall. Where none is set up yet, one page says so. */
export const load: LayoutServerLoad = async ({ locals, url }) => {
  try {
    return { mall: await locals.door.api.malls.getMall({}), path: url.pathname + url.search };
  } catch (thrown) {
    if (refusalFrom(thrown)?.refused === 'MALL_UNKNOWN') redirect(307, '/mulai');
    throw thrown;
  }
};
