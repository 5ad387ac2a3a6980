import type { CommonIconName } from './icon-names.ts';

/** Icons that an agency may take; each agency keeps one for good. No logos: trademark, legibility. */
export const AGENCY_ICON_NAMES = [
  'banknote',
  'book-open',
  'briefcase',
  'building-2',
  'car-front',
  'droplets',
  'gavel',
  'hand-heart',
  'hard-hat',
  'heart-pulse',
  'id-card',
  'land-plot',
  'landmark',
  'piggy-bank',
  'receipt-text',
  'scale',
  'scroll-text',
  'shield-check',
  'store',
] as const satisfies readonly CommonIconName[];

/** The icon that an agency's record names; a plain building where the name is not one of ours. */
export function agencyIcon(name: string | null | undefined): CommonIconName {
  return AGENCY_ICON_NAMES.find((known) => known === name) ?? 'building-2';
}
