import { loadWords } from '#ui/words/load-words.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { language } = await parent();
  return { meetingWords: await loadWords('coordination', language) };
};
