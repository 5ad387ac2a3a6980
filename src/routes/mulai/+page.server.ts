import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** An installation without a mall. As soon as there is one, this address leads to its home page. */
export const load: PageServerLoad = async ({ locals }) => {
  const mall = await locals.door.api.malls.getMall({}).catch(ignoreUnknownMall);
  if (mall !== undefined) redirect(307, '/');
};

function ignoreUnknownMall(thrown: unknown): undefined {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
  if (code !== 'MALL_UNKNOWN') throw thrown;
}
