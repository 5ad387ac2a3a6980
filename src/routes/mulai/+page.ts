import { loadWords } from '#ui/words/load-words.ts';
import type { PageLoad } from './$types';

export const csr = false;

export const load: PageLoad = async ({ parent }) => ({
  words: await loadWords('portal', (await parent()).language),
});
