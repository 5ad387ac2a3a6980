import type { NoticeKind } from '#areas/agencies/rules/booth-notice.ts';
import { parseNumber } from '#areas/queue/rules/series.ts';
import type { HallEvent } from '#areas/boards/rules/announcement-queue.ts';
import { refusalOf, type BrowserApi } from '../../client/api.ts';
import { followStream } from '../../client/follow.ts';
import { ServerClock } from '../../device/server-clock.ts';
import { keepNewer, type BoardReply, type BoardSetup, type ZoneBoard } from './join-zones.ts';

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

/** What is told of a booth. */
interface NoticeEvent {
  readonly number: number;
  readonly at: string;
  readonly series: string;
  readonly notice: NoticeKind;
  readonly agency: string;
  readonly clock: string | null;
}

const TRY_AGAIN_MS = 3_000;
/** Booths open and close by the clock, without an event. */
const REFRESH_MS = 60_000;
const CALLED_MAX = 100;

export interface BoardHallOptions {
  readonly api: BrowserApi;
  /** A call, or what is told of a booth. */
  readonly onCall: (call: HallEvent) => void;
  /** A call was taken back. */
  readonly onUndone: (ticket: { readonly series: string; readonly number: number }) => void;
  /** After which call the stream resumes. */
  readonly lastHeard: () => number;
  /** The server refused: by what code. */
  readonly onRefused: (code: string) => void;
}

/** What a board shows, kept true by the streams of its zones and of its own settings. Call `start` once. */
export class BoardHall {
  /** What does not change by events: the mall, its clock, the floor. */
  board = $state.raw<BoardReply | undefined>();
  setup = $state.raw<BoardSetup | undefined>();
  zones = $state.raw<readonly ZoneBoard[]>([]);
  /** By code, the number of its last call: a number that is called again is the newest. */
  called = $state.raw<ReadonlyMap<string, number>>(new Map());
  link = $state<'live' | 'stale'>('live');
  /** Epoch milliseconds by the mall's clock, each second. */
  now = $state(Date.now());
  readonly clock = new ServerClock();
  readonly #options: BoardHallOptions;
  #unfollow = () => {};
  /** The zones whose stream is open. */
  #followed: string | undefined;
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
      await this.#read();
    } catch {
      // Told to whoever asked; until it is over the last picture stays, marked as old.
      if (this.board !== undefined) this.link = 'stale';
      if (!this.#stopped) setTimeout(() => void this.#begin(), TRY_AGAIN_MS);
    }
  }

  /** Reads all anew, and follows other streams where other zones were chosen meanwhile. */
  async #read(): Promise<void> {
    const { zones, setup } = this;
    let board: BoardReply;
    try {
      board = await this.#options.api.boards.getBoard({});
    } catch (error) {
      this.#options.onRefused(refusalOf(error).refused);
      throw error;
    }
    this.clock.set(board.now);
    this.now = this.clock.now();
    this.board = board;
    if (this.setup === setup) this.setup = board.setup;
    this.zones = keepNewer(board.zones, zones, this.zones);
    if (!this.#stopped && this.#followed !== keyOf(board.setup)) this.#follow(board);
  }

  /** What was announced since the last call that this board heard of comes first: no call falls between two streams. */
  #follow({ streamToken, setup }: BoardReply): void {
    this.#unfollow();
    this.#followed = keyOf(setup);
    this.#unfollow = followStream(
      streamToken,
      {
        onState: (topic, state) => this.#show(topic, state),
        onEvent: (kind, event) => this.#take(kind, event),
        onBeat: (now) => this.clock.beat(now),
        onLink: (link) => {
          const back = this.link === 'stale' && link === 'live';
          this.link = link;
          if (back) void this.#read().catch(() => {});
        },
        onEnded: () => {
          this.#followed = undefined;
          if (!this.#stopped) setTimeout(() => void this.#begin(), TRY_AGAIN_MS);
        },
      },
      ['called', 'undone', 'booth-notice'],
      this.#options.lastHeard(),
    );
  }

  #take(kind: string, event: Readonly<Record<string, unknown>>): void {
    if (kind === 'undone') this.#forget(event);
    else if (kind === 'called') this.#hear(event);
    else this.#notice(event as unknown as NoticeEvent);
  }

  #notice({ number, at, series, notice, agency, clock }: NoticeEvent): void {
    const heard = { eventNumber: number, calledAt: Date.parse(at), series, notice, agency };
    this.#options.onCall(clock === null ? heard : { ...heard, clock });
  }

  #forget({ code }: Readonly<Record<string, unknown>>): void {
    const ticket = typeof code === 'string' ? parseNumber(code) : undefined;
    if (ticket) this.#options.onUndone(ticket);
  }

  #show(topic: string, state: unknown): void {
    if (topic.startsWith('zone:')) {
      const fresh = state as ZoneBoard;
      this.zones = this.zones.map((each) => (each.zone.id === fresh.zone.id ? fresh : each));
      return;
    }
    this.setup = state as BoardSetup;
    if (this.#followed !== keyOf(this.setup)) void this.#read().catch(() => {});
  }

  #hear(told: Readonly<Record<string, unknown>>): void {
    const event = told as unknown as CalledEvent;
    this.called = new Map([...this.called].slice(-CALLED_MAX)).set(event.code, event.number);
    const elsewhere = this.board !== undefined && this.board.floor !== event.floor;
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

function keyOf({ settings }: BoardSetup): string {
  return settings.zoneIds.join();
}
