import { keepPart, removePart } from '../form/part-actions.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE = '/kelola/kajian/layanan';

export const load: PageServerLoad = async ({ locals }) => {
  const services = await locals.door.api.services.listServices({});
  return {
    catalogue: services.map(({ id, name, agencyShortName }) => ({
      value: id,
      label: `${name} (${agencyShortName})`,
    })),
  };
};

export const actions: Actions = {
  simpan: (event) => keepPart(event, 'service', PAGE),
  hapus: (event) => removePart(event, PAGE),
};
