// The server under measurement, in a process of its own: the real one, with its own embedded database in
// BALAIRUNG_DATA. Its parent talks to it over the process channel.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordTrips } from './trips.ts';
import { runTransaction } from '#platform/database/transaction.ts';
import { startServer } from '#server/main.ts';
import { findRunningEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { serveRequests } from './channel.ts';

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const trips = recordTrips();
const running = await startServer({
  env: process.env,
  checkout,
  onProgress: () => {},
  loadScreens: async () => (_request, response) => void response.end('no screens here'),
});
const database = findRunningEmbedded(running.dataFolder);
if (!database) throw new Error('the embedded database is not there');

serveRequests({
  addresses: async () => ({
    url: `http://127.0.0.1:${new URL(running.publicUrl).port}`,
    appUrl: database.urlFor('app'),
    migratorUrl: database.urlFor('migrator'),
    databasePid: database.pid,
  }),
  /** Starts anew to note every trip to the database. */
  startTrips: async () => trips.start(),
  takeTrips: async () => trips.take(),
  listeners: async () => running.app.hub.listenerCount,
  /**
   * Commits an event for one topic and wakes the hub as an operation does; when that began. Not when it ended: others see
   * a commit before this process has waited for the disk.
   */
  emit: async ({ mallId, topic }: { mallId: string; topic: string }) => {
    const actor = { kind: 'system', id: 'bench', mallId } as const;
    const startedAt = process.hrtime.bigint();
    await runTransaction(running.app.pool, { actor, operation: 'bench', mode: 'command' }, async (tx) =>
      tx.emit({ mallId, kind: 'bench', topics: [topic], payload: {} }),
    );
    running.app.shared.onCommitted([mallId]);
    return String(startedAt);
  },
  stop: () => running.stop(),
});
