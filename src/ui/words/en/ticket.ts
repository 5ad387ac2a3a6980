import type { ticket as indonesian } from '../id/ticket.ts';

export const ticket: typeof indonesian = {
  title: 'Your queue number',
};
