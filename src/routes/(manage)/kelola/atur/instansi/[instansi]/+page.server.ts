import { error, redirect } from '@sveltejs/kit';
import { AgencyValues, type KeptAgency } from '#areas/agencies/contract.ts';
import { takeBack, type Change } from '#platform/values/changes.ts';
import { isUuid } from '#platform/values/id.ts';
import { textOf } from '../../../../../server/text-of.ts';
import {
  NO_LONGER_TAKEN,
  readFormer,
  readHistory,
  readSent,
  refusalOf,
  refusedWith,
  wrong,
} from '../../keep-actions.ts';
import { readAgencyForm, readCounters, type AgencyField, type AgencyTexts } from '../read-agency-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const agencies = await api.agencies.listKeptAgencies();
  const agency = agencies.find(({ id }) => id === params.instansi);
  if (agency === undefined) error(404, 'AGENCY_UNKNOWN');
  return {
    agency,
    others: agencies
      .filter(({ id }) => id !== agency.id)
      .map(({ id, shortName }) => ({ value: id, label: shortName })),
    history: await readHistory(api, 'agency', agency.id),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

/** The forms beside that of the agency itself have one sentence each. */
type PageField = AgencyField | 'move' | 'share' | 'own-counters';

const pageOf = (agencyId: string) => `/kelola/atur/instansi/${agencyId}`;

export const actions: Actions = {
  async simpan(event) {
    const { form, api, version } = await readSent(event);
    const agencyId = event.params.instansi;
    const { texts, problems, values } = readAgencyForm(form);
    if (values === undefined) return wrong<AgencyTexts, PageField>(texts, problems);
    const refusal = await refusalOf(api.agencies.saveAgency({ ...values, agencyId, version }));
    if (refusal !== undefined) return refusedWith<AgencyTexts, PageField>(refusal, texts);
    redirect(303, `${pageOf(agencyId)}?kabar=simpan`);
  },

  async pindah(event) {
    const { form, api } = await readSent(event);
    const agencyId = event.params.instansi;
    const number = Number(textOf(form, 'nomor'));
    const toAgencyId = textOf(form, 'tujuan');
    if (!Number.isInteger(number) || number < 1 || !isUuid(toAgencyId))
      return wrong<AgencyTexts, PageField>(undefined, ['move']);
    const refusal = await refusalOf(api.agencies.moveCounter({ number, agencyId, toAgencyId }));
    if (refusal !== undefined) return refusedWith<AgencyTexts, PageField>(refusal);
    redirect(303, `${pageOf(agencyId)}?kabar=pindah`);
  },

  async kembalikan(event) {
    const { form, api, version } = await readSent(event);
    const agencyId = event.params.instansi;
    const { door } = event.locals;
    const changes = await readFormer(door.api, form, 'agency', agencyId);
    const former = formerValues(await door.api.agencies.getKeptAgency({ agencyId }), changes);
    if (!former.success) return refusedWith<AgencyTexts, PageField>(NO_LONGER_TAKEN);
    const refusal = await refusalOf(api.agencies.saveAgency({ ...former.data, agencyId, version }));
    if (refusal !== undefined) return refusedWith<AgencyTexts, PageField>(refusal);
    redirect(303, `${pageOf(agencyId)}?kabar=kembali`);
  },

  async bagi(event) {
    const { form, api, version } = await readSent(event);
    const agencyId = event.params.instansi;
    const withAgencyId = textOf(form, 'bersama');
    const weekdays = form.getAll('hari').map(Number);
    if (!isUuid(withAgencyId) || weekdays.length === 0)
      return wrong<AgencyTexts, PageField>(undefined, ['share']);
    const refusal = await refusalOf(api.agencies.shareBooth({ agencyId, version, withAgencyId, weekdays }));
    if (refusal !== undefined) return refusedWith<AgencyTexts, PageField>(refusal);
    redirect(303, `${pageOf(agencyId)}?kabar=bagi`);
  },

  async akhiri(event) {
    const { form, api, version } = await readSent(event);
    const agencyId = event.params.instansi;
    const counters = readCounters(textOf(form, 'loketsendiri'));
    if (counters === undefined) return wrong<AgencyTexts, PageField>(undefined, ['own-counters']);
    const refusal = await refusalOf(api.agencies.endSharing({ agencyId, version, counters }));
    if (refusal !== undefined) return refusedWith<AgencyTexts, PageField>(refusal);
    redirect(303, `${pageOf(agencyId)}?kabar=akhiri`);
  },

  async hapus(event) {
    const { api, version } = await readSent(event);
    const agencyId = event.params.instansi;
    const refusal = await refusalOf(api.agencies.removeAgency({ agencyId, version }));
    if (refusal !== undefined) return refusedWith<AgencyTexts, PageField>(refusal);
    redirect(303, '/kelola/atur/instansi?kabar=hapus');
  },
};

/** The agency as it was before a change, as an administrator would write it down again. */
function formerValues(present: KeptAgency, changes: readonly Change[]) {
  const { zone, ...former } = takeBack(present, changes);
  return AgencyValues.safeParse({ ...former, zoneId: zone.id });
}
