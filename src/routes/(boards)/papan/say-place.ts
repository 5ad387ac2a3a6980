import type { Words } from '#ui/words/id.ts';
import type { ZoneBoard } from './join-zones.ts';

export interface SaidPlace {
  /** In the circle, where the board shows one zone: A. */
  readonly letter: string | undefined;
  /** Zona A dan Zona B */
  readonly zones: string;
  /** Zona A dan Zona B, lantai 1 */
  readonly full: string;
}

/** Which zones a board shows, in words for its upper edge. */
export function sayPlace(
  zones: readonly ZoneBoard[],
  words: Pick<Words['board'], 'and' | 'place'>,
): SaidPlace {
  const names = zones.map(({ zone }) => zone.name);
  const floors = [...new Set(zones.map(({ zone }) => String(zone.floor)))].toSorted();
  const list = (parts: readonly string[]) =>
    parts.length < 2 ? (parts[0] ?? '') : words.and(parts.slice(0, -1).join(', '), parts.at(-1)!);
  return {
    letter: zones.length === 1 ? names[0]!.split(' ').at(-1)!.slice(0, 2) : undefined,
    zones: list(names),
    full: words.place(list(names), list(floors)),
  };
}
