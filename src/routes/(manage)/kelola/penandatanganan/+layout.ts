import { loadWords } from '#ui/words/load-words.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, parent }) => {
  const { language } = await parent();
  return { ...data, agreementWords: await loadWords('agreements', language) };
};
