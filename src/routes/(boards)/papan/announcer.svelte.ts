import { announcementWords, noticeWords } from '#areas/boards/rules/announcement.ts';
import {
  emptyAnnouncementQueue,
  finishAnnouncement,
  isCall,
  receiveCalls,
  restoreAnnouncementQueue,
  startNextAnnouncement,
  storeAnnouncementQueue,
  withdrawCalls,
  type AnnouncementQueue,
  type HallEvent,
} from '#areas/boards/rules/announcement-queue.ts';
import { mayAddEnglish } from '#areas/boards/rules/english-half.ts';
import { allClipNames, type SpokenLanguage } from '#areas/boards/rules/spoken-words.ts';
import { VoicePlayer } from '#ui/voice/voice-player.ts';

/** Told on `window` when a call is given to the voice: for a lamp or a bell beside the board, and for those who check. */
export const ANNOUNCED = 'balairung:announced';
/** How often a call is said in Indonesian; a notice, and English behind either, is said once. */
const TIMES = 2;
/** A call that waits may become too old to be spoken while nothing else happens. */
const LOOK_AGAIN_MS = 1_000;
/** Long enough to find a number with the eyes, for a call that is not spoken. */
const SILENT_TURN_MS = 4_000;
const UNSPOKEN_MAX = 20;

export interface Manner {
  /** 0 to 1; at 0 a call is only shown. */
  readonly volume: number;
  /** English behind the Indonesian sentence, where nobody else waits. */
  readonly english: boolean;
}

export interface AnnouncerOptions {
  /** How it speaks at this moment; asked before each sentence, so that a setting holds from the next one on. */
  readonly manner: () => Manner;
  /** The mall's clock, epoch milliseconds. */
  readonly now: () => number;
  /** Where this board keeps what it has spoken, whichever zones it serves. */
  readonly storeName: string;
}

/**
 * Gives each call its turn on the huge panel: spoken once, one at a time, never late, as the rule decides; a call that
 * came too late to be spoken, or whose sentence was cut off, has a silent turn. The browser's storage remembers over
 * reloads. `start` once; the player is closed by what it returns.
 */
export class Announcer {
  /** The call whose turn it is: eye and ear meet the same number. */
  turn = $state.raw<HallEvent | undefined>();
  /** The browser wants a touch before it makes any sound. */
  blocked = $state(false);
  #queue: AnnouncementQueue;
  /** Calls that still have a silent turn to come; the one being spoken stands here until its last word. */
  #unspoken: readonly HallEvent[];
  #player: VoicePlayer | undefined;
  readonly #options: AnnouncerOptions;

  constructor(options: AnnouncerOptions) {
    this.#options = options;
    this.#queue = restoreAnnouncementQueue(localStorage.getItem(options.storeName));
    // The same shape and the same care with damaged texts: what waits here waits for the eye only.
    this.#unspoken = restoreAnnouncementQueue(localStorage.getItem(this.#unspokenName)).waiting;
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
    void player.load(allClipNames());
    const look = setInterval(() => void this.#takeTurns(), LOOK_AGAIN_MS);
    return () => {
      clearInterval(look);
      this.#player = undefined;
      void player.close();
    };
  }

  hear(call: HallEvent): void {
    this.#keep(receiveCalls(this.#queue, [call]));
    void this.#takeTurns();
  }

  /** A call was taken back before its turn. */
  forget(ticket: { readonly series: string; readonly number: number }): void {
    this.#keep(withdrawCalls(this.#queue, ticket));
    this.#keepUnspoken(
      this.#unspoken.filter(
        (event) => !isCall(event) || event.series !== ticket.series || event.number !== ticket.number,
      ),
    );
  }

  /** Louder or quieter at once, also in the middle of a sentence. */
  setVolume(volume: number): void {
    this.#player?.setVolume(volume);
  }

  /** From the press of the button that asks for sound. */
  async allowSound(): Promise<void> {
    await this.#player?.unblock();
  }

  async #takeTurns(): Promise<void> {
    if (this.turn !== undefined) return;
    for (let player = this.#player; player !== undefined; player = this.#player) {
      const call = this.#nextToSpeak();
      const shown = call ?? this.#unspoken[0];
      if (shown === undefined) return;
      this.turn = shown;
      const done = call === undefined ? await silentTurn() : await this.#speak(player, call);
      if (done) this.#keepUnspoken(this.#unspoken.filter((each) => each !== shown));
      this.turn = undefined;
    }
  }

  /** Whoever became too old meanwhile, or is cut off by a reload from now on, is left for a silent turn. */
  #nextToSpeak(): HallEvent | undefined {
    const { waiting } = this.#queue;
    if (waiting.length === 0) return undefined;
    const { queue, speak } = startNextAnnouncement(this.#queue, this.#options.now());
    const taken = waiting.filter((call) => !queue.waiting.includes(call));
    this.#keepUnspoken([...this.#unspoken, ...taken]);
    // Kept before the first sound: a reload in the middle of it must not say it again.
    this.#keep(queue);
    return speak;
  }

  /** True when it was heard or was meant to be seen only; false leaves it for a silent turn. */
  async #speak(player: VoicePlayer, call: HallEvent): Promise<boolean> {
    const { volume } = this.#options.manner();
    try {
      if (volume === 0) return await silentTurn();
      dispatchEvent(new CustomEvent(ANNOUNCED, { detail: call }));
      const { spoken } = await player.speak(sentence(call, 'id'), {
        times: isCall(call) ? TIMES : 1,
        volume,
      });
      if (spoken) await this.#addEnglish(player, call);
      return spoken;
    } finally {
      this.#keep(finishAnnouncement(this.#queue, call.eventNumber));
    }
  }

  async #addEnglish(player: VoicePlayer, call: HallEvent): Promise<void> {
    const { volume, english } = this.#options.manner();
    if (!english || volume === 0 || !mayAddEnglish(this.#queue, this.#options.now())) return;
    await player.speak(sentence(call, 'en'), { times: 1, volume, chime: false });
  }

  get #unspokenName(): string {
    return `unspoken ${this.#options.storeName}`;
  }

  #keep(queue: AnnouncementQueue): void {
    if (queue === this.#queue) return;
    this.#queue = queue;
    localStorage.setItem(this.#options.storeName, storeAnnouncementQueue(queue));
  }

  #keepUnspoken(calls: readonly HallEvent[]): void {
    this.#unspoken = calls.slice(-UNSPOKEN_MAX);
    const stored = { ...emptyAnnouncementQueue, waiting: this.#unspoken };
    localStorage.setItem(this.#unspokenName, storeAnnouncementQueue(stored));
  }
}

function sentence(event: HallEvent, language: SpokenLanguage): string[] {
  return isCall(event) ? announcementWords({ ...event, language }) : noticeWords({ ...event, language });
}

function silentTurn(): Promise<true> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(true), SILENT_TURN_MS);
  });
}
