import { loadWords } from '#ui/words/load-words.ts';
import type { LayoutLoad } from './$types';

export const csr = false;

export const load: LayoutLoad = async ({ data, parent }) => {
  const { language } = await parent();
  const [words, refusals] = await Promise.all([
    loadWords('account', language),
    loadWords('refusals', language),
  ]);
  return { ...data, words, refusals };
};
