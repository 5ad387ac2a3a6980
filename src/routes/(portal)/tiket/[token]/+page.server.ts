import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { orErrorPage, refusalFrom } from '../../page-refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const { token } = params;
  const { queue, survey, services } = locals.door.api;
  const ticket = await orErrorPage(queue.getTicket({ token }), 'TICKET_UNKNOWN');
  const history = await queue.getTicketHistory({ token });
  const rating = ticket.state === 'done' ? await survey.getRating({ token }) : null;
  // The service may have been withdrawn since; the ticket still stands.
  const service = await services.getService({ slug: ticket.service.slug }).catch(ignoreRefusal);
  setHeaders({ 'cache-control': 'no-store' });
  return {
    ticket,
    history,
    rating,
    requirements: service?.requirements ?? [],
    address: `${locals.door.publicUrl}/tiket/${ticket.token}`,
    /** The same form sent twice is one answer, and one deed. */
    ratingKey: randomUUID(),
    actionKey: randomUUID(),
  };
};

function ignoreRefusal(thrown: unknown): undefined {
  if (refusalFrom(thrown) === undefined) throw thrown;
}

const isScore = (score: number) => Number.isInteger(score) && score >= 1 && score <= 4;

export const actions: Actions = {
  nilai: async ({ locals, params, request }) => {
    const form = await request.formData();
    const score = Number(form.get('nilai') ?? 0);
    const key = form.get('kunci');
    if (!isScore(score) || typeof key !== 'string') return fail(400, { refused: 'CHOOSE' });
    try {
      await locals.door.withKey(key).survey.rate({ token: params.token, score });
    } catch (thrown) {
      const refusal = refusalFrom(thrown);
      if (refusal === undefined) throw thrown;
      return fail(refusal.status, { refused: refusal.refused });
    }
    redirect(303, `/tiket/${params.token}#nilai`);
  },
  kembali: async ({ locals, params, request }) => {
    const key = (await request.formData()).get('kunci');
    if (typeof key !== 'string') return fail(400, { notDone: 'BAD_INPUT' });
    try {
      await locals.door.withKey(key).queue.returnByHolder({ token: params.token });
    } catch (thrown) {
      const refusal = refusalFrom(thrown);
      if (refusal === undefined) throw thrown;
      return fail(refusal.status, { notDone: refusal.refused });
    }
    redirect(303, `/tiket/${params.token}`);
  },
  didahulukan: async ({ locals, params, request }) => {
    const key = (await request.formData()).get('kunci');
    if (typeof key !== 'string') return fail(400, { notDone: 'BAD_INPUT' });
    const next = await locals.door
      .withKey(key)
      .queue.takeFirstPlace({ token: params.token })
      .catch((thrown: unknown) => refusalFrom(thrown) ?? Promise.reject(thrown as Error));
    if ('refused' in next) return fail(next.status, { notDone: next.refused });
    redirect(303, `/tiket/${next.token}`);
  },
};
