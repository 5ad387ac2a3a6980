import type { portal as indonesian } from '../id/portal.ts';

export const portal: typeof indonesian = {
  title: 'What do you need today?',
};
