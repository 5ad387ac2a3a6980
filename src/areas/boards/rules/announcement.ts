import { isSeries } from '#areas/agencies/rules/series-letters.ts';
import { NUMBER_MAX } from '#areas/queue/rules/series.ts';
import { digitWord, letterWord, numberWords, SPOKEN_WORDS, type SpokenLanguage } from './spoken-words.ts';

export interface Announcement {
  /** One or two letters. */
  readonly series: string;
  /** 1..999. */
  readonly number: number;
  /** The counter's number or name as on its sign: '3', '21', '3A'. */
  readonly counter: string;
  /** Said only where the visitor has to change floors. */
  readonly floor?: number;
  readonly language: SpokenLanguage;
}

const PHRASES = {
  id: { number: 'nomor-antrean', counter: 'ke-loket', floor: 'lantai', pause: 'jeda' },
  en: { number: 'ticket-number', counter: 'to-counter', floor: 'floor', pause: 'pause' },
} as const satisfies Record<SpokenLanguage, Record<string, string>>;

/**
 * The clips of a call, in order, named as in the voice manifest ('id/nol'): "nomor antrean A nol satu dua, ke
 * loket tiga, lantai dua". A ticket is spelled digit by digit, because "dua belas" and "dua ratus" are easily
 * misheard in a hall; a counter or floor is a word, as people say it.
 *
 * Throws RangeError for a series, number, counter or floor that cannot exist.
 */
export function announcementWords(announcement: Announcement): string[] {
  return spokenWords(announcement).map((word) => `${announcement.language}/${word}`);
}

/** The same as one sentence, for those who read it: "Nomor antrean A nol satu dua, ke loket tiga." */
export function announcementSentence(announcement: Announcement): string {
  const texts = spokenWords(announcement).map((word) => SPOKEN_WORDS[announcement.language][word] ?? word);
  const sentence = texts.join(' ').replaceAll(' ,', ',');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function spokenWords({ series, number, counter, floor, language }: Announcement): readonly string[] {
  const phrase = PHRASES[language];
  const onFloor = floor === undefined ? [] : [phrase.pause, phrase.floor, ...numberWords(floor, language)];
  return [
    phrase.number,
    ...ticketWords(series, number, language),
    phrase.pause,
    phrase.counter,
    ...counterWords(counter, language),
    ...onFloor,
  ];
}

function ticketWords(series: string, number: number, language: SpokenLanguage): readonly string[] {
  if (!isSeries(series)) throw new RangeError(`not a series: ${series}`);
  if (!Number.isInteger(number) || number < 1 || number > NUMBER_MAX) {
    throw new RangeError(`not a ticket number: ${number}`);
  }
  const digits = [...String(number).padStart(3, '0')];
  return [
    ...[...series].map((letter) => letterWord(letter, language)),
    ...digits.map((digit) => digitWord(digit, language)),
  ];
}

/** '3A' is "tiga A": runs of digits are numbers, letters are spelled, anything between them is silent. */
function counterWords(counter: string, language: SpokenLanguage): readonly string[] {
  const parts = counter.toUpperCase().match(/\d+|[A-Z]/g);
  if (parts === null) throw new RangeError(`not a counter that can be spoken: ${counter}`);
  return parts.flatMap((part) =>
    /\d/.test(part) ? numberWords(Number(part), language) : [letterWord(part, language)],
  );
}
