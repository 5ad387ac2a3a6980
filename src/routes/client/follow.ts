/** After this long without a sign of life a screen must say that it may be out of date. */
export const STALE_SECONDS = 10;

export interface Follower {
  onState?(topic: string, state: unknown): void;
  /** An announcement, with its number: see the topic kinds of the server. */
  onEvent?(kind: string, event: Readonly<Record<string, unknown>>): void;
  /** The server's clock, every few seconds, as epoch milliseconds. */
  onBeat?(now: number): void;
  onLink?(link: 'live' | 'stale'): void;
  /** The capability is no longer good: ask for a new one. */
  onEnded?(): void;
}

/**
 * Follows a stream until told to stop. The browser reconnects by itself and names the last number it saw.
 * @param announcements event kinds to listen for besides states
 * @param after number of the last announcement that an earlier page saw: those that came since are told first
 */
export function followStream(
  token: string,
  follower: Follower,
  announcements: readonly string[] = [],
  after?: number,
): () => void {
  const since = after === undefined ? '' : `&after=${after}`;
  const source = new EventSource(`/api/v1/stream?token=${encodeURIComponent(token)}${since}`);
  let link: 'live' | 'stale' | undefined;
  let seenAt = performance.now();
  const setLink = (now: 'live' | 'stale') => {
    if (now === link) return;
    link = now;
    follower.onLink?.(now);
  };
  const alive = () => {
    seenAt = performance.now();
    setLink('live');
  };
  source.addEventListener('open', alive);
  source.addEventListener('beat', (message) => {
    alive();
    follower.onBeat?.((JSON.parse((message as MessageEvent<string>).data) as { now: number }).now);
  });
  source.addEventListener('state', (message) => {
    alive();
    const { topic, state } = JSON.parse(message.data) as { topic: string; state: unknown };
    follower.onState?.(topic, state);
  });
  for (const kind of announcements) {
    source.addEventListener(kind, (message) => {
      alive();
      follower.onEvent?.(kind, JSON.parse((message as MessageEvent<string>).data) as Record<string, unknown>);
    });
  }
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) follower.onEnded?.();
  });
  const watch = setInterval(() => {
    if (performance.now() - seenAt > STALE_SECONDS * 1000) setLink('stale');
  }, 1000);
  return () => {
    clearInterval(watch);
    source.close();
  };
}
