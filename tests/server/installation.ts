import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type pg from 'pg';
import { createSignIn, type SignIn } from '#areas/staff/sign-in.ts';
import { openPool } from '#platform/database/pool.ts';
import { withTestDatabase } from '#platform/database/testing/test-database.ts';
import type { Demo } from '#scenarios/demo.ts';
import { startServerProcess, type ServerOrder, type ServerProcess } from './server-process.ts';

export interface Cookie {
  readonly name: string;
  readonly value: string;
}

/** MPP Balangan in a database of its own, open around the clock and without simulated visitors, and its server. */
export interface Installation {
  /** Without a slash at the end. */
  readonly url: string;
  readonly demo: Demo;
  readonly mallId: string;
  /** The server's process at the moment. */
  readonly server: ServerProcess;
  /** One more server on the same database and with the same secret. */
  startAnother(): Promise<ServerProcess>;
  /** SQL as the owner of the schema. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Moves the clock of all malls; `at` is an instant such as 2026-11-24T09:00+08:00. It then runs on. */
  setClock(at: string): Promise<void>;
  totpNow(): Promise<string>;
  /** Signs a member of staff in by both factors, past the sign-in page. */
  signIn(email: string): Promise<Cookie[]>;
  /** The server dies as by a power cut; the database lives on. */
  kill(): Promise<void>;
  /** Starts it again at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface InstallationOptions {
  readonly screensFolder?: string;
  readonly env?: NodeJS.ProcessEnv;
}

export async function openInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    return await openIn(options, undo);
  } catch (error) {
    await undoAll(undo).catch(() => {});
    throw error;
  }
}

async function undoAll(undo: (() => Promise<unknown>)[]): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}

async function openIn(
  { screensFolder, env }: InstallationOptions,
  undo: (() => Promise<unknown>)[],
): Promise<Installation> {
  const database = await withTestDatabase();
  undo.push(() => database.stop());
  const dataFolder = await newFolder(undo);
  const urls = { migratorUrl: database.urlFor('migrator'), appUrl: database.urlFor('app') };
  const secret = randomBytes(36).toString('base64url');
  const order: ServerOrder = {
    dataFolder,
    database: urls,
    demo: false,
    env: { ...env, BALAIRUNG_SECRET: secret },
    ...(screensFolder ? { screensFolder } : {}),
  };
  let server = await startServerProcess({ ...order, demo: true });
  undo.push(() => server.stop());
  const demo = server.demo!;
  const owner = openPool(urls.migratorUrl, { connectionsMax: 2 });
  undo.push(() => owner.end());
  await owner.query(`update crowd_setting set mode = 'off'`);
  const accounts = openPool(urls.appUrl, { connectionsMax: 1, searchPath: 'auth' });
  undo.push(() => accounts.end());
  const { url, port } = server;
  const signIn = createSignIn({ pool: accounts, secret, publicUrl: url });
  const otp = createOTP(Buffer.from(base32.decode(demo.totpBase32)).toString());
  return {
    url,
    demo,
    mallId: demo.mallId,
    get server() {
      return server;
    },
    async startAnother() {
      const another = await startServerProcess({ ...order, dataFolder: await newFolder(undo) });
      undo.push(() => another.stop());
      return another;
    },
    async sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      return (await owner.query<Row>(text, values)).rows;
    },
    async setClock(at) {
      await owner.query('update clock_offset set offset_by = $1::timestamptz - clock_timestamp()', [at]);
    },
    totpNow: () => otp.totp(),
    signIn: async (email) => signInByBoth(signIn, email, demo.password, await otp.totp()),
    kill: () => server.kill(),
    async restart() {
      server = await startServerProcess({ ...order, port });
    },
    stop: () => undoAll(undo),
  };
}

async function newFolder(undo: (() => Promise<unknown>)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'balairung-hall-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function signInByBoth(
  signIn: SignIn,
  email: string,
  password: string,
  code: string,
): Promise<Cookie[]> {
  const first = await signIn.withPassword(email, password);
  if (first.kind !== 'second-factor-needed') throw new Error(`${email} could not sign in: ${first.kind}`);
  const header = toHeader(first.cookies.map(readCookie));
  const second = await signIn.withCode(code, header);
  if (second.kind !== 'signed-in') throw new Error(`${email}: the authenticator's code was not taken`);
  return second.cookies.map(readCookie).filter(({ value }) => value !== '');
}

/** Name and value of a Set-Cookie line. */
function readCookie(line: string): Cookie {
  const [pair = ''] = line.split(';', 1);
  const equals = pair.indexOf('=');
  return { name: pair.slice(0, equals), value: pair.slice(equals + 1) };
}

export function toHeader(cookies: readonly Cookie[]): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
