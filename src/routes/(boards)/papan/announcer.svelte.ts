import { announcementWords } from '#areas/boards/rules/announcement.ts';
import {
  finishAnnouncement,
  receiveCalls,
  restoreAnnouncementQueue,
  startNextAnnouncement,
  storeAnnouncementQueue,
  type AnnouncementQueue,
  type CallEvent,
} from '#areas/boards/rules/announcement-queue.ts';
import { allClipNames, type SpokenLanguage } from '#areas/boards/rules/spoken-words.ts';
import { VoicePlayer } from '#ui/voice/voice-player.ts';

/** Told on `window` when a call is given to the voice: for a lamp or a bell beside the board, and for those who check. */
export const ANNOUNCED = 'balairung:announced';
/** Between two languages of one sentence. */
const PAUSE = 'id/jeda';
const TIMES = 2;
/** A call that waits may become too old to be spoken while nothing else happens. */
const LOOK_AGAIN_MS = 1_000;

export interface AnnouncerOptions {
  readonly languages: readonly SpokenLanguage[];
  /** 0 to 1. */
  readonly volume: number;
  /** The mall's clock, epoch milliseconds. */
  readonly now: () => number;
  /** Where this board keeps what it has spoken: a board that serves another zone begins anew. */
  readonly storeName: string;
}

/**
 * Speaks each call once, one at a time, never late: the rule decides, the player makes the sound, and the browser's
 * storage remembers over reloads. `start` once; the player is closed by what it returns.
 */
export class Announcer {
  /** The call being spoken: it is the one to show. */
  speaking = $state.raw<CallEvent | undefined>();
  /** The browser wants a touch before it makes any sound. */
  blocked = $state(false);
  #queue: AnnouncementQueue;
  #player: VoicePlayer | undefined;
  readonly #options: AnnouncerOptions;

  constructor(options: AnnouncerOptions) {
    this.#options = options;
    this.#queue = restoreAnnouncementQueue(localStorage.getItem(options.storeName));
  }

  /** Number of the last call that this board has heard of: a stream resumes after it. */
  get lastHeard(): number {
    const { waiting, settled, settledUpTo } = this.#queue;
    return Math.max(settledUpTo, settled.at(-1) ?? 0, waiting.at(-1)?.eventNumber ?? 0);
  }

  start(): () => void {
    const player = new VoicePlayer({ onState: (state) => (this.blocked = state === 'blocked') });
    this.#player = player;
    void player.unblock();
    // What cannot be fetched now is tried again when it is needed.
    void player.load(allClipNames().filter((name) => this.#speaks(name)));
    const look = setInterval(() => void this.#speakNext(), LOOK_AGAIN_MS);
    return () => {
      clearInterval(look);
      this.#player = undefined;
      void player.close();
    };
  }

  hear(call: CallEvent): void {
    this.#keep(receiveCalls(this.#queue, [call]));
    void this.#speakNext();
  }

  /** From the press of the button that asks for sound. */
  async allowSound(): Promise<void> {
    await this.#player?.unblock();
  }

  async #speakNext(): Promise<void> {
    const player = this.#player;
    if (player === undefined || this.speaking !== undefined || this.#queue.waiting.length === 0) return;
    const { queue, speak } = startNextAnnouncement(this.#queue, this.#options.now());
    // Kept before the first sound: a reload in the middle of it must not say it again.
    this.#keep(queue);
    if (speak === undefined) return;
    this.speaking = speak;
    const { eventNumber, series, number, counter } = speak;
    dispatchEvent(new CustomEvent(ANNOUNCED, { detail: { eventNumber, series, number, counter } }));
    try {
      await player.speak(this.#sentence(speak), { times: TIMES, volume: this.#options.volume });
    } finally {
      this.speaking = undefined;
      this.#keep(finishAnnouncement(this.#queue, eventNumber));
    }
    await this.#speakNext();
  }

  #speaks(clip: string): boolean {
    return this.#options.languages.some((language) => clip.startsWith(`${language}/`));
  }

  #sentence(call: CallEvent): string[] {
    const { series, number, counter, floor } = call;
    const place = floor === undefined ? {} : { floor };
    return this.#options.languages.flatMap((language, index) => [
      ...(index === 0 ? [] : [PAUSE]),
      ...announcementWords({ series, number, counter, language, ...place }),
    ]);
  }

  #keep(queue: AnnouncementQueue): void {
    if (queue === this.#queue) return;
    this.#queue = queue;
    localStorage.setItem(this.#options.storeName, storeAnnouncementQueue(queue));
  }
}
