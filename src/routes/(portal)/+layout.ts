import { loadWords } from '#ui/words/load-words.ts';
import type { LayoutLoad } from './$types';

/** Citizens' pages are plain HTML; the one small script that keeps figures fresh is static/live.js. */
export const csr = false;

export const load: LayoutLoad = async ({ data, parent }) => {
  const { language } = await parent();
  const [words, refusals] = await Promise.all([
    loadWords('portal', language),
    loadWords('refusals', language),
  ]);
  return { ...data, words, refusals };
};
