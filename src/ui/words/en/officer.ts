import type { officer as indonesian } from '../id/officer.ts';

export const officer: typeof indonesian = {
  title: 'Counter',
};
