/** A beat within this of the mall's clock is the same clock, heard late. */
const SAME_CLOCK_MS = 2_000;

/**
 * The mall's clock as the server tells it. A television's own clock is often wrong by minutes, so between two words
 * from the server only the browser's monotonic clock is believed.
 */
export class ServerClock {
  #offset: number | undefined;
  /** The mall's clock ahead of the one that beats: not zero only where a scenario has moved the mall's clock. */
  #skew: number | undefined;

  /** False until the server has spoken. */
  get isSet(): boolean {
    return this.#offset !== undefined;
  }

  /** Epoch milliseconds. */
  now(): number {
    return performance.now() + (this.#offset ?? performance.timeOrigin);
  }

  /** From a fresh reply: an instant as ISO text. */
  set(instant: string): void {
    this.#offset = Date.parse(instant) - performance.now();
    this.#skew = undefined;
  }

  /** From a beat of the stream. */
  beat(now: number): void {
    if (this.#skew === undefined) {
      const ahead = this.isSet ? this.now() - now : 0;
      this.#skew = Math.abs(ahead) < SAME_CLOCK_MS ? 0 : ahead;
    }
    this.#offset = now + this.#skew - performance.now();
  }
}
