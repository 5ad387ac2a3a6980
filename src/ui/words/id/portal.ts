import type { Catalogue } from '../word.ts';

export const portal = {
  title: 'Mau mengurus apa hari ini?',
} satisfies Catalogue;
