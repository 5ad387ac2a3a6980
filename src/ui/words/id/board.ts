import type { Catalogue } from '../word.ts';

export const board = {
  title: 'Papan panggilan',
} satisfies Catalogue;
