import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { Id, line, MallChoice } from '#platform/contract/shapes.ts';
import { REMOTE_KINDS, SLOTS_MAX } from './rules/remote-slot.ts';

export const RemoteSlot = z.object({
  weekday: z.int().min(1).max(7),
  opens: z.string().max(5),
  closes: z.string().max(5),
  kind: z.enum(REMOTE_KINDS),
  contact: line(5, 300),
});

export const remoteHelpContract = {
  listRemoteSlots: read({
    access: { public: true },
    path: '/remote-help',
    summary: 'When agencies advise by video or telephone, and where',
  })
    .input(MallChoice)
    .output(z.array(RemoteSlot.extend({ agencyId: Id }))),
  saveRemoteSlots: command({
    access: { roles: ['agency-head', 'manager', 'administrator'] },
    summary: 'Say when an agency advises by video or telephone, in place of what stood there',
  })
    .input(z.object({ agencyId: Id, slots: z.array(RemoteSlot).max(SLOTS_MAX) }))
    .errors(refusals('AGENCY_UNKNOWN', 'OTHER_AGENCY', 'SLOT_HOURS', 'SLOT_CONTACT'))
    .output(z.object({ agencyId: Id })),
};
