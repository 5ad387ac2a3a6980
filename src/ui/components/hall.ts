/** The geometry of the hall drawing: four booths, two on each side of the lit door. */

export type BayState = 'open' | 'closed';

type Headwear = 'peci' | 'hijab' | 'none';

interface Officer {
  readonly wears: Headwear;
  readonly skin: string;
  readonly cloth: string;
}

interface Bay {
  /** Left edge of the bay and middle of the desk, in the drawing's units. */
  readonly left: number;
  readonly middle: number;
  readonly officer: Officer;
}

/** Officers and citizens in equal calm; peci, hijab or neither. */
export const BAYS: readonly Bay[] = [
  { left: 49, middle: 104, officer: { wears: 'peci', skin: '#d8a373', cloth: '#13232a' } },
  { left: 159, middle: 214, officer: { wears: 'hijab', skin: '#d8a373', cloth: '#0a3945' } },
  { left: 371, middle: 426, officer: { wears: 'none', skin: '#b97f52', cloth: '#2b2320' } },
  { left: 481, middle: 536, officer: { wears: 'hijab', skin: '#b97f52', cloth: '#5d9fab' } },
];

export const POSTS: readonly number[] = [39, 149, 259, 361, 471, 581];

export const HIJAB =
  'M0-5.5c8 0 11.5 5.6 11.5 12.5 0 6 2.6 9.6 4 12.8-4 3.4-10 4.6-15.5 4.6s-11.5-1.2-15.5-4.6c1.4-3.2 4-6.8 4-12.8C-11.5.1-8-5.5 0-5.5z';
export const PECI = 'M-9.2 4.5-8-4.6q8-2.6 16 0l1.2 9.1q-9.2-2.4-18.4 0z';
export const HAIR = 'M-9.4 6.5C-10-4 10-4 9.4 6.5 5 2-5 2-9.4 6.5z';

/** The zigzag of the eaves: the running stitch. */
export const EAVES = `M104 156${'l18-11 18 11'.repeat(12)}`;
