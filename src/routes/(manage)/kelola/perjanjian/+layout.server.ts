import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, parent }) => {
  await parent();
  const { api } = locals.door;
  const [agreements, kept] = [await api.agreements.listAgreements(), await api.reports.listKeptPromises({})];
  return { agreements, kept };
};
