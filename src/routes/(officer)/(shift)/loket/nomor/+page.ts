import { loadWords } from '#ui/words/load-words.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { language } = await parent();
  const [words, ticketWords, officerWords] = await Promise.all([
    loadWords('visit', language),
    loadWords('ticket', language),
    loadWords('officer', language),
  ]);
  return { ...data, words, ticketWords, officerWords };
};
