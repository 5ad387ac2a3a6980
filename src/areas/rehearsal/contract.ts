import { z } from 'zod';
import { command, read } from '#platform/contract/operation.ts';

/** The simulated visitors of a demonstration or a rehearsal before launch. */
export const Crowd = z.object({
  mode: z.enum(['off', 'paused', 'running']),
  /** 1 is real time; 10 makes visitors come and be served ten times as fast. */
  speed: z.int().min(1).max(60),
  visitorsPerHour: z.int().min(1).max(600),
});
export type Crowd = z.infer<typeof Crowd>;

const keepers = { roles: ['manager', 'administrator'] as const };

export const rehearsalContract = {
  getCrowd: read({ access: keepers, summary: 'How the simulated crowd is set' }).output(Crowd),
  setCrowd: command({ access: keepers, summary: 'Pause, speed up or switch off the simulated crowd' })
    .input(Crowd)
    .output(Crowd),
};
