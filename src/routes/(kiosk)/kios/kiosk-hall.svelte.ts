import { refusalOf, type BrowserApi } from '../../client/api.ts';
import { followStream } from '../../client/follow.ts';
import { ServerClock } from '../../device/server-clock.ts';

type Reply<T extends (...input: never[]) => Promise<unknown>> = Awaited<ReturnType<T>>;
export type Mall = Reply<BrowserApi['malls']['getMall']>;
export type Agency = Reply<BrowserApi['agencies']['listAgencies']>[number];
export type Service = Reply<BrowserApi['services']['listServices']>[number];
export type Booth = Reply<BrowserApi['capacity']['listBoothStates']>['booths'][number];
export type Plan = Reply<BrowserApi['floorPlans']['listFloorPlans']>[number];
export type Queue = Reply<BrowserApi['queue']['listLiveQueues']>['queues'][number];

/** What the kiosk knows of the hall, all of it at once. */
export interface HallFacts {
  readonly mall: Mall;
  /** Those with most counters first: most people come for them, and the order never changes in a day. */
  readonly agencies: readonly Agency[];
  readonly services: readonly Service[];
  /** The floors that were drawn. */
  readonly plans: readonly Plan[];
}

const TRY_AGAIN_MS = 3_000;
/** Booths open and close by the clock, without an event. */
const REFRESH_MS = 30_000;
/** Names and services change now and then, by an administrator's hand. */
const FACTS_MS = 5 * 60_000;

/** The hall as the kiosk shows it: read once, then kept true by the mall's stream. Call `start` once. */
export class KioskHall {
  facts = $state.raw<HallFacts | undefined>();
  booths = $state.raw<ReadonlyMap<string, Booth>>(new Map());
  queues = $state.raw<ReadonlyMap<string, Queue>>(new Map());
  /** Epoch milliseconds by the server's clock, each second. */
  now = $state(Date.now());
  link = $state<'live' | 'stale'>('live');
  /** Why there are no facts yet. */
  problem = $state<string | undefined>();
  readonly #clock = new ServerClock();
  readonly #api: BrowserApi;
  readonly #onProblem: (code: string) => void;
  #unfollow = () => {};
  #readAt = 0;
  #stopped = false;

  constructor(api: BrowserApi, onProblem: (code: string) => void) {
    this.#api = api;
    this.#onProblem = onProblem;
  }

  start(): () => void {
    const tick = setInterval(() => (this.now = this.#clock.now()), 1_000);
    const refresh = setInterval(() => void this.refresh(), REFRESH_MS);
    void this.#load();
    return () => {
      this.#stopped = true;
      clearInterval(tick);
      clearInterval(refresh);
      this.#unfollow();
    };
  }

  /** Looks again which booths give numbers: also after a refusal, which knows more than the screen. */
  async refresh(): Promise<void> {
    if (this.facts === undefined) return;
    try {
      await this.#readBooths();
      if (this.#isOld()) this.facts = await this.#readFacts();
    } catch (error) {
      // The next round asks again; that the line is down is told by the stream.
      this.#onProblem(refusalOf(error).refused);
    }
  }

  async #load(): Promise<void> {
    try {
      const facts = await this.#readFacts();
      await this.#readBooths();
      await this.#follow();
      this.facts = facts;
      this.problem = undefined;
    } catch (error) {
      const { refused } = refusalOf(error);
      this.problem = refused;
      this.#onProblem(refused);
      if (!this.#stopped) setTimeout(() => void this.#load(), TRY_AGAIN_MS);
    }
  }

  async #readFacts(): Promise<HallFacts> {
    const [mall, agencies, services, plans] = await Promise.all([
      this.#api.malls.getMall({}),
      this.#api.agencies.listAgencies({}),
      this.#api.services.listServices({}),
      this.#api.floorPlans.listFloorPlans({}),
    ]);
    this.#readAt = performance.now();
    return { mall, agencies: agencies.toSorted(byCounters), services, plans };
  }

  /** An administrator has added or taken away an agency, or may have changed a name. */
  #isOld(): boolean {
    const known = this.facts?.agencies ?? [];
    const same = known.length === this.booths.size && known.every(({ id }) => this.booths.has(id));
    return !same || performance.now() - this.#readAt > FACTS_MS;
  }

  async #readBooths(): Promise<void> {
    const { now, booths } = await this.#api.capacity.listBoothStates({});
    this.#clock.set(now);
    this.now = this.#clock.now();
    this.booths = new Map(booths.map((booth) => [booth.agencyId, booth]));
  }

  async #follow(): Promise<void> {
    const { queues, streamToken } = await this.#api.queue.listLiveQueues({});
    this.#take(queues);
    this.#unfollow();
    this.#unfollow = followStream(streamToken, {
      onState: (_topic, state) => this.#take((state as { queues: readonly Queue[] }).queues),
      onBeat: (now) => this.#clock.beat(now),
      onLink: (link) => {
        const back = this.link === 'stale' && link === 'live';
        this.link = link;
        if (back) void this.refresh();
      },
      onEnded: () => void this.#followAgain(),
    });
  }

  async #followAgain(): Promise<void> {
    try {
      await this.#follow();
    } catch {
      // No connection, or a server that is just starting: the same again in a moment.
      if (!this.#stopped) setTimeout(() => void this.#followAgain(), TRY_AGAIN_MS);
    }
  }

  #take(queues: readonly Queue[]): void {
    this.queues = new Map(queues.map((queue) => [queue.agencyId, queue]));
  }
}

function byCounters(a: Agency, b: Agency): number {
  return b.counters.length - a.counters.length || a.shortName.localeCompare(b.shortName, 'id');
}
