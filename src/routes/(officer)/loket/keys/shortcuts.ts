import type { Deed, MainAction } from '../desk-buttons.ts';

const KEPT_AT = 'loket.tombol-pintas';

/** Whether this officer wants one-key shortcuts; on until switched off. */
export function readShortcutsOn(): boolean {
  try {
    return localStorage.getItem(KEPT_AT) !== 'mati';
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
    return true;
  }
}

export function writeShortcutsOn(on: boolean): void {
  try {
    localStorage.setItem(KEPT_AT, on ? 'nyala' : 'mati');
  } catch {
    return;
  }
}

/** I asks how long a break will be. */
export function isBreakKey(key: string): boolean {
  return key === 'i' || key === 'I';
}

/** L looks at the other counter of one who holds two. */
export function isSwitchKey(key: string): boolean {
  return key === 'l' || key === 'L';
}

/** The letter of each deed that has one; the large button has the space bar. */
export const KEYS = {
  recall: 'U',
  undo: 'B',
  hold: 'H',
  absent: 'T',
  transfer: 'A',
  'call-other': 'P',
} as const satisfies Partial<Record<Deed, string>>;

/** What a key does: space is the large button, the letters are those of `KEYS`, whether written small or large. */
export function deedOfKey(key: string, main: MainAction): Deed | undefined {
  if (key === ' ') return main;
  const letter = key.toUpperCase();
  return (Object.keys(KEYS) as (keyof typeof KEYS)[]).find((deed) => KEYS[deed] === letter);
}

/**
 * Whether a key press is meant as a shortcut: not while writing, not a held key, not with a modifier, and a space on
 * a button or link is that button's own.
 */
export function isForShortcut(event: KeyboardEvent): boolean {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return false;
  const { target } = event;
  if (!(target instanceof Element)) return true;
  if (target.closest('textarea, select, [contenteditable], dialog') !== null) return false;
  if (target instanceof HTMLInputElement && target.type !== 'radio') return false;
  return event.key !== ' ' || target.closest('button, a, summary, [role="link"]') === null;
}
