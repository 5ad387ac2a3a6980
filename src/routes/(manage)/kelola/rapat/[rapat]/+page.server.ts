import { error, fail, redirect } from '@sveltejs/kit';
import { DecisionValues, MeetingValues } from '#areas/coordination/contract.ts';
import { isUuid } from '#platform/values/id.ts';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import { readSent, refusalOf } from '../../atur/keep-actions.ts';
import { KEEPERS } from '../../perjanjian/keep-agreement.ts';
import { closeDecision } from '../close-decision.ts';
import { readFields } from '../read-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  await parent();
  if (!isUuid(params.rapat)) error(404, 'MEETING_UNKNOWN');
  const { api } = locals.door;
  const meeting = await api.coordination
    .getMeeting({ meetingId: params.rapat })
    .catch((refusal: unknown) => error(404, refusalFrom(refusal).refused));
  const agencies = await api.agencies.listAgencies({});
  return {
    meeting,
    agencies: agencies.map(({ id, shortName }) => ({ value: id, label: shortName })),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

const DECISION = ['what', 'owner', 'agencyId', 'dueOn'] as const;

export const actions: Actions = {
  async simpan(event) {
    const { form, api, version } = await readSent(event, KEEPERS);
    const meetingId = event.params.rapat;
    const read = readFields(form, MeetingValues, ['day', 'title', 'place', 'notes'], ['place']);
    const { values, ...back } = read;
    if (values === undefined) return fail(400, { ...back, refusal: undefined });
    const refusal = await refusalOf(api.coordination.saveMeeting({ meetingId, version, ...values }));
    if (refusal !== undefined) return fail(409, { ...back, refusal });
    redirect(303, `/kelola/rapat/${meetingId}?kabar=simpan`);
  },

  async putuskan(event) {
    const { form, api } = await readSent(event, KEEPERS);
    const meetingId = event.params.rapat;
    const { values, ...back } = readFields(form, DecisionValues, DECISION, ['agencyId', 'dueOn']);
    if (values === undefined) return fail(400, { ...back, refusal: undefined });
    const refusal = await refusalOf(api.coordination.addDecision({ meetingId, ...values }));
    if (refusal !== undefined) return fail(409, { ...back, refusal });
    redirect(303, `/kelola/rapat/${meetingId}?kabar=simpan`);
  },

  tutup: (event) => closeDecision(event, `/kelola/rapat/${event.params.rapat}`),

  async hapus(event) {
    const { api, version } = await readSent(event, KEEPERS);
    const refusal = await refusalOf(
      api.coordination.removeMeeting({ meetingId: event.params.rapat, version }),
    );
    if (refusal !== undefined)
      return fail(409, { typed: {} as Record<string, string>, problems: [] as string[], refusal });
    redirect(303, '/kelola/rapat?kabar=simpan');
  },
};
