import type { manager } from '#ui/words/id/manager.ts';

const NEWS = {
  ditutup: 'closed',
  diumumkan: 'announced',
  diminta: 'asked',
  disetujui: 'approved',
  ditolak: 'rejected',
  diakhiri: 'lifted',
} as const;

/** What was just done, by the word in the address; anything else says nothing. */
export function sayClosureNews(news: string | null, words: typeof manager): string | undefined {
  return news !== null && Object.hasOwn(NEWS, news) ? words[NEWS[news as keyof typeof NEWS]] : undefined;
}
