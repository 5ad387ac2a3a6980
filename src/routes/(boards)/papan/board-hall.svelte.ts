import { parseNumber } from '#areas/queue/rules/series.ts';
import type { CallEvent } from '#areas/boards/rules/announcement-queue.ts';
import { refusalOf, type BrowserApi } from '../../client/api.ts';
import { followStream } from '../../client/follow.ts';
import { ServerClock } from '../../device/server-clock.ts';

type BoardReply = Awaited<ReturnType<BrowserApi['boards']['getBoard']>>;
export type BoardState = Omit<BoardReply, 'streamToken'>;

/** What is announced of a call, as the queue emits it. */
interface CalledEvent {
  readonly number: number;
  readonly at: string;
  readonly code: string;
  readonly series: string;
  readonly ticketNumber: number;
  readonly counterNumber: number;
  readonly floor: number;
}

const TRY_AGAIN_MS = 3_000;
/** Booths open and close by the clock, without an event. */
const REFRESH_MS = 60_000;

export interface BoardHallOptions {
  readonly api: BrowserApi;
  readonly onCall: (call: CallEvent) => void;
  /** A call was taken back. */
  readonly onUndone: (ticket: { readonly series: string; readonly number: number }) => void;
  /** After which call the stream resumes. */
  readonly lastHeard: () => number;
  /** The server refused: by what code. */
  readonly onRefused: (code: string) => void;
}

/** What a board shows, kept true by the stream of its zone. Call `start` once. */
export class BoardHall {
  board = $state.raw<BoardState | undefined>();
  /** By code, the number of its last call: a number that is called again is the newest. */
  called = $state.raw<ReadonlyMap<string, number>>(new Map());
  link = $state<'live' | 'stale'>('live');
  /** Epoch milliseconds by the mall's clock, each second. */
  now = $state(Date.now());
  readonly clock = new ServerClock();
  readonly #options: BoardHallOptions;
  #unfollow = () => {};
  #stopped = false;

  constructor(options: BoardHallOptions) {
    this.#options = options;
  }

  start(): () => void {
    const tick = setInterval(() => (this.now = this.clock.now()), 1_000);
    const refresh = setInterval(() => void this.#read().catch(() => {}), REFRESH_MS);
    void this.#begin();
    return () => {
      this.#stopped = true;
      clearInterval(tick);
      clearInterval(refresh);
      this.#unfollow();
    };
  }

  async #begin(): Promise<void> {
    try {
      const { streamToken } = await this.#read();
      if (this.#stopped) return;
      this.#follow(streamToken);
    } catch {
      // Told to whoever asked; until it is over the last picture stays, marked as old.
      if (this.board !== undefined) this.link = 'stale';
      if (!this.#stopped) setTimeout(() => void this.#begin(), TRY_AGAIN_MS);
    }
  }

  async #read(): Promise<BoardReply> {
    try {
      const board = await this.#options.api.boards.getBoard({});
      this.clock.set(board.now);
      this.now = this.clock.now();
      this.board = board;
      return board;
    } catch (error) {
      this.#options.onRefused(refusalOf(error).refused);
      throw error;
    }
  }

  #follow(streamToken: string): void {
    this.#unfollow();
    this.#unfollow = followStream(
      streamToken,
      {
        onState: (_topic, state) => (this.board = state as BoardState),
        onEvent: (kind, event) => (kind === 'undone' ? this.#forget(event) : this.#hear(event)),
        onBeat: (now) => this.clock.beat(now),
        onLink: (link) => {
          const back = this.link === 'stale' && link === 'live';
          this.link = link;
          if (back) void this.#read().catch(() => {});
        },
        onEnded: () => {
          if (!this.#stopped) setTimeout(() => void this.#begin(), TRY_AGAIN_MS);
        },
      },
      ['called', 'undone'],
      this.#options.lastHeard(),
    );
  }

  #forget({ code }: Readonly<Record<string, unknown>>): void {
    const ticket = typeof code === 'string' ? parseNumber(code) : undefined;
    if (ticket) this.#options.onUndone(ticket);
  }

  #hear(told: Readonly<Record<string, unknown>>): void {
    const event = told as unknown as CalledEvent;
    this.called = new Map([...this.called].slice(-100)).set(event.code, event.number);
    const elsewhere = this.board !== undefined && this.board.zone.floor !== event.floor;
    this.#options.onCall({
      eventNumber: event.number,
      calledAt: Date.parse(event.at),
      series: event.series,
      number: event.ticketNumber,
      counter: String(event.counterNumber),
      // Said only where people would have to change floors.
      ...(elsewhere ? { floor: event.floor } : {}),
    });
  }
}
