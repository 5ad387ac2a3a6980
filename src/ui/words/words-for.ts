import { en } from './en.ts';
import { id, type Words } from './id.ts';
import type { Language } from './language.ts';

/** Every word of every surface. For the server (notices, tickets on paper): a page uses `loadWords`, which is lighter. */
export function wordsFor(language: Language): Words {
  return language === 'en' ? en : id;
}
