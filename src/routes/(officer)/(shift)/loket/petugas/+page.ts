import { loadWords } from '#ui/words/load-words.ts';
import type { PageLoad } from './$types';

export const csr = false;

export const load: PageLoad = async ({ data, parent }) => {
  const { language } = await parent();
  const [words, officerWords] = await Promise.all([
    loadWords('manager', language),
    loadWords('officer', language),
  ]);
  return { ...data, words, officerWords };
};
