import { randomBytes } from 'node:crypto';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { createSignIn } from '#areas/staff/sign-in.ts';
import type pg from 'pg';
import { findRunningEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { openPool } from '#platform/database/pool.ts';
import { signInByBoth, type Cookie } from '../server/installation.ts';
import { startServerProcess, type ServerProcess } from '../server/server-process.ts';

export interface OwnDatabase {
  readonly server: ServerProcess;
  readonly url: string;
  readonly kioskLink: string;
  /** The database's first process at the moment. */
  databasePid(): number;
  signIn(email: string): Promise<Cookie[]>;
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

/** A server with its own embedded database in this folder, as `npm start` makes it, without simulated visitors. */
export async function openWithOwnDatabase(dataFolder: string): Promise<OwnDatabase> {
  const secret = randomBytes(36).toString('base64url');
  const server = await startServerProcess({ dataFolder, demo: true, env: { BALAIRUNG_SECRET: secret } });
  const running = () => {
    const found = findRunningEmbedded(dataFolder);
    if (!found) throw new Error('the embedded database does not run');
    return found;
  };
  const sql = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => {
    const pool = openPool(running().urlFor('migrator'), { connectionsMax: 1 });
    try {
      return (await pool.query<Row>(text, values)).rows;
    } finally {
      await pool.end();
    }
  };
  await sql(`update crowd_setting set mode = 'off'`);
  const demo = server.demo!;
  const otp = createOTP(Buffer.from(base32.decode(demo.totpBase32)).toString());
  return {
    server,
    url: server.url,
    kioskLink: demo.kioskLink,
    databasePid: () => running().pid,
    async signIn(email) {
      const pool = openPool(running().urlFor('app'), { connectionsMax: 1, searchPath: 'auth' });
      try {
        const signIn = createSignIn({ pool, secret, publicUrl: server.url });
        return await signInByBoth(signIn, email, demo.password, await otp.totp());
      } finally {
        await pool.end();
      }
    },
    sql,
    stop: () => server.stop(),
  };
}
