import type { Catalogue } from '../word.ts';

export const officer = {
  title: 'Loket',
} satisfies Catalogue;
