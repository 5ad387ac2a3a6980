import { error } from '@sveltejs/kit';
import { isUuid } from '#platform/values/id.ts';
import { formatClock } from '#ui/format/times.ts';
import { doneOr, readAbout, wrongIn } from '../../../keep-agreement.ts';
import { WEEKDAYS } from '../../../../atur/jam/read-hours.ts';
import { readPromise } from '../../../read-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { agreement, language } = await parent();
  const { api } = locals.door;
  const agencies = await api.agencies.listKeptAgencies();
  const agency = agencies.find(({ id }) => id === params.instansi);
  if (agency === undefined) error(404, 'AGENCY_UNKNOWN');
  const promise = agreement.promises.find((one) => one.agency.id === agency.id);
  const services = await api.services.listServices({ agency: agency.slug });
  return {
    agency: { id: agency.id, shortName: agency.shortName },
    promised: promise !== undefined,
    services: services.map(({ id, name }) => ({ id, name })),
    chosen: (promise?.services ?? services).map(({ id }) => id),
    typed: {
      staff: String(promise?.staff ?? agency.counters.length),
      backup: String(promise?.backup ?? 0),
      dailyQuota: String(promise?.dailyQuota ?? ''),
    },
    days: WEEKDAYS.map((weekday) =>
      (promise?.hours ?? [])
        .filter((one) => one.weekday === weekday)
        .map(({ opens, closes }) => ({
          opens: formatClock(opens, language),
          closes: formatClock(closes, language),
        })),
    ),
  };
};

export const actions: Actions = {
  async simpan(event) {
    const { form, api, seen } = await readAbout(event);
    const read = readPromise(form);
    const agencyId = event.params.instansi;
    if (read.values === undefined || !isUuid(agencyId)) return wrongIn(read);
    return doneOr(api.agreements.savePromise({ ...seen, ...read.values, agencyId }), seen, 'simpan', read);
  },

  async keluarkan(event) {
    const { form, api, seen } = await readAbout(event);
    const agencyId = event.params.instansi;
    return doneOr(api.agreements.removePromise({ ...seen, agencyId }), seen, 'simpan', readPromise(form));
  },
};
