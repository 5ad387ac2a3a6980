import { error } from '@sveltejs/kit';
import type { Language } from '#ui/words/language.ts';

/** `/gaya?muka=petugas&bahasa=en`: the parts of the design system, for those who build screens. */
export function load({ url }: { url: URL }): { face: string; language: Language; path: string } {
  if (!import.meta.env.DEV) error(404);
  return {
    face: url.searchParams.get('muka') ?? 'warga',
    language: url.searchParams.get('bahasa') === 'en' ? 'en' : 'id',
    path: url.pathname + url.search,
  };
}
