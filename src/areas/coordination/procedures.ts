import { implement } from '@orpc/server';
import { operationDoor, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import { dayAt } from '#platform/values/day.ts';
import { coordinationContract } from './contract.ts';
import {
  addDecision,
  closeDecision,
  getMeeting,
  holdMeeting,
  listMeetings,
  listOpenDecisions,
  removeMeeting,
  saveMeeting,
} from './meetings.ts';
import { endNotice, listNotices, listUnreadNotices, readNotice, sendNotice } from './notices.ts';

const os = implement(coordinationContract).$context<CallContext>().use(operationDoor);

export const coordinationProcedures = os.router({
  getCoordination: os.getCoordination.handler(async ({ context: { tx } }) => {
    const { mallId: id, timeZone } = staffActor(tx);
    return {
      today: dayAt(tx.now.getTime(), timeZone),
      meetings: await listMeetings(tx, id),
      open: await listOpenDecisions(tx, { id, timeZone }),
      notices: await listNotices(tx, id),
    };
  }),
  getMeeting: os.getMeeting.handler(({ context: { tx }, input }) =>
    getMeeting(tx, staffActor(tx), input.meetingId),
  ),
  holdMeeting: os.holdMeeting.handler(({ context: { tx }, input }) => holdMeeting(tx, staffActor(tx), input)),
  saveMeeting: os.saveMeeting.handler(({ context: { tx }, input }) => saveMeeting(tx, staffActor(tx), input)),
  removeMeeting: os.removeMeeting.handler(({ context: { tx }, input }) =>
    removeMeeting(tx, staffActor(tx), input),
  ),
  addDecision: os.addDecision.handler(({ context: { tx }, input }) => addDecision(tx, staffActor(tx), input)),
  closeDecision: os.closeDecision.handler(({ context: { tx }, input }) =>
    closeDecision(tx, staffActor(tx), input),
  ),
  listOwnDecisions: os.listOwnDecisions.handler(({ context: { tx } }) => {
    const { mallId: id, timeZone, agencyId } = staffActor(tx);
    return listOpenDecisions(tx, { id, timeZone }, agencyId);
  }),
  sendNotice: os.sendNotice.handler(({ context: { tx }, input }) => sendNotice(tx, staffActor(tx), input)),
  endNotice: os.endNotice.handler(({ context: { tx }, input }) =>
    endNotice(tx, staffActor(tx), input.noticeId),
  ),
  listUnreadNotices: os.listUnreadNotices.handler(({ context: { tx } }) =>
    listUnreadNotices(tx, staffActor(tx)),
  ),
  readNotice: os.readNotice.handler(({ context: { tx }, input }) =>
    readNotice(tx, staffActor(tx), input.noticeId),
  ),
});
