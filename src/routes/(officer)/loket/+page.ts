import { loadWords } from '#ui/words/load-words.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { language } = await parent();
  const [words, meetingWords, refusals] = await Promise.all([
    loadWords('officer', language),
    loadWords('coordination', language),
    loadWords('refusals', language),
  ]);
  return { ...data, words, meetingWords, refusals };
};
