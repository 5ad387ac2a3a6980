/** Draws that look like chance and come out the same each time: the seed is handed in, nothing is random here. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  share(): number;
  chance(probability: number): boolean;
  between(min: number, max: number): number;
  /** A key of `weights`, as often as its weight says. Weights are not negative and not all 0. */
  pick<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Standard normal. */
  normal(): number;
}

/** FNV-1a, 32 bit. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** The same seed gives the same draws. Numbers are those of mulberry32: good enough for a crowd, not for secrets. */
export function makeDice(seed: string): Dice {
  let state = hash(seed);
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    share,
    chance: (probability) => share() < probability,
    between: (min, max) => min + (max - min) * share(),
    pick<K extends string>(weights: Readonly<Record<K, number>>): K {
      const entries = Object.entries(weights) as [K, number][];
      let left = share() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return entries.at(-1)![0];
    },
    // Box and Muller; 1 − share is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
  };
}
