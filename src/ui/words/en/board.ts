import type { board as indonesian } from '../id/board.ts';

export const board: typeof indonesian = {
  title: 'Call board',
};
