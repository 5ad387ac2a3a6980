import type { LiveQueue } from '#areas/queue/contract.ts';
import type { Words } from '#ui/words/id.ts';
import { commonFor } from '#ui/words/context.ts';
import type { Language } from '#ui/words/language.ts';

/** Waits shorter than this are told as none. live.js knows the same figure. */
export const AT_ONCE_MINUTES = 1;
/** How many people are drawn; more are a figure beside them. */
export const PEOPLE_DRAWN_MAX = 12;

/** The phrases of a queue, with `#` for its figures, so that live.js can fill them without knowing a language. */
export function queuePhrases(words: Words['portal'], language: Language) {
  const common = commonFor(language);
  return {
    counters: words.countersOpen('#', '@'),
    about: words.waitShort('#'),
    sure: common.waitAlmostSure(-1).replace('-1', '#'),
    people: common.peopleWaiting(-1).replace('-1', '#'),
    one: common.peopleWaiting(1),
    none: common.noQueue,
    atOnce: common.servedAtOnce,
    noCounter: words.waitNoCounter,
  };
}
export type QueuePhrases = ReturnType<typeof queuePhrases>;

export interface QueueFigures {
  readonly counters: string;
  /** What the row of people says to those who hear it. */
  readonly people: string;
  readonly about: string;
  /** Empty where there is no figure to be almost sure of. */
  readonly sure: string;
  readonly beyondDrawn: string;
}

/** A queue's figures in words. The same steps as in static/live.js. */
export function sayQueue(queue: LiveQueue, phrases: QueuePhrases): QueueFigures {
  const { waiting, wait } = queue;
  const counters = phrases.counters
    .replace('#', String(queue.countersOpen))
    .replace('@', String(queue.countersTotal));
  const people =
    waiting === 0 ? phrases.none : waiting === 1 ? phrases.one : phrases.people.replace('#', String(waiting));
  const beyondDrawn = waiting > PEOPLE_DRAWN_MAX ? `+${waiting - PEOPLE_DRAWN_MAX}` : '';
  if (wait === null)
    return { counters, people, beyondDrawn, about: waiting > 0 ? phrases.noCounter : '', sure: '' };
  if (wait.p50Minutes < AT_ONCE_MINUTES)
    return { counters, people, beyondDrawn, about: phrases.atOnce, sure: '' };
  return {
    counters,
    people,
    beyondDrawn,
    about: phrases.about.replace('#', String(Math.round(wait.p50Minutes))),
    sure: phrases.sure.replace('#', String(Math.ceil(wait.p90Minutes))),
  };
}
