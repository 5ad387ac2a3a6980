import type { Catalogue } from '../word.ts';

export const ticket = {
  title: 'Nomor antrean Anda',
} satisfies Catalogue;
