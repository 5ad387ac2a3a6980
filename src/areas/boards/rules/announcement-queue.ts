import { NOTICE_KINDS, type NoticeKind } from '#areas/agencies/rules/booth-notice.ts';

/**
 * What a board speaks and when: each call once, in order, one at a time, never late (design §4.8). The state is
 * plain data that the screen keeps in the browser's storage, so that a reload repeats nothing.
 */
interface Told {
  /** The mall's gapless number of the event, from 1. A recall of the same ticket is a new event with its own number. */
  readonly eventNumber: number;
  /** Server time, epoch milliseconds. */
  readonly calledAt: number;
  readonly series: string;
}

export interface CallEvent extends Told {
  readonly number: number;
  readonly counter: string;
  readonly floor?: number;
}

/** What is told of a booth. */
export interface BoothNotice extends Told {
  readonly notice: NoticeKind;
  readonly agency: string;
  /** As in `NoticeAnnouncement`. */
  readonly clock?: string;
}

/** What a hall hears. */
export type HallEvent = CallEvent | BoothNotice;

export function isCall(event: HallEvent): event is CallEvent {
  return 'counter' in event;
}

export interface AnnouncementQueue {
  /** Heard of and not yet decided, in the order of their event numbers. */
  readonly waiting: readonly HallEvent[];
  /** The event being spoken now. */
  readonly speaking: { readonly eventNumber: number; readonly startedAt: number } | null;
  /** The last events that were spoken or found too old, in ascending order; none of them is spoken again. */
  readonly settled: readonly number[];
  /** Every event up to this number is settled too: what `settled` has no more room for. */
  readonly settledUpTo: number;
}

/** Older than this, a call is only shown: heard late, it sends people to a counter that has moved on. */
export const ANNOUNCEMENT_AGE_MS_MAX = 20_000;
/** A notice stays true for longer than a call. */
const NOTICE_AGE_MS_MAX = 60_000;
/** A speaker that has not reported back by then (or whose clock jumped) is taken to have stopped: a board must
 * not fall silent for good. */
export const SPEAKING_MS_MAX = 45_000;
export const SETTLED_MAX = 500;
/** More calls than this within twenty seconds cannot be spoken in time; the newest are kept. */
export const WAITING_MAX = 50;

export const emptyAnnouncementQueue: AnnouncementQueue = {
  waiting: [],
  speaking: null,
  settled: [],
  settledUpTo: 0,
};

/** Takes in calls from the stream or a snapshot, in any order and as often as they come. */
export function receiveCalls(queue: AnnouncementQueue, calls: readonly HallEvent[]): AnnouncementQueue {
  const byNumber = new Map(queue.waiting.map((call) => [call.eventNumber, call]));
  for (const call of calls) {
    if (!isSettled(queue, call.eventNumber)) byNumber.set(call.eventNumber, call);
  }
  const inOrder = [...byNumber.values()].sort((a, b) => a.eventNumber - b.eventNumber);
  const tooMany = inOrder.slice(0, Math.max(0, inOrder.length - WAITING_MAX));
  return settle({ ...queue, waiting: inOrder.slice(tooMany.length) }, tooMany);
}

/** A call was taken back: whatever of this ticket still waits to be spoken is not. A sentence that runs is not cut off. */
export function withdrawCalls(
  queue: AnnouncementQueue,
  ticket: { readonly series: string; readonly number: number },
): AnnouncementQueue {
  const isTaken = (event: HallEvent) =>
    isCall(event) && event.series === ticket.series && event.number === ticket.number;
  const taken = queue.waiting.filter(isTaken);
  if (taken.length === 0) return queue;
  return settle({ ...queue, waiting: queue.waiting.filter((call) => !isTaken(call)) }, taken);
}

/**
 * The call to speak now, if any. It counts as spoken from this moment, so that a screen that reloads in the
 * middle of a sentence does not say it again. `now` is the server's time in epoch milliseconds.
 */
export function startNextAnnouncement(
  queue: AnnouncementQueue,
  now: number,
): { readonly queue: AnnouncementQueue; readonly speak: HallEvent | undefined } {
  if (queue.speaking !== null && Math.abs(now - queue.speaking.startedAt) < SPEAKING_MS_MAX) {
    return { queue, speak: undefined };
  }
  const tooOld = queue.waiting.filter((event) => isTooOld(event, now));
  const [speak, ...later] = queue.waiting.filter((call) => !tooOld.includes(call));
  const settled = settle(queue, speak === undefined ? tooOld : [...tooOld, speak]);
  const speaking = speak === undefined ? null : { eventNumber: speak.eventNumber, startedAt: now };
  return { queue: { ...settled, waiting: later, speaking }, speak };
}

/** The speaker is free again. A late report about an earlier announcement changes nothing. */
export function finishAnnouncement(queue: AnnouncementQueue, eventNumber: number): AnnouncementQueue {
  return queue.speaking?.eventNumber === eventNumber ? { ...queue, speaking: null } : queue;
}

/** For the browser's storage. */
export function storeAnnouncementQueue(queue: AnnouncementQueue): string {
  return JSON.stringify(queue);
}

/**
 * Back from the browser's storage, after a reload that cut off whatever was being spoken. What cannot be read
 * (nothing stored, an older shape, a damaged text) is an empty queue: at worst a call of the last twenty seconds
 * is heard twice.
 */
export function restoreAnnouncementQueue(stored: string | null): AnnouncementQueue {
  const read = parseJson(stored);
  if (!isRecord(read) || !isList(read['waiting'], isHallEvent) || !isList(read['settled'], isEventNumber)) {
    return emptyAnnouncementQueue;
  }
  const settledUpTo = isEventNumber(read['settledUpTo']) ? read['settledUpTo'] : 0;
  const queue = { ...emptyAnnouncementQueue, settledUpTo, settled: ascending(read['settled']) };
  return receiveCalls(settle(queue, []), read['waiting']);
}

function isSettled(queue: AnnouncementQueue, eventNumber: number): boolean {
  return eventNumber <= queue.settledUpTo || queue.settled.includes(eventNumber);
}

/** Too old to be spoken. */
export function isTooOld(event: HallEvent, now: number): boolean {
  return now - event.calledAt > (isCall(event) ? ANNOUNCEMENT_AGE_MS_MAX : NOTICE_AGE_MS_MAX);
}

function settle(queue: AnnouncementQueue, calls: readonly HallEvent[]): AnnouncementQueue {
  const all = ascending([...queue.settled, ...calls.map((call) => call.eventNumber)]);
  const noRoom = all.slice(0, Math.max(0, all.length - SETTLED_MAX));
  return {
    ...queue,
    settled: all.slice(noRoom.length),
    settledUpTo: Math.max(queue.settledUpTo, noRoom.at(-1) ?? 0),
  };
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function parseJson(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A damaged text is expected here: storage outlives versions of the program.
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isList<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isEventNumber(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isHallEvent(value: unknown): value is HallEvent {
  return (
    isRecord(value) &&
    isEventNumber(value['eventNumber']) &&
    Number.isFinite(value['calledAt']) &&
    typeof value['series'] === 'string' &&
    ('notice' in value ? isNotice(value) : isCallOf(value))
  );
}

function isNotice({ notice, agency, clock }: Readonly<Record<string, unknown>>): boolean {
  const known = NOTICE_KINDS.some((kind) => kind === notice);
  return known && typeof agency === 'string' && (clock === undefined || typeof clock === 'string');
}

function isCallOf({ number, counter, floor }: Readonly<Record<string, unknown>>): boolean {
  return (
    Number.isInteger(number) &&
    typeof counter === 'string' &&
    (floor === undefined || Number.isInteger(floor))
  );
}
