import type { Catalogue } from '../word.ts';

export const kiosk = {
  title: 'Anda mau ke mana?',
} satisfies Catalogue;
