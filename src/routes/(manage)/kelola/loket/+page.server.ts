import { redirect } from '@sveltejs/kit';
import { rotationActions } from '../../../counters/rotation/rotation-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const agencies = await api.agencies.listAgencies({});
  const asked = url.searchParams.get('instansi');
  const chosen = agencies.find(({ id }) => id === asked) ?? agencies[0];
  if (asked !== null && chosen !== undefined && chosen.id !== asked) redirect(303, '/kelola/loket');
  return {
    agencies: agencies.map(({ id, shortName }) => ({ id, shortName })),
    rotation: chosen === undefined ? null : await api.rotation.getRotation({ agencyId: chosen.id }),
    seats: chosen === undefined ? [] : await api.queue.listSeats({ agencyId: chosen.id }),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = rotationActions('/kelola/loket', ['manager', 'administrator']);
