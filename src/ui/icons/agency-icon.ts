import { AGENCY_ICON_NAMES } from '#areas/agencies/rules/agency-icons.ts';
import type { CommonIconName } from './icon-names.ts';

const NAMES: readonly CommonIconName[] = AGENCY_ICON_NAMES;

/** The icon that an agency's record names; a plain building where the name is not one of ours. */
export function agencyIcon(name: string | null | undefined): CommonIconName {
  return NAMES.find((known) => known === name) ?? 'building-2';
}
