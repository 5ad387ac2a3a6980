import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { GivenToken } from '#platform/contract/shapes.ts';

const Score = z.coerce.number().int().min(1).max(4);

export const surveyContract = {
  rate: command({
    access: { public: true },
    path: '/tickets/{token}/rating',
    summary: 'One question after the service: 1 not good, 2 less good, 3 good, 4 very good',
  })
    .input(z.object({ token: GivenToken, score: Score }))
    .errors(refusals('TICKET_UNKNOWN', 'TICKET_EXPIRED', 'NOT_SERVED_YET', 'ALREADY_RATED'))
    .output(z.object({ score: z.int() })),
  rateAtKiosk: command({
    access: { devices: ['kiosk'] },
    path: '/ratings',
    summary: 'The same question at a kiosk: a ticket of today is named by its number',
  })
    .input(z.object({ code: z.string().regex(/^[A-Z]{1,2}-\d{3}$/), score: Score }))
    .errors(refusals('TICKET_UNKNOWN', 'NOT_SERVED_YET', 'ALREADY_RATED'))
    .output(z.object({ score: z.int() })),
  getRating: read({
    access: { public: true },
    path: '/tickets/{token}/rating',
    summary: 'The answer given for a ticket, and whether one may still be given',
  })
    .input(z.object({ token: GivenToken }))
    .errors(refusals('TICKET_UNKNOWN'))
    .output(z.object({ score: z.int().nullable(), mayRate: z.boolean() })),
};
