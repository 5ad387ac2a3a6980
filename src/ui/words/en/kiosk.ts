import type { kiosk as indonesian } from '../id/kiosk.ts';

export const kiosk: typeof indonesian = {
  title: 'Where do you want to go?',
};
