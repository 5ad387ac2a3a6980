import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { openPool } from '#platform/database/pool.ts';
import { withTestDatabase } from '#platform/database/testing/test-database.ts';
import { startServerProcess } from './server-process.ts';

/** A server whose database holds no mall, as `npm start -- --empty` leaves it. */
export interface EmptyInstallation {
  /** Without a slash at the end. */
  readonly url: string;
  /** What the terminal showed at the last start. */
  setUpLink(): string | undefined;
  /** SQL as the owner of the schema. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  log(): string;
  /** The server dies as by a power cut; the database lives on. */
  kill(): Promise<void>;
  /** Starts it again at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function openEmptyInstallation(screensFolder: string): Promise<EmptyInstallation> {
  const database = await withTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'balairung-empty-'));
  const owner = openPool(database.urlFor('migrator'), { connectionsMax: 2 });
  const order = {
    dataFolder,
    screensFolder,
    database: { migratorUrl: database.urlFor('migrator'), appUrl: database.urlFor('app') },
    demo: false,
    env: { BALAIRUNG_SECRET: randomBytes(36).toString('base64url') },
  };
  let server = await startServerProcess(order);
  const { url, port } = server;
  return {
    url,
    setUpLink: () => server.setUpLink,
    async sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      return (await owner.query<Row>(text, values)).rows;
    },
    log: () => server.output(),
    kill: () => server.kill(),
    async restart() {
      server = await startServerProcess({ ...order, port });
    },
    async stop() {
      await server.stop();
      await owner.end();
      await database.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
