import type { manager as indonesian } from '../id/manager.ts';

export const manager: typeof indonesian = {
  title: 'The floor now',
};
