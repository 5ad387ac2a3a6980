import type { NoticeKind } from '#areas/agencies/rules/booth-notice.ts';
import { isSeries } from '#areas/agencies/rules/series-letters.ts';
import { NUMBER_MAX } from '#areas/queue/rules/series.ts';
import { digitWord, letterWord, numberWords, SPOKEN_WORDS, type SpokenLanguage } from './spoken-words.ts';

/** What a hall is told of a booth. */
export interface NoticeAnnouncement {
  readonly series: string;
  readonly notice: NoticeKind;
  /** `10:30`: when a stopped line goes on, when a shortened day ends; absent where nobody knows, or now. */
  readonly clock?: string;
  readonly language: SpokenLanguage;
}

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
  id: {
    number: 'nomor-antrean',
    counter: 'ke-loket',
    floor: 'lantai',
    pause: 'jeda',
    attention: 'perhatian',
    queue: 'antrean',
    stopped: 'berhenti-sementara',
    opens: 'dibuka-kembali',
    resumed: 'dibuka-kembali',
    shortened: 'hari-ini-tutup',
    at: 'pukul',
  },
  en: {
    number: 'ticket-number',
    counter: 'to-counter',
    floor: 'floor',
    pause: 'pause',
    attention: 'attention',
    queue: 'line',
    stopped: 'has-stopped',
    opens: 'opens-again',
    resumed: 'is-open-again',
    shortened: 'closes-today',
    at: 'at',
  },
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

/**
 * The clips of a notice: "perhatian, antrean A berhenti sementara, dibuka kembali pukul sepuluh lewat tiga puluh", or
 * "perhatian, antrean A hari ini tutup pukul sebelas". Throws RangeError for a series or a clock that cannot exist.
 */
export function noticeWords({ series, notice, clock, language }: NoticeAnnouncement): string[] {
  const phrase = PHRASES[language];
  const at = clock === undefined ? [] : [phrase.at, ...clockWords(clock, language)];
  const more = {
    stopped: at.length === 0 ? [] : [phrase.pause, phrase.opens, ...at],
    resumed: [],
    shortened: at,
  } satisfies Record<NoticeKind, readonly string[]>;
  const words = [
    phrase.attention,
    phrase.pause,
    phrase.queue,
    ...seriesWords(series, language),
    phrase[notice],
    ...more[notice],
  ];
  return words.map((word) => `${language}/${word}`);
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
  if (!Number.isInteger(number) || number < 1 || number > NUMBER_MAX) {
    throw new RangeError(`not a ticket number: ${number}`);
  }
  const digits = [...String(number).padStart(3, '0')];
  return [...seriesWords(series, language), ...digits.map((digit) => digitWord(digit, language))];
}

function seriesWords(series: string, language: SpokenLanguage): readonly string[] {
  if (!isSeries(series)) throw new RangeError(`not a series: ${series}`);
  return [...series].map((letter) => letterWord(letter, language));
}

/** `10:30` is "sepuluh lewat tiga puluh", in English "ten thirty", `10:05` "ten zero five". */
function clockWords(clock: string, language: SpokenLanguage): readonly string[] {
  const [, hour, minute] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(clock) ?? [];
  if (hour === undefined || minute === undefined) throw new RangeError(`not a clock: ${clock}`);
  const hours = numberWords(Number(hour), language);
  const minutes = Number(minute);
  if (minutes === 0) return hours;
  if (language === 'id') return [...hours, 'lewat', ...numberWords(minutes, 'id')];
  return [...hours, ...(minutes < 10 ? ['zero'] : []), ...numberWords(minutes, 'en')];
}

/** '3A' is "tiga A": runs of digits are numbers, letters are spelled, anything between them is silent. */
function counterWords(counter: string, language: SpokenLanguage): readonly string[] {
  const parts = counter.toUpperCase().match(/\d+|[A-Z]/g);
  if (parts === null) throw new RangeError(`not a counter that can be spoken: ${counter}`);
  return parts.flatMap((part) =>
    /\d/.test(part) ? numberWords(Number(part), language) : [letterWord(part, language)],
  );
}
