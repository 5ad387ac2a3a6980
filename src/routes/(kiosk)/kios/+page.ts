import { loadWords } from '#ui/words/load-words.ts';
import type { PageLoad } from './$types';

// A shell that lives in the browser: it must show a number even while the server is being started anew.
export const ssr = false;
export const prerender = true;

/** Both languages at once: a visitor changes with one touch, also while the line is down. */
export const load: PageLoad = async () => {
  const wordsIn = async (language: 'id' | 'en') => ({
    device: await loadWords('device', language),
    kiosk: await loadWords('kiosk', language),
    refusals: await loadWords('refusals', language),
  });
  return { words: { id: await wordsIn('id'), en: await wordsIn('en') } };
};
