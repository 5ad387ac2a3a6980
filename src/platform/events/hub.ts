import type pg from 'pg';
import { runTransaction, type Tx } from '#platform/database/transaction.ts';
import {
  ANNOUNCEMENT_SECONDS_MAX,
  listAnnouncements,
  listEventsSince,
  readLastNumber,
  type StoredEvent,
} from './event-log.ts';
import type { StreamGrant } from './stream-access.ts';
import { TopicTable, type Listener } from './topic-table.ts';

/** How the state of one kind of topic (`zone:…` is kind `zone`) is read, for many topics at once. */
export interface TopicKind {
  snapshot(tx: Tx, mallId: string, topics: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** Event kinds that are told as they happen, besides the new state: a call that is to be spoken. */
  readonly announces?: readonly string[];
  /** Least time between two states of one topic; changes in between are told by the last. */
  readonly pauseMs?: number;
  /** In a burst the states of the other kinds go first: a phone's place in line can wait for the board's call. */
  readonly calm?: true;
}

export interface HubOptions {
  readonly pool: pg.Pool;
  readonly topicKinds: Readonly<Record<string, TopicKind>>;
  readonly onFault: (error: unknown) => void;
}

const BATCH_MAX = 500;
const POLL_MS = 1000;
/** Every listener hears one beat in four seconds, an eighth of them at a time: a call never waits for all of them. */
const BEAT_MS = 4000;
const BEAT_GROUPS = 8;
/** How long calm states give way while more is happening. */
const CALM_MS_MAX = 300;

interface MallState {
  lastNumber: number;
  running: boolean;
  again: boolean;
}

/**
 * Pushes what happens to who listens. State goes as a snapshot with the number of the last event in it;
 * an announcement goes as the event itself. The own process wakes it after each commit, others by NOTIFY,
 * and it looks by itself each second, so nothing is ever missed, only late.
 */
export class EventHub {
  readonly #options: HubOptions;
  readonly #malls = new Map<string, MallState>();
  readonly #table = new TopicTable(BEAT_GROUPS);
  readonly #lastSent = new Map<string, number>();
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #dueLater = new Map<string, NodeJS.Timeout>();
  #stopped = false;

  constructor(options: HubOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timers.push(setInterval(() => this.wake([...this.#malls.keys()]), POLL_MS));
    this.#timers.push(setInterval(() => this.#beat(), BEAT_MS / BEAT_GROUPS));
  }

  /** Ends every stream; listeners reconnect to whoever serves next. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearInterval(timer);
    for (const timer of this.#dueLater.values()) clearTimeout(timer);
    this.#table.closeAll();
  }

  get listenerCount(): number {
    return this.#table.listenerCount;
  }

  /** Something was committed in these malls. Cheap when nobody listens there. */
  wake(mallIds: readonly string[]): void {
    if (this.#stopped) return;
    for (const mallId of mallIds) {
      const mall = this.#malls.get(mallId);
      if (!mall) continue;
      if (mall.running) mall.again = true;
      else void this.#run(mallId, mall);
    }
  }

  /**
   * Adds a listener. It gets the announcements that it missed since `lastNumber` and that are still fresh, and the state
   * of each topic. Returns the way to leave.
   */
  async subscribe(
    grant: StreamGrant,
    listener: Listener,
    lastNumber: number | undefined,
  ): Promise<() => void> {
    const { mallId } = grant;
    if (!this.#malls.has(mallId)) {
      const first = await this.#read((tx) => readLastNumber(tx, mallId));
      if (!this.#malls.has(mallId))
        this.#malls.set(mallId, { lastNumber: first, running: false, again: false });
    }
    // Added in the same breath as the number is read: what comes later arrives live, what came before is looked up.
    const patient = holdBack(listener);
    const leave = this.#table.add(mallId, grant.subscriptions, patient);
    const upTo = this.#malls.get(mallId)!.lastNumber;
    this.wake([mallId]);
    try {
      if (lastNumber !== undefined && lastNumber < upTo) {
        await this.#sendMissed(grant, listener, { after: lastNumber, upTo });
      }
    } catch (error) {
      leave();
      throw error;
    }
    patient.release();
    return leave;
  }

  async #sendMissed(
    { mallId, subscriptions }: StreamGrant,
    listener: Listener,
    range: { after: number; upTo: number },
  ): Promise<void> {
    const topics = subscriptions.map((subscription) => subscription.topic);
    const kinds = this.#announcedKinds(topics);
    if (kinds.length === 0) return;
    const missed = await this.#read((tx) => listAnnouncements(tx, { mallId, ...range, kinds, topics }));
    for (const event of missed) listener.send(eventMessage(event));
  }

  async #run(mallId: string, mall: MallState): Promise<void> {
    mall.running = true;
    try {
      let calmSince = performance.now();
      do {
        mall.again = false;
        await this.#read((tx) => this.#follow(tx, mallId, mall));
        if (mall.again && performance.now() - calmSince < CALM_MS_MAX) continue;
        await this.#sendCalmStates(mallId, mall);
        calmSince = performance.now();
      } while (mall.again && !this.#stopped);
    } catch (error) {
      // The next wake or the poll a second later tries again from the same number.
      this.#options.onFault(error);
    } finally {
      mall.running = false;
    }
  }

  /** What happened since the last look: announcements at once, then the states that are not calm, on one snapshot. */
  async #follow(tx: Tx, mallId: string, mall: MallState): Promise<void> {
    const events = await listEventsSince(tx, mallId, mall.lastNumber, BATCH_MAX);
    for (const event of events) this.#take(mallId, event, tx.now);
    mall.lastNumber = events.at(-1)?.number ?? mall.lastNumber;
    if (events.length === BATCH_MAX) mall.again = true;
    const due = this.#table.takeChanged(
      mallId,
      (topic) => !this.#kindOf(topic)?.calm && this.#isDue(mallId, topic),
    );
    await this.#sendStates(tx, mallId, due, mall.lastNumber);
  }

  async #sendCalmStates(mallId: string, mall: MallState): Promise<void> {
    const due = this.#table.takeChanged(mallId, (topic) => this.#isDue(mallId, topic));
    if (due.length === 0) return;
    await this.#read((tx) => this.#sendStates(tx, mallId, due, mall.lastNumber));
  }

  #take(mallId: string, event: StoredEvent, now: Date): void {
    // After a time without the database what was missed comes late here too, and is only shown then.
    const fresh = now.getTime() - event.at.getTime() < ANNOUNCEMENT_SECONDS_MAX * 1000;
    let message: Buffer | undefined;
    for (const topic of event.topics) {
      this.#table.markChanged(mallId, topic);
      if (!fresh || !this.#kindOf(topic)?.announces?.includes(event.kind)) continue;
      message ??= eventMessage(event);
      this.#table.sendTo(mallId, topic, message);
    }
  }

  async #sendStates(tx: Tx, mallId: string, due: readonly string[], number: number): Promise<void> {
    const waiting = groupByKind(due);
    try {
      for (const [kind, topics] of waiting) {
        const states = await this.#options.topicKinds[kind]!.snapshot(tx, mallId, topics);
        for (const topic of topics) {
          const state = states.get(topic);
          if (state !== undefined) this.#table.sendState(mallId, topic, stateMessage(topic, state, number));
        }
        waiting.delete(kind);
      }
    } catch (error) {
      for (const topics of waiting.values())
        for (const topic of topics) this.#table.markChanged(mallId, topic);
      throw error;
    }
  }

  /** Whether a topic may be told again; one that may not yet is told as soon as it may. */
  #isDue(mallId: string, topic: string): boolean {
    const kind = this.#kindOf(topic);
    if (!kind) return false;
    const now = performance.now();
    const last = this.#lastSent.get(topic);
    const pauseMs = kind.pauseMs ?? 0;
    if (last !== undefined && now - last < pauseMs) {
      this.#wakeWhenDue(mallId, topic, last + pauseMs - now);
      return false;
    }
    if (pauseMs > 0) this.#lastSent.set(topic, now);
    return true;
  }

  #wakeWhenDue(mallId: string, topic: string, inMs: number): void {
    if (this.#dueLater.has(topic)) return;
    const timer = setTimeout(() => {
      this.#dueLater.delete(topic);
      this.wake([mallId]);
    }, inMs);
    timer.unref();
    this.#dueLater.set(topic, timer);
  }

  #kindOf(topic: string): TopicKind | undefined {
    return this.#options.topicKinds[topic.slice(0, topic.indexOf(':'))];
  }

  #announcedKinds(topics: readonly string[]): string[] {
    return [...new Set(topics.flatMap((topic) => this.#kindOf(topic)?.announces ?? []))];
  }

  #beat(): void {
    this.#table.sendToNextGroup(Buffer.from(`event: beat\ndata: ${JSON.stringify({ now: Date.now() })}\n\n`));
  }

  async #read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await runTransaction(
      this.#options.pool,
      { actor: { kind: 'system', id: 'hub', mallId: null }, operation: 'hub', mode: 'read' },
      work,
    );
    if (result.kind !== 'done') throw new Error('a read cannot be a repeated command');
    return result.value;
  }
}

/** What comes live while the missed is looked up waits for it: a listener hears everything in the order of numbers. */
function holdBack(listener: Listener): Listener & { release(): void } {
  let held: Buffer[] | undefined = [];
  return {
    send(message) {
      if (held) held.push(message);
      else listener.send(message);
    },
    close: () => listener.close(),
    release() {
      const waiting = held ?? [];
      held = undefined;
      for (const message of waiting) listener.send(message);
    },
  };
}

function groupByKind(topics: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const topic of topics) {
    const kind = topic.slice(0, topic.indexOf(':'));
    const group = groups.get(kind);
    if (group) group.push(topic);
    else groups.set(kind, [topic]);
  }
  return groups;
}

function eventMessage(event: StoredEvent): Buffer {
  const data = JSON.stringify({ number: event.number, at: event.at, topics: event.topics, ...event.payload });
  return Buffer.from(`id: ${event.number}\nevent: ${event.kind}\ndata: ${data}\n\n`);
}

function stateMessage(topic: string, state: unknown, number: number): Buffer {
  return Buffer.from(`id: ${number}\nevent: state\ndata: ${JSON.stringify({ topic, number, state })}\n\n`);
}
