import { createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { newId } from '#platform/random/ids.ts';
import type { DeviceKind, Role } from '#platform/contract/access.ts';
import { withTestMall, type TestMall, type TestMallOptions } from '#scenarios/testing/test-mall.ts';
import type { Config } from '../config.ts';
import { createApp, type App, type NodeHandler } from '../wiring.ts';

/** What a request carries to be known as somebody. */
export type Credentials = Readonly<Record<string, string>>;

export interface TestApp {
  readonly url: string;
  readonly app: App;
  readonly mall: TestMall;
  /** A signed-in member of staff, new each time. */
  signedIn(role: Role, agency?: string): Promise<Credentials & { readonly cookie: string }>;
  /** A paired device, new each time. */
  paired(kind: DeviceKind): Promise<Credentials & { readonly authorization: string }>;
  /** Sends an operation as our own screens do. */
  call(operation: string, input: unknown, credentials?: Credentials): Promise<Response>;
  stop(): Promise<void>;
}

const SECRET = 'a secret that only tests of the front door know';

/** A page as the screens would answer it. */
const screens: NodeHandler = (request, response, next) => {
  if (request.url === '/throws') return next(new Error('a page threw'));
  if (request.url === '/nowhere') return next();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><title>Uji</title>');
};

/** The whole application behind its front door, listening, with a mall in a database of its own. */
export async function withTestApp(
  options: TestMallOptions & {
    requestsPerMinuteMax?: number;
    trustedProxies?: readonly string[];
    log?: Logger;
  } = {},
): Promise<TestApp> {
  const { requestsPerMinuteMax = 0, trustedProxies = [], log, ...mallOptions } = options;
  const mall = await withTestMall({ schedule: 'demo', ...mallOptions });
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://localhost:3000',
    publicUrlGiven: false,
    trustedProxies,
    requestsPerMinuteMax,
    logLevel: 'silent',
  };
  const dataFolder = await mkdtemp(join(tmpdir(), 'balairung-app-'));
  const app = await createApp({
    config,
    secret: SECRET,
    urlFor: mall.urlFor,
    screens,
    dataFolder,
    runsJobs: false,
    ...(log ? { log } : {}),
  });
  await app.frontDoor.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.frontDoor.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    app,
    mall,
    signedIn: (role, agency) => signIn(mall, role, agency),
    paired: (kind) => pair(mall, app, kind),
    call: (operation, input, credentials = {}) =>
      fetch(`${url}/rpc/${operation.replace('.', '/')}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': newId(),
          'sec-fetch-site': 'same-origin',
          ...credentials,
        },
        body: JSON.stringify({ json: input }),
      }),
    async stop() {
      await app.stop();
      await mall.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Makes account and session by hand: what the library would write after both factors. */
async function signIn(mall: TestMall, role: Role, agency: string | undefined) {
  const { id } = await mall.staff(role, agency ?? (needsAgency(role) ? 'disdukcapil' : undefined));
  const token = randomBytes(24).toString('base64url');
  await mall.sql(
    `insert into auth."user" (id, name, email, "emailVerified", "twoFactorEnabled")
     values ($1, 'Uji', $1 || '@uji.contoh', true, true)`,
    [id],
  );
  await mall.sql(
    `insert into auth."session" (id, "expiresAt", token, "updatedAt", "userId")
     values ($1, now() + interval '1 hour', $2, now(), $1)`,
    [id, token],
  );
  const seal = createHmac('sha256', SECRET).update(token).digest('base64');
  return { cookie: `balairung.session_token=${encodeURIComponent(`${token}.${seal}`)}` };
}

const needsAgency = (role: Role) => role === 'officer' || role === 'agency-head';

async function pair(mall: TestMall, app: App, kind: DeviceKind) {
  const id = newId();
  await mall.sql(
    `insert into device (mall_id, id, kind, name, zone_id, paired_at)
     select $1, $2, $3, 'Uji ' || $3, (select id from zone where mall_id = $1 order by slug limit 1), now()`,
    [mall.mallId, id, kind],
  );
  return { authorization: `Bearer ${app.tokens.sign('device', id)}` };
}
