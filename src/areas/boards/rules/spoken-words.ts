export type SpokenLanguage = 'id' | 'en';

/** Clip names and the words they say. */
export type SpokenText = Readonly<Record<string, string>>;

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * Every clip of a language: its name within the language, and what it says. The clips are made from this table,
 * the announcements are put together from it, and a person who records a voice reads it aloud. A comma alone is
 * a pause.
 */
export const SPOKEN_WORDS: Readonly<Record<SpokenLanguage, SpokenText>> = {
  id: {
    'nomor-antrean': 'nomor antrean',
    'ke-loket': 'ke loket',
    lantai: 'lantai',
    zona: 'zona',
    jeda: ',',
    perhatian: 'perhatian',
    antrean: 'antrean',
    'berhenti-sementara': 'berhenti sementara',
    'dibuka-kembali': 'dibuka kembali',
    'hari-ini-tutup': 'hari ini tutup',
    pukul: 'pukul',
    lewat: 'lewat',
    ...sayAsWritten('nol satu dua tiga empat lima enam tujuh delapan sembilan'),
    ...sayAsWritten('sepuluh sebelas belas puluh seratus ratus'),
    ...letterClips('huruf'),
  },
  en: {
    'ticket-number': 'ticket number',
    'to-counter': 'please go to counter',
    floor: 'floor',
    zone: 'zone',
    pause: ',',
    attention: 'attention',
    line: 'line',
    'has-stopped': 'has stopped for now',
    'opens-again': 'opens again',
    'is-open-again': 'is open again',
    'closes-today': 'closes today',
    at: 'at',
    ...sayAsWritten('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen'),
    ...sayAsWritten('fifteen sixteen seventeen eighteen nineteen'),
    ...sayAsWritten('twenty thirty forty fifty sixty seventy eighty ninety hundred and'),
    ...letterClips('letter'),
  },
};

/** The names of every clip, as the player and the manifest know them: 'id/nol', 'en/zero'. */
export function allClipNames(): readonly string[] {
  return Object.entries(SPOKEN_WORDS).flatMap(([language, words]) =>
    Object.keys(words).map((word) => `${language}/${word}`),
  );
}

/**
 * A whole number in words, each word a clip: 21 is "dua puluh satu", 101 "one hundred and one".
 * Throws RangeError outside 0..999, for which there are no clips.
 */
export function numberWords(n: number, language: SpokenLanguage): readonly string[] {
  if (!Number.isInteger(n) || n < 0 || n > 999) throw new RangeError(`not a number that can be spoken: ${n}`);
  return language === 'id' ? numberWordsId(n) : numberWordsEn(n);
}

/** A digit in words. Throws RangeError for anything else. */
export function digitWord(digit: string, language: SpokenLanguage): string {
  const [word] = /^\d$/.test(digit) ? numberWords(Number(digit), language) : [];
  if (word === undefined) throw new RangeError(`not a digit: ${digit}`);
  return word;
}

/** The clip that spells a letter A–Z. Throws RangeError for anything else. */
export function letterWord(letter: string, language: SpokenLanguage): string {
  if (!/^[A-Z]$/.test(letter)) throw new RangeError(`not a letter: ${letter}`);
  return `${language === 'id' ? 'huruf' : 'letter'}-${letter.toLowerCase()}`;
}

const UNITS_ID = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');

function numberWordsId(n: number): readonly string[] {
  const unit = UNITS_ID[n];
  if (unit !== undefined) return [unit];
  if (n < 20) return [...numberWordsId(n - 10), 'belas'];
  if (n < 100) return [...numberWordsId(Math.trunc(n / 10)), 'puluh', ...rest(n % 10, numberWordsId)];
  if (n < 200) return ['seratus', ...rest(n - 100, numberWordsId)];
  return [...numberWordsId(Math.trunc(n / 100)), 'ratus', ...rest(n % 100, numberWordsId)];
}

const UNITS_EN = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
  'fifteen sixteen seventeen eighteen nineteen'
).split(' ');
const TENS_EN = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function numberWordsEn(n: number): readonly string[] {
  const unit = UNITS_EN[n];
  if (unit !== undefined) return [unit];
  const tens = TENS_EN[Math.trunc(n / 10) - 2];
  if (tens !== undefined) return [tens, ...rest(n % 10, numberWordsEn)];
  const remainder = rest(n % 100, numberWordsEn);
  const joined = remainder.length > 0 ? ['and', ...remainder] : [];
  return [...numberWordsEn(Math.trunc(n / 100)), 'hundred', ...joined];
}

function rest(n: number, inWords: (n: number) => readonly string[]): readonly string[] {
  return n === 0 ? [] : inWords(n);
}

function sayAsWritten(words: string): SpokenText {
  return Object.fromEntries(words.split(' ').map((word) => [word, word]));
}

function letterClips(prefix: string): SpokenText {
  return Object.fromEntries(LETTERS.map((letter) => [`${prefix}-${letter.toLowerCase()}`, letter]));
}
