import { implement } from '@orpc/server';
import { getMallPlace } from '#areas/malls/public.ts';
import { operationDoor, refused, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { issueStreamToken } from '#platform/events/stream-access.ts';
import { refuse } from '#platform/values/refusal.ts';
import { callNext } from './calling/call-next.ts';
import { callOutOfTurn } from './calling/call-out-of-turn.ts';
import { recall, undoCall } from './calling/call-again.ts';
import { queueContract } from './contract.ts';
import {
  leaveSeat,
  listSeats,
  offerOwnSeat,
  pauseSeat,
  releaseSeat,
  resumeSeat,
  takeSeat,
} from './desk/counter-seat.ts';
import { getDesk } from './desk/desk.ts';
import { findVisit } from './visit/find-visit.ts';
import { findFirstPlace, giveFirstPlace, listFirstPlaces, takeFirstPlace } from './line/first-place.ts';
import { cancelByHolder, returnByHolder } from './visit/holder-actions.ts';
import { getOfficerDay } from './desk/officer-day.ts';
import { issueTicket } from './line/issue-ticket.ts';
import { listLiveQueues, viewTickets } from './public.ts';
import { finishStop, holdStop, markAbsent, returnStop, startServing } from './calling/stop-actions.ts';
import { findStopRowByToken } from './store.ts';
import { getTicketHistory } from './visit/ticket-history.ts';
import { transferStop } from './calling/transfer.ts';
import { isExpired } from './views.ts';

const os = implement(queueContract).$context<CallContext>().use(operationDoor);

export const queueProcedures = os.router({
  issueTicket: os.issueTicket.handler(({ context: { tx }, input }) => {
    if (tx.actor.kind !== 'device') refused(refuse('FORBIDDEN'));
    return issueTicket(tx, tx.actor, input);
  }),

  getTicket: os.getTicket.handler(async ({ context: { tx, tokens }, input }) => {
    const row = (await findStopRowByToken(tx, input.token)) ?? refused(refuse('TICKET_UNKNOWN'));
    const tickets = await viewTickets(tx, row.mall_id, [row]);
    const topic = { topic: `ticket:${row.id}`, follows: [`agency:${row.agency_id}`] };
    return {
      ...tickets.get(row.id)!,
      now: tx.now.toISOString(),
      expired: isExpired(row, tx.now),
      firstPlace: await findFirstPlace(tx, row),
      streamToken: issueStreamToken(tokens, { mallId: row.mall_id, subscriptions: [topic] }),
    };
  }),

  listLiveQueues: os.listLiveQueues.handler(async ({ context: { tx, tokens }, input }) => {
    const mall = await getMallPlace(tx, input.mall);
    const queues = await listLiveQueues(tx, mall);
    const grant = { mallId: mall.id, subscriptions: [{ topic: `mall:${mall.id}` }] };
    return {
      now: tx.now.toISOString(),
      waiting: queues.reduce((sum, queue) => sum + queue.waiting, 0),
      queues,
      streamToken: issueStreamToken(tokens, grant),
    };
  }),

  findVisit: os.findVisit.handler(({ context: { tx }, input }) => findVisit(tx, staffActor(tx), input)),
  getDesk: os.getDesk.handler(async ({ context: { tx, tokens }, input }) => {
    const officer = staffActor(tx);
    const desk = await getDesk(tx, officer, input.counterId);
    // Opened anew each minute, and then the console asks for its desk: so an officer who sits there is heard.
    const grant = {
      mallId: officer.mallId,
      subscriptions: [{ topic: `agency:${desk.agency.id}` }],
      renewSeconds: 60,
    };
    return { ...desk, streamToken: issueStreamToken(tokens, grant) };
  }),

  openCounter: os.openCounter.handler(({ context: { tx }, input }) =>
    takeSeat(tx, staffActor(tx), input.counterId, input.second),
  ),
  closeCounter: os.closeCounter.handler(({ context: { tx }, input }) =>
    leaveSeat(tx, staffActor(tx), input.counterId),
  ),
  pauseCounter: os.pauseCounter.handler(({ context: { tx }, input }) => pauseSeat(tx, staffActor(tx), input)),
  getOfficerDay: os.getOfficerDay.handler(({ context: { tx } }) => getOfficerDay(tx, staffActor(tx))),
  offerCounter: os.offerCounter.handler(({ context: { tx }, input }) =>
    offerOwnSeat(tx, staffActor(tx), input),
  ),
  releaseCounter: os.releaseCounter.handler(({ context: { tx }, input }) =>
    releaseSeat(tx, staffActor(tx), input.counterId),
  ),
  listSeats: os.listSeats.handler(({ context: { tx }, input }) =>
    listSeats(tx, staffActor(tx), input.agencyId),
  ),
  resumeCounter: os.resumeCounter.handler(({ context: { tx }, input }) =>
    resumeSeat(tx, staffActor(tx), input.counterId),
  ),
  callOutOfTurn: os.callOutOfTurn.handler(({ context: { tx }, input }) =>
    callOutOfTurn(tx, staffActor(tx), input),
  ),
  callNext: os.callNext.handler(({ context: { tx }, input }) => callNext(tx, staffActor(tx), input)),
  recall: os.recall.handler(({ context: { tx }, input }) => recall(tx, staffActor(tx), input.ticketId)),
  undoCall: os.undoCall.handler(({ context: { tx }, input }) => undoCall(tx, staffActor(tx), input.ticketId)),
  startServing: os.startServing.handler(({ context: { tx }, input }) =>
    startServing(tx, staffActor(tx), input.ticketId),
  ),
  finish: os.finish.handler(({ context: { tx }, input }) => finishStop(tx, staffActor(tx), input)),
  transfer: os.transfer.handler(({ context: { tx }, input }) => transferStop(tx, staffActor(tx), input)),
  hold: os.hold.handler(({ context: { tx }, input }) => holdStop(tx, staffActor(tx), input.ticketId)),
  returnHeld: os.returnHeld.handler(({ context: { tx }, input }) =>
    returnStop(tx, staffActor(tx), input.ticketId),
  ),
  markAbsent: os.markAbsent.handler(({ context: { tx }, input }) =>
    markAbsent(tx, staffActor(tx), input.ticketId),
  ),

  cancelTicket: os.cancelTicket.handler(({ context: { tx }, input }) => cancelByHolder(tx, input.token)),
  returnByHolder: os.returnByHolder.handler(({ context: { tx }, input }) => returnByHolder(tx, input.token)),
  takeFirstPlace: os.takeFirstPlace.handler(({ context: { tx }, input }) => takeFirstPlace(tx, input.token)),
  listFirstPlaces: os.listFirstPlaces.handler(async ({ context: { tx } }) => ({
    now: tx.now.toISOString(),
    unserved: await listFirstPlaces(tx, staffActor(tx)),
  })),
  giveFirstPlace: os.giveFirstPlace.handler(({ context: { tx }, input }) =>
    giveFirstPlace(tx, staffActor(tx), input.ticketId),
  ),
  getTicketHistory: os.getTicketHistory.handler(({ context: { tx }, input }) =>
    getTicketHistory(tx, input.token),
  ),
});
