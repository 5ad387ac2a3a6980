import { loadWords } from '#ui/words/load-words.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { language } = await parent();
  const [words, officerWords, refusals] = await Promise.all([
    loadWords('rotation', language),
    loadWords('officer', language),
    loadWords('refusals', language),
  ]);
  return { ...data, words, officerWords, refusals };
};
