import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { nextState } from '#areas/queue/rules/ticket-states.ts';
import { isRefusal } from '#platform/values/refusal.ts';
import { orErrorPage, refusalFrom } from '../../../page-refusal.ts';
import type { Actions, PageServerLoad } from './$types';

/** Asks once more: a number that was given up does not come back. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const ticket = await orErrorPage(
    locals.door.api.queue.getTicket({ token: params.token }),
    'TICKET_UNKNOWN',
  );
  if (ticket.expired || isRefusal(nextState(ticket.state, 'cancel'))) redirect(303, `/tiket/${params.token}`);
  setHeaders({ 'cache-control': 'no-store' });
  return { ticket, actionKey: randomUUID() };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const key = (await request.formData()).get('kunci');
    if (typeof key !== 'string') return fail(400, { refused: 'BAD_INPUT' });
    try {
      await locals.door.withKey(key).queue.cancelTicket({ token: params.token });
    } catch (thrown) {
      const refusal = refusalFrom(thrown);
      if (refusal === undefined) throw thrown;
      return fail(refusal.status, { refused: refusal.refused });
    }
    redirect(303, `/tiket/${params.token}`);
  },
};
