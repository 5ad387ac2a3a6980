/** The languages of the screens: Indonesian first, English beside it. */
export type Language = 'id' | 'en';

/** Name of the cookie that keeps a visitor's choice; anything but `en` means Indonesian. */
export const LANGUAGE_COOKIE = 'bahasa';

/** Reads a language from a cookie or an address; Indonesian when it says anything else. */
export function languageFrom(text: string | null | undefined): Language {
  return text === 'en' ? 'en' : 'id';
}
