import { error, redirect } from '@sveltejs/kit';
import { ServiceValues } from '#areas/services/contract.ts';
import { fromSheet, toSheet, type SheetField, type SheetTexts } from '#areas/services/rules/service-sheet.ts';
import { isUuid } from '#platform/values/id.ts';
import { takeBack } from '#platform/values/changes.ts';
import {
  NO_LONGER_TAKEN,
  readFormer,
  readHistory,
  readSent,
  refusalOf,
  refusedWith,
  wrong,
} from '../../keep-actions.ts';
import { readServiceForm } from '../read-service-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const services = isUuid(params.layanan) ? await api.services.listKeptServices({}) : [];
  const service = services.find(({ id }) => id === params.layanan);
  if (service === undefined) error(404, 'SERVICE_UNKNOWN');
  return {
    service,
    history: await readHistory(api, 'service', service.id),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

const pageOf = (serviceId: string) => `/kelola/atur/layanan/${serviceId}`;

export const actions: Actions = {
  async simpan(event) {
    const { form, api, version } = await readSent(event);
    const serviceId = event.params.layanan;
    const { texts, problems, values } = readServiceForm(form);
    if (values === undefined) return wrong<SheetTexts, SheetField>(texts, problems);
    const refusal = await refusalOf(api.services.saveService({ ...values, serviceId, version }));
    if (refusal !== undefined) return refusedWith<SheetTexts, SheetField>(refusal, texts);
    redirect(303, `${pageOf(serviceId)}?kabar=simpan`);
  },

  async kembalikan(event) {
    const { form, api, version } = await readSent(event);
    const serviceId = event.params.layanan;
    const { door } = event.locals;
    const changes = await readFormer(door.api, form, 'service', serviceId);
    const present = await door.api.services.getKeptService({ serviceId });
    const former = ServiceValues.safeParse(fromSheet(takeBack(toSheet(present), changes)));
    if (!former.success) return refusedWith<SheetTexts, SheetField>(NO_LONGER_TAKEN);
    const refusal = await refusalOf(api.services.saveService({ ...former.data, serviceId, version }));
    if (refusal !== undefined) return refusedWith<SheetTexts, SheetField>(refusal);
    redirect(303, `${pageOf(serviceId)}?kabar=kembali`);
  },

  async hapus(event) {
    const { api, version } = await readSent(event);
    const serviceId = event.params.layanan;
    const refusal = await refusalOf(api.services.removeService({ serviceId, version }));
    if (refusal !== undefined) return refusedWith<SheetTexts, SheetField>(refusal);
    redirect(303, '/kelola/atur/layanan?kabar=hapus');
  },
};
