import { z } from 'zod';
import { command, refusals } from '#platform/contract/operation.ts';

export const surveyContract = {
  rate: command({
    access: { public: true },
    path: '/tickets/{token}/rating',
    summary: 'One question after the service: 1 not good, 2 less good, 3 good, 4 very good',
  })
    .input(z.object({ token: z.string().max(64), score: z.coerce.number().int().min(1).max(4) }))
    .errors(refusals('TICKET_UNKNOWN', 'TICKET_EXPIRED', 'NOT_SERVED_YET', 'ALREADY_RATED'))
    .output(z.object({ score: z.int() })),
};
