import common from './common.svg?url&no-inline';
import staff from './staff.svg?url&no-inline';
import { STAFF_ICON_NAMES, type IconName } from './icon-names.ts';

const staffOnly: ReadonlySet<string> = new Set(STAFF_ICON_NAMES);

/**
 * Where an icon's symbol lies, for `<use href>` inside a drawing of its own; elsewhere take the Icon component.
 * The sprite is one cached file, so a page pays for its icons once and carries none of them in its script.
 */
export function iconHref(name: IconName): string {
  return `${staffOnly.has(name) ? staff : common}#${name}`;
}
