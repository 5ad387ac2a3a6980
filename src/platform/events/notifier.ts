import pg from 'pg';

const CHANNEL = 'balairung_event';
const COALESCE_MS = 20;
const RECONNECT_MS = 1000;

/**
 * Tells the other processes that something was committed, and hears them. One notification stands for all commits
 * of the last 20 ms and travels outside their transactions, where it would cost a third of the throughput.
 * While its connection is down the hubs' own polling carries on.
 */
export class Notifier {
  readonly #connectionString: string;
  readonly #onHeard: (mallIds: readonly string[]) => void;
  readonly #waiting = new Set<string>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(connectionString: string, onHeard: (mallIds: readonly string[]) => void) {
    this.#connectionString = connectionString;
    this.#onHeard = onHeard;
  }

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#connectionString,
      application_name: 'balairung-notify',
    });
    client.on('error', () => this.#reconnectLater(client));
    client.on('end', () => this.#reconnectLater(client));
    client.on('notification', ({ payload }) => {
      if (payload) this.#onHeard(payload.split(','));
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.#client = client;
    } catch {
      // The database is away: its return is awaited like a lost connection.
      this.#reconnectLater(client);
    }
  }

  tell(mallIds: readonly string[]): void {
    for (const mallId of mallIds) this.#waiting.add(mallId);
    this.#timer ??= setTimeout(() => this.#send(), COALESCE_MS);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#client?.end();
  }

  #send(): void {
    this.#timer = undefined;
    const payload = [...this.#waiting].join(',');
    this.#waiting.clear();
    // A lost notification costs the others at most one second: they poll.
    this.#client?.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(() => {});
  }

  #reconnectLater(client: pg.Client): void {
    if (this.#stopped || (this.#client !== undefined && this.#client !== client)) return;
    this.#client = undefined;
    client.removeAllListeners();
    client.on('error', () => {});
    setTimeout(() => {
      if (!this.#stopped) void this.start();
    }, RECONNECT_MS).unref();
  }
}
