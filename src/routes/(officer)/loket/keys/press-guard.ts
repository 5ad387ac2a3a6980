/** After a press that was taken, another within this time is a slip of the finger. */
export const SETTLE_MS = 2000;

/**
 * Keeps one key per intention: the same intention pressed again after a lost connection carries the same key, so it
 * is done once; after an answer the next press is a new intention.
 */
export class PressGuard {
  #pending: { readonly intention: string; readonly key: string } | undefined;
  #takenAt = Number.NEGATIVE_INFINITY;
  #running = false;
  readonly #makeKey: () => string;
  readonly #now: () => number;

  constructor(makeKey: () => string, now: () => number) {
    this.#makeKey = makeKey;
    this.#now = now;
  }

  /** The key under which to send, or undefined where this press does nothing. */
  take(intention: string): string | undefined {
    if (this.#running || this.#now() - this.#takenAt < SETTLE_MS) return undefined;
    this.#running = true;
    if (this.#pending?.intention !== intention) this.#pending = { intention, key: this.#makeKey() };
    return this.#pending.key;
  }

  /** The server did it: presses rest for a moment, unless no press of the same kind can follow. */
  done(rests = true): void {
    this.#running = false;
    this.#pending = undefined;
    if (rests) this.#takenAt = this.#now();
  }

  /** The server said no: the reader may try something else at once. */
  refused(): void {
    this.#running = false;
    this.#pending = undefined;
  }

  /** No answer came. It may have been done: the key is kept for the same intention. */
  lost(): void {
    this.#running = false;
  }
}
