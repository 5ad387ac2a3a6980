import { textOf } from './text-of.ts';

const KNOWN_MAX = 10_000;

/** How many people the form showed as waiting, in its hidden field `tahu`. */
export function readKnown(form: FormData): number {
  const known = Number(textOf(form, 'tahu'));
  return Number.isInteger(known) && known >= 0 && known <= KNOWN_MAX ? known : 0;
}
