import { randomBytes } from 'node:crypto';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type pg from 'pg';
import { createSignIn } from '#areas/staff/sign-in.ts';
import { findRunningEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { openPool } from '#platform/database/pool.ts';
import { signInByBoth, type Installation, type InstallationOptions } from './installation.ts';
import { startServerProcess, type ServerOrder } from './server-process.ts';

/** An installation whose server holds its own embedded database, as `npm start` makes it. */
export interface OwnInstallation extends Omit<Installation, 'startAnother'> {
  /** The database's first process at the moment. */
  databasePid(): number;
  /** The database alone dies. */
  killDatabase(): void;
  /** Server and database die at once. */
  losePower(): Promise<void>;
}

/** MPP Balangan with its database in this folder, without simulated visitors. */
export async function openOwnInstallation({
  dataFolder,
  screensFolder,
  env,
}: InstallationOptions & { dataFolder: string }): Promise<OwnInstallation> {
  const secret = randomBytes(36).toString('base64url');
  const order: ServerOrder = {
    dataFolder,
    demo: true,
    env: { ...env, BALAIRUNG_SECRET: secret },
    ...(screensFolder ? { screensFolder } : {}),
  };
  let server = await startServerProcess(order);
  const running = () => getRunning(dataFolder);
  const sql = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    within(openPool(running().urlFor('migrator'), { connectionsMax: 1 }), async (pool) => {
      return (await pool.query<Row>(text, values)).rows;
    });
  await sql(`update crowd_setting set mode = 'off'`);
  const { url, port } = server;
  const demo = server.demo!;
  const otp = createOTP(Buffer.from(base32.decode(demo.totpBase32)).toString());
  const killDatabase = () => void process.kill(running().pid, 'SIGKILL');
  return {
    url,
    demo,
    mallId: demo.mallId,
    get server() {
      return server;
    },
    databasePid: () => running().pid,
    sql,
    async setClock(at) {
      await sql('update clock_offset set offset_by = $1::timestamptz - clock_timestamp()', [at]);
    },
    totpNow: () => otp.totp(),
    signIn: (email) =>
      within(openPool(running().urlFor('app'), { connectionsMax: 1, searchPath: 'auth' }), async (pool) => {
        const signIn = createSignIn({ pool, secret, publicUrl: url });
        return signInByBoth(signIn, email, demo.password, await otp.totp());
      }),
    kill: () => server.kill(),
    killDatabase,
    async losePower() {
      // The server first: it would start the database again.
      const database = running().pid;
      await server.kill();
      process.kill(database, 'SIGKILL');
    },
    async restart() {
      server = await startServerProcess({ ...order, port, demo: false });
    },
    stop: () => server.stop(),
  };
}

function getRunning(dataFolder: string) {
  const found = findRunningEmbedded(dataFolder);
  if (!found) throw new Error('the embedded database does not run');
  return found;
}

async function within<T>(pool: pg.Pool, use: (pool: pg.Pool) => Promise<T>): Promise<T> {
  try {
    return await use(pool);
  } finally {
    await pool.end();
  }
}
