import type { Subscription } from './stream-access.ts';

export interface Listener {
  send(message: Buffer): void;
  close(): void;
}

interface Topic {
  readonly listeners: Set<Listener>;
  /** What a newcomer gets at once; undefined while a change has not been looked at. */
  state: Buffer | undefined;
}

interface Mall {
  readonly topics: Map<string, Topic>;
  /** Topics whose state must be looked at. */
  readonly changed: Set<string>;
}

/** Who listens to what. Pure bookkeeping: it neither reads nor waits. */
export class TopicTable {
  readonly #malls = new Map<string, Mall>();
  readonly #followers = new Map<string, Set<string>>();
  /** Every listener is in one of them. */
  readonly #groups: readonly Set<Listener>[];
  #added = 0;
  #turn = 0;

  constructor(groups: number) {
    this.#groups = Array.from({ length: groups }, () => new Set<Listener>());
  }

  get listenerCount(): number {
    return this.#groups.reduce((sum, group) => sum + group.size, 0);
  }

  add(mallId: string, subscriptions: readonly Subscription[], listener: Listener): () => void {
    const group = this.#groups[(this.#added += 1) % this.#groups.length]!;
    group.add(listener);
    const mall = this.#malls.get(mallId) ?? { topics: new Map<string, Topic>(), changed: new Set<string>() };
    this.#malls.set(mallId, mall);
    for (const { topic, follows } of subscriptions) {
      const entry = mall.topics.get(topic) ?? { listeners: new Set(), state: undefined };
      if (!mall.topics.has(topic)) mall.changed.add(topic);
      mall.topics.set(topic, entry);
      entry.listeners.add(listener);
      for (const followed of follows ?? []) this.#follow(followed, topic);
      if (entry.state) listener.send(entry.state);
    }
    return () => {
      group.delete(listener);
      this.#remove(mallId, subscriptions, listener);
    };
  }

  markChanged(mallId: string, topic: string): void {
    const mall = this.#malls.get(mallId);
    if (!mall) return;
    for (const name of [topic, ...(this.#followers.get(topic) ?? [])]) {
      const entry = mall.topics.get(name);
      if (!entry) continue;
      entry.state = undefined;
      mall.changed.add(name);
    }
  }

  /** The changed topics that are due, taken off the list; the others stay changed. */
  takeChanged(mallId: string, isDue: (topic: string) => boolean): string[] {
    const changed = this.#malls.get(mallId)?.changed ?? new Set<string>();
    const taken = [...changed].filter(isDue);
    for (const topic of taken) changed.delete(topic);
    return taken;
  }

  sendState(mallId: string, topic: string, message: Buffer): void {
    const entry = this.#malls.get(mallId)?.topics.get(topic);
    if (!entry) return;
    entry.state = message;
    for (const listener of entry.listeners) listener.send(message);
  }

  sendTo(mallId: string, topic: string, message: Buffer): void {
    for (const listener of this.#malls.get(mallId)?.topics.get(topic)?.listeners ?? [])
      listener.send(message);
  }

  /** To one group at a time, each in its turn. */
  sendToNextGroup(message: Buffer): void {
    this.#turn = (this.#turn + 1) % this.#groups.length;
    for (const listener of this.#groups[this.#turn]!) listener.send(message);
  }

  closeAll(): void {
    for (const group of this.#groups) for (const listener of group) listener.close();
  }

  #follow(followed: string, follower: string): void {
    const followers = this.#followers.get(followed) ?? new Set<string>();
    this.#followers.set(followed, followers.add(follower));
  }

  #remove(mallId: string, subscriptions: readonly Subscription[], listener: Listener): void {
    const mall = this.#malls.get(mallId);
    for (const { topic, follows } of subscriptions) {
      const entry = mall?.topics.get(topic);
      entry?.listeners.delete(listener);
      if (entry && entry.listeners.size > 0) continue;
      mall?.topics.delete(topic);
      mall?.changed.delete(topic);
      for (const followed of follows ?? []) {
        const followers = this.#followers.get(followed);
        followers?.delete(topic);
        if (followers?.size === 0) this.#followers.delete(followed);
      }
    }
  }
}
