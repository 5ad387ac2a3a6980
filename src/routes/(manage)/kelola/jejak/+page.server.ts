import type { PageServerLoad } from './$types';

const LINES_PER_PAGE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const before = url.searchParams.get('sebelum') ?? '';
  const known = UUID.test(before);
  return {
    trail: await locals.door.api.audit.listTrail({ limit: LINES_PER_PAGE, ...(known ? { before } : {}) }),
    newest: !known,
  };
};
