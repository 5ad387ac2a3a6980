import type { Officer } from '#areas/staff/contract.ts';
import type { IconName } from '#ui/icons/icon-names.ts';
import type { Words } from '#ui/words/id.ts';

export interface SaidAccess {
  readonly kind: 'ok' | 'warn' | undefined;
  readonly icon: IconName;
  readonly text: string;
}

/** How far somebody is with getting in, as a tag says it. */
export function sayAccess(officer: Officer, words: Words['manager']): SaidAccess {
  switch (officer.access) {
    case 'ready':
      return { kind: 'ok', icon: 'circle-check', text: words['access-ready'] };
    case 'invited':
      return {
        kind: undefined,
        icon: 'hourglass',
        text: words['access-invited'],
      };
    case 'link-ended':
      return { kind: 'warn', icon: 'triangle-alert', text: words['access-link-ended'] };
    case 'inactive':
      return { kind: undefined, icon: 'lock', text: words['access-inactive'] };
  }
}
