import { error, redirect } from '@sveltejs/kit';
import { SiteValues } from '#areas/malls/contract.ts';
import { takeBack } from '#platform/values/changes.ts';
import {
  NO_LONGER_TAKEN,
  readFormer,
  readHistory,
  readSent,
  refusalOf,
  refusedWith,
  wrong,
} from '../../../keep-actions.ts';
import { readSiteForm, type PlaceField, type SiteTexts } from '../../read-place-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const site = (await api.malls.listPlaces()).find(({ id }) => id === params.situs);
  if (site === undefined) error(404, 'SITE_UNKNOWN');
  return {
    site,
    history: await readHistory(api, 'site', site.id),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

const pageOf = (siteId: string) => `/kelola/atur/lokasi/situs/${siteId}`;

export const actions: Actions = {
  async simpan(event) {
    const { form, api, version } = await readSent(event);
    const siteId = event.params.situs;
    const { texts, problems, values } = readSiteForm(form);
    if (values === undefined) return wrong<SiteTexts, PlaceField>(texts, problems);
    const refusal = await refusalOf(api.malls.saveSite({ ...values, siteId, version }));
    if (refusal !== undefined) return refusedWith<SiteTexts, PlaceField>(refusal, texts);
    redirect(303, `${pageOf(siteId)}?kabar=simpan`);
  },

  async kembalikan(event) {
    const { form, api, version } = await readSent(event);
    const siteId = event.params.situs;
    const { door } = event.locals;
    const changes = await readFormer(door.api, form, 'site', siteId);
    const site = (await door.api.malls.listPlaces()).find(({ id }) => id === siteId);
    if (site === undefined) error(404, 'SITE_UNKNOWN');
    const former = SiteValues.safeParse(takeBack(site, changes));
    if (!former.success) return refusedWith<SiteTexts, PlaceField>(NO_LONGER_TAKEN);
    const refusal = await refusalOf(api.malls.saveSite({ ...former.data, siteId, version }));
    if (refusal !== undefined) return refusedWith<SiteTexts, PlaceField>(refusal);
    redirect(303, `${pageOf(siteId)}?kabar=kembali`);
  },

  async hapus(event) {
    const { api, version } = await readSent(event);
    const refusal = await refusalOf(api.malls.removeSite({ siteId: event.params.situs, version }));
    if (refusal !== undefined) return refusedWith<SiteTexts, PlaceField>(refusal);
    redirect(303, '/kelola/atur/lokasi?kabar=hapussitus');
  },
};
