import { z } from 'zod';
import { command, refusals } from '#platform/contract/operation.ts';
import { GivenToken } from '#platform/contract/shapes.ts';

/** What the holder of a ticket may do with it from anywhere. Whoever has its secret address is its holder. */
export const holderContract = {
  cancelTicket: command({
    access: { public: true },
    path: '/tickets/{token}/cancellation',
    summary:
      'The holder does not come, or cannot wait longer: the number ends, and its place in the quota is free',
  })
    .input(z.object({ token: GivenToken }))
    .errors(refusals('TICKET_UNKNOWN', 'TICKET_EXPIRED', 'BEING_SERVED', 'ALREADY_DONE'))
    .output(z.object({ state: z.literal('done') })),
  returnByHolder: command({
    access: { public: true },
    path: '/tickets/{token}/return',
    summary: 'The holder of a number on hold is there: it waits again, as when an officer says so',
  })
    .input(z.object({ token: GivenToken }))
    .errors(refusals('TICKET_UNKNOWN', 'TICKET_EXPIRED', 'NOT_HELD', 'ALREADY_DONE'))
    .output(z.object({ inTime: z.boolean() })),
};
