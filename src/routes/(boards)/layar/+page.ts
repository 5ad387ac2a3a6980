import { loadWords } from '#ui/words/load-words.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { language } = await parent();
  return { ...data, words: await loadWords('board', language) };
};
