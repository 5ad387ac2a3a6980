/** What a search looks through. */
export interface SearchableService {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly agencyShortName: string;
}

const COMBINING_MARKS = /\p{M}/gu;
const APOSTROPHES = /['’ʼ‘`]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/** One spelling for what people write in several: the electronic card, and the family card's usual initials. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:e ?ktp|ktp ?el(?:ektronik)?)\b/g, 'ktpel'],
  [/\bkartu keluarga\b/g, 'kartu keluarga kk'],
];

/** Lower case, without accents, apostrophes, hyphens or signs; words parted by single spaces. */
export function plainWords(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .replace(APOSTROPHES, '')
    .toLowerCase()
    .replace(BETWEEN_WORDS, ' ')
    .trim();
  return SPELLINGS.reduce((said, [spelling, one]) => said.replace(spelling, one), plain);
}

/**
 * Makes the test for a search: every word of it must occur in name, English name, agency or code, in any order
 * and also inside a word, since Indonesian builds words by adding before and after (hilang, kehilangan).
 * Nothing written finds all; signs alone find nothing.
 */
export function makeServiceMatcher(search: string): (service: SearchableService) => boolean {
  if (search.trim() === '') return () => true;
  const words = plainWords(search).split(' ').filter(Boolean);
  if (words.length === 0) return () => false;
  return (service) => {
    const said = textOf(service);
    return words.every((word) => said.includes(word));
  };
}

function textOf({ code, name, nameEn, agencyShortName }: SearchableService): string {
  const joinedCode = code.replace(BETWEEN_WORDS, '').toLowerCase();
  return [joinedCode, ...[code, name, nameEn, agencyShortName].map(plainWords)].join(' ');
}
