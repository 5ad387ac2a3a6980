import { loadWords } from '#ui/words/load-words.ts';
import type { PageLoad } from './$types';

// A shell that lives in the browser: it stays on for weeks and outlives every restart of the server.
export const ssr = false;
export const prerender = true;

export const load: PageLoad = async () => ({
  words: { board: await loadWords('board', 'id'), device: await loadWords('device', 'id') },
});
