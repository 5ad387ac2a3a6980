import { loadWords } from '#ui/words/load-words.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { language } = await parent();
  const [words, officerWords, agreementWords, meetingWords, refusals] = await Promise.all([
    loadWords('manager', language),
    loadWords('officer', language),
    loadWords('agreements', language),
    loadWords('coordination', language),
    loadWords('refusals', language),
  ]);
  return { ...data, words, officerWords, agreementWords, meetingWords, refusals };
};
