import { redirect } from '@sveltejs/kit';
import { readSent, refusalOf, refusedWith, wrong } from '../keep-actions.ts';
import {
  readSiteForm,
  readZoneForm,
  type PlaceField,
  type SiteTexts,
  type ZoneTexts,
} from './read-place-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const devices = await api.staff.listDevices();
  const boards = devices.filter(({ kind, revokedAt }) => kind === 'board' && revokedAt === null);
  const agencies = await api.agencies.listKeptAgencies();
  const sites = await api.malls.listPlaces();
  return {
    sites: sites.map((site) => ({
      ...site,
      zones: site.zones.map((zone) => ({
        ...zone,
        booths: agencies.filter((agency) => agency.zone.id === zone.id).map(({ shortName }) => shortName),
        boards: boards.filter(({ zoneId }) => zoneId === zone.id).map(({ name }) => name),
      })),
    })),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

/** Two forms on one page: which of them came back, with what was typed. */
interface Typed {
  readonly site?: SiteTexts;
  readonly zone?: ZoneTexts;
}

export const actions: Actions = {
  async situs(event) {
    const { form, api } = await readSent(event);
    const { texts, problems, values } = readSiteForm(form);
    if (values === undefined) return wrong<Typed, PlaceField>({ site: texts }, problems);
    const refusal = await refusalOf(api.malls.addSite(values));
    if (refusal !== undefined) return refusedWith<Typed, PlaceField>(refusal, { site: texts });
    redirect(303, '/kelola/atur/lokasi?kabar=situs');
  },

  async zona(event) {
    const { form, api } = await readSent(event);
    const { texts, problems, values } = readZoneForm(form);
    if (values === undefined) return wrong<Typed, PlaceField>({ zone: texts }, problems);
    const refusal = await refusalOf(api.malls.addZone(values));
    if (refusal !== undefined) return refusedWith<Typed, PlaceField>(refusal, { zone: texts });
    redirect(303, '/kelola/atur/lokasi?kabar=zona');
  },
};
