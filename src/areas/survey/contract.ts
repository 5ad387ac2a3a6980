import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';

const Token = z.string().max(64);

export const surveyContract = {
  rate: command({
    access: { public: true },
    path: '/tickets/{token}/rating',
    summary: 'One question after the service: 1 not good, 2 less good, 3 good, 4 very good',
  })
    .input(z.object({ token: Token, score: z.coerce.number().int().min(1).max(4) }))
    .errors(refusals('TICKET_UNKNOWN', 'TICKET_EXPIRED', 'NOT_SERVED_YET', 'ALREADY_RATED'))
    .output(z.object({ score: z.int() })),
  getRating: read({
    access: { public: true },
    path: '/tickets/{token}/rating',
    summary: 'The answer given for a ticket, and whether one may still be given',
  })
    .input(z.object({ token: Token }))
    .errors(refusals('TICKET_UNKNOWN'))
    .output(z.object({ score: z.int().nullable(), mayRate: z.boolean() })),
};
