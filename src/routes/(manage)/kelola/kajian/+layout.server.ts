import type { LayoutServerLoad } from './$types';

/** Every page of the study shows a part of the same document. */
export const load: LayoutServerLoad = async ({ locals, parent, url }) => {
  await parent();
  return {
    study: await locals.door.api.studies.getStudy(),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
    /** The part that is being changed. */
    editing: url.searchParams.get('ubah'),
  };
};
