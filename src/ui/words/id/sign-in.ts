import type { Catalogue } from '../word.ts';

export const signIn = {
  title: 'Masuk petugas',
} satisfies Catalogue;
