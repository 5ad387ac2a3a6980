import { error, fail, redirect } from '@sveltejs/kit';
import { isUuid } from '#platform/values/id.ts';
import { textOf } from '../../../../server/text-of.ts';
import { readSent, refusalOf } from '../../atur/keep-actions.ts';
import { KEEPERS } from '../../perjanjian/keep-agreement.ts';
import { readSlots } from './read-slots.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  await parent();
  const { agreements, capacity, remoteHelp, reports } = locals.door.api;
  const overview = await reports.getOverview();
  const booth = overview.booths.find(({ agencySlug }) => agencySlug === params.instansi);
  if (booth === undefined) error(404, 'AGENCY_UNKNOWN');
  const { booths } = await capacity.listClosures();
  const running = ['in-force', 'ends-soon', 'lapsed'];
  const agreement = (await agreements.listAgreements()).find(
    ({ agencies, standing }) =>
      running.includes(standing) && agencies.some(({ id }) => id === booth.agencyId),
  );
  return {
    overview,
    agencyId: booth.agencyId,
    closable: booths.filter(({ agencyId }) => agencyId === booth.agencyId),
    agreementId: agreement?.id ?? null,
    slots: (await remoteHelp.listRemoteSlots({})).filter(({ agencyId }) => agencyId === booth.agencyId),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = {
  async jauh(event) {
    const { form, api } = await readSent(event, KEEPERS);
    const agencyId = textOf(form, 'instansi');
    if (!isUuid(agencyId)) error(400, 'BAD_INPUT');
    const { typed, slots } = readSlots(form);
    const refusal = await refusalOf(api.remoteHelp.saveRemoteSlots({ agencyId, slots }));
    if (refusal !== undefined) return fail(409, { typed, refusal });
    redirect(303, `/kelola/gerai/${event.params.instansi}?kabar=jauh`);
  },
};
