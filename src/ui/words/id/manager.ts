import type { Catalogue } from '../word.ts';

export const manager = {
  title: 'Lantai sekarang',
} satisfies Catalogue;
