import type { Words } from '#ui/words/id.ts';

const NEWS = {
  diundang: 'newsInvited',
  diubah: 'newsChanged',
  tautan: 'newsRenewed',
  dicabut: 'newsWithdrawn',
  nonaktif: 'newsLeft',
  aktif: 'newsReturned',
} as const;

/** What was just done, by the word in the address; anything else says nothing. */
export function sayOfficerNews(news: string | null, words: Words['manager']): string | undefined {
  return news !== null && Object.hasOwn(NEWS, news) ? words[NEWS[news as keyof typeof NEWS]] : undefined;
}
