import { connect, type Socket } from 'node:net';

/** Milliseconds of the machine's one monotonic clock: comparable between processes. */
export const nowMs = () => Number(process.hrtime.bigint()) / 1e6;

export interface Arrival {
  readonly at: number;
  readonly bytes: Buffer;
}

const STATE = Buffer.from('event: state');
const OPENED_AT_ONCE = 250;
const PATIENCE_MS = 30_000;

/** Event streams of many screens, read on bare sockets so that the reader costs as little as it can. */
export class Streams {
  readonly #host: string;
  readonly #port: number;
  readonly #sockets: Socket[] = [];
  /** When each stream last got a state since `arm`; 0 before. */
  #stateAt = new Float64Array();
  #waiting = 0;
  #allCame: (() => void) | undefined;
  #noted: Map<number, Arrival[]> | undefined;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#host = hostname;
    this.#port = Number(port);
  }

  /** Opens one stream for each path and waits until each has got its first state. */
  async open(paths: readonly string[]): Promise<void> {
    const first = this.#sockets.length;
    const grown = new Float64Array(first + paths.length);
    this.#stateAt = grown;
    for (let from = 0; from < paths.length; from += OPENED_AT_ONCE) {
      const batch = paths.slice(from, from + OPENED_AT_ONCE);
      const came = this.#expect(batch.length);
      await Promise.all(batch.map((path) => this.#openOne(path)));
      await came;
    }
  }

  /** Forgets what came so far. */
  arm(): void {
    this.#stateAt.fill(0);
  }

  /** Waits until `count` streams have got a state since `arm`; when each did. */
  async arrivals(count: number): Promise<Float64Array> {
    const missing = count - this.#stateAt.reduce((sum, at) => sum + (at > 0 ? 1 : 0), 0);
    if (missing > 0) await this.#expect(missing);
    return this.#stateAt.filter((at) => at > 0);
  }

  get stateTimes(): Float64Array {
    return this.#stateAt;
  }

  /** Notes all that comes on the streams with these indexes, until taken. */
  note(indexes: Iterable<number>): void {
    this.#noted = new Map([...indexes].map((index) => [index, []]));
  }

  get noted(): ReadonlyMap<number, readonly Arrival[]> {
    return this.#noted ?? new Map();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #openOne(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
      const index = this.#sockets.push(socket) - 1;
      socket.once('connect', () => {
        socket.write(`GET ${path} HTTP/1.1\r\nHost: ${this.#host}:${this.#port}\r\n\r\n`);
        resolve();
      });
      socket.once('error', reject);
      socket.on('data', (bytes) => this.#take(index, bytes));
    });
  }

  #take(index: number, bytes: Buffer): void {
    const at = nowMs();
    this.#noted?.get(index)?.push({ at, bytes });
    if (!bytes.includes(STATE)) return;
    const before = this.#stateAt[index];
    this.#stateAt[index] = at;
    if (before !== 0) return;
    this.#waiting -= 1;
    if (this.#waiting === 0) this.#allCame?.();
  }

  #expect(count: number): Promise<void> {
    this.#waiting = count;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`${this.#waiting} of ${count} streams got no state in ${PATIENCE_MS / 1000} s`));
      }, PATIENCE_MS);
      this.#allCame = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
