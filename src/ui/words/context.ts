import { getContext, setContext } from 'svelte';
import { common as indonesian } from './id/common.ts';
import { common as english } from './en/common.ts';
import type { Language } from './language.ts';

const LANGUAGE = Symbol('language');

/** Called once by a frame: every part inside it speaks this language. Takes a getter so that it may change. */
export function provideLanguage(language: () => Language): void {
  setContext(LANGUAGE, language);
}

/** The language of the surrounding frame; Indonesian where no frame stands around. */
export function useLanguage(): () => Language {
  return getContext<(() => Language) | undefined>(LANGUAGE) ?? (() => 'id');
}

/** The words that parts share, in the language given. */
export function commonFor(language: Language): typeof indonesian {
  return language === 'en' ? english : indonesian;
}
