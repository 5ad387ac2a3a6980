import { error, redirect } from '@sveltejs/kit';
import { isUuid } from '#platform/values/id.ts';
import { readSent, refusalOf, refusedWith, wrong } from '../../../../keep-actions.ts';
import { readPlanForm } from './read-plan-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Which floor the address names. */
function placeOf(params: { situs: string; lantai: string }) {
  if (!isUuid(params.situs) || !/^-?\d{1,2}$/.test(params.lantai)) error(404, 'SITE_UNKNOWN');
  return { siteId: params.situs, floor: Number(params.lantai) };
}

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const place = placeOf(params);
  const site = (await api.malls.listPlaces()).find(({ id }) => id === place.siteId);
  if (site === undefined) error(404, 'SITE_UNKNOWN');
  return {
    plan: await api.floorPlans.getFloorPlan(place),
    agencies: (await api.agencies.listAgencies({})).map(({ id, shortName }) => ({ id, shortName })),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = {
  async simpan(event) {
    const { form, api, version } = await readSent(event);
    const place = placeOf(event.params);
    const plan = readPlanForm(form);
    if (plan === undefined) return wrong(undefined, ['plan']);
    const refusal = await refusalOf(api.floorPlans.saveFloorPlan({ ...plan, ...place, version }));
    if (refusal !== undefined) return refusedWith(refusal, plan);
    redirect(303, `${event.url.pathname}?kabar=simpan`);
  },
};
