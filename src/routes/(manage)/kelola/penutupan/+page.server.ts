import { closureActions } from '../../../closures/closure-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  return {
    list: await locals.door.api.capacity.listClosures(),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = closureActions('/kelola/penutupan', ['manager', 'administrator']);
