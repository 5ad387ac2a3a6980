import { error, redirect } from '@sveltejs/kit';
import { ZoneValues } from '#areas/malls/contract.ts';
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
import { readZoneForm, type PlaceField, type ZoneTexts } from '../../read-place-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const sites = await api.malls.listPlaces();
  const zone = sites.flatMap(({ zones }) => zones).find(({ id }) => id === params.zona);
  if (zone === undefined) error(404, 'ZONE_UNKNOWN');
  return {
    zone,
    sites: sites.map(({ id, name }) => ({ id, name })),
    history: await readHistory(api, 'zone', zone.id),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

const pageOf = (zoneId: string) => `/kelola/atur/lokasi/zona/${zoneId}`;

export const actions: Actions = {
  async simpan(event) {
    const { form, api, version } = await readSent(event);
    const zoneId = event.params.zona;
    const { texts, problems, values } = readZoneForm(form);
    if (values === undefined) return wrong<ZoneTexts, PlaceField>(texts, problems);
    const refusal = await refusalOf(api.malls.saveZone({ ...values, zoneId, version }));
    if (refusal !== undefined) return refusedWith<ZoneTexts, PlaceField>(refusal, texts);
    redirect(303, `${pageOf(zoneId)}?kabar=simpan`);
  },

  async kembalikan(event) {
    const { form, api, version } = await readSent(event);
    const zoneId = event.params.zona;
    const { door } = event.locals;
    const changes = await readFormer(door.api, form, 'zone', zoneId);
    const sites = await door.api.malls.listPlaces();
    const zone = sites.flatMap(({ zones }) => zones).find(({ id }) => id === zoneId);
    if (zone === undefined) error(404, 'ZONE_UNKNOWN');
    const { site, ...former } = takeBack({ ...zone, site: { id: zone.siteId } }, changes);
    const formerValues = ZoneValues.safeParse({ ...former, siteId: site.id });
    if (!formerValues.success) return refusedWith<ZoneTexts, PlaceField>(NO_LONGER_TAKEN);
    const refusal = await refusalOf(api.malls.saveZone({ ...formerValues.data, zoneId, version }));
    if (refusal !== undefined) return refusedWith<ZoneTexts, PlaceField>(refusal);
    redirect(303, `${pageOf(zoneId)}?kabar=kembali`);
  },

  async hapus(event) {
    const { api, version } = await readSent(event);
    const refusal = await refusalOf(api.malls.removeZone({ zoneId: event.params.zona, version }));
    if (refusal !== undefined) return refusedWith<ZoneTexts, PlaceField>(refusal);
    redirect(303, '/kelola/atur/lokasi?kabar=hapuszona');
  },
};
