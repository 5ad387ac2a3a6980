import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type pg from 'pg';
import type { Logger } from 'pino';
import { createSignIn, type SignIn } from '#areas/staff/sign-in.ts';
import type { Actor } from '#platform/contract/access.ts';
import type { CallContext } from '#platform/contract/procedure.ts';
import { openPool } from '#platform/database/pool.ts';
import { EventHub } from '#platform/events/hub.ts';
import { Notifier } from '#platform/events/notifier.ts';
import { secretCookie } from '#platform/http/cookies.ts';
import { createFrontDoor, type HealthAnswer } from '#platform/http/front-door.ts';
import { createOperationHandlers } from '#platform/http/operations.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import { createLog } from '#platform/log/create-log.ts';
import { watchSchedules } from '#platform/jobs/schedules.ts';
import { createPdfSeal } from '#platform/seal/pdf-seal.ts';
import { createAccountSecrets } from '#platform/random/account-secrets.ts';
import { createSignedTokens } from '#platform/random/signed-tokens.ts';
import type { Config } from './config.ts';
import { enqueueDue, makeTasks } from './jobs.ts';
import { createFileDoor, openFiles } from './files/handed-in.ts';
import { createMetrics } from './metrics.ts';
import { createPageDoors } from './page-door.ts';
import { watchPresence } from './presence.ts';
import { router } from './router.ts';
import { sentenceFor } from './words/sentences.ts';
import { topicKinds } from './topics.ts';
import { DEVICE_COOKIE, readActor, readCommandKey, readLanguage } from './who-asks.ts';

export type NodeHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

export interface AppOptions {
  readonly config: Config;
  readonly secret: string;
  readonly urlFor: (role: 'app' | 'migrator') => string;
  readonly screens: NodeHandler;
  /** Absolute path; files that people hand in lie there. */
  readonly dataFolder: string;
  /** False where another process runs the jobs. */
  readonly runsJobs: boolean;
  readonly log?: Logger;
}

const DEVICE_COOKIE_DAYS = 400;
const API_DESCRIPTION = new URL('../../docs/openapi.json', import.meta.url);

/** Puts the parts together. The only place that knows all of them. */
export async function createApp(options: AppOptions) {
  const { config, secret, urlFor } = options;
  const log = options.log ?? createLog(config.logLevel);
  const { pool, authPool, hubPool, endPools } = openPools(urlFor);
  const tokens = createSignedTokens(secret);
  const signIn = createSignIn({ pool: authPool, secret, publicUrl: config.publicUrl });
  const warn = (what: string) => (error: unknown) => log.warn({ err: error }, what);
  const { hub, notifier, onCommitted } = openHub(hubPool, urlFor('app'), warn('hub'));
  const accountSecrets = createAccountSecrets(secret);
  const files = await openFiles(options.dataFolder, warn('uploads'));
  const seal = createPdfSeal(join(options.dataFolder, 'seal'));
  const publicUrl = config.publicUrlGiven ? config.publicUrl : null;
  const shared = { pool, tokens, accountSecrets, onCommitted, uploads: files.uploads, publicUrl, seal };

  const presence = watchPresence(pool, warn('presence'));
  const contextFor = makeContextFor({ config, signIn, hear: presence.hear, ...shared });
  const doors = createPageDoors({
    contextFor,
    signIn,
    publicUrl: config.publicUrl,
    onFault: (error, incident) => log.error({ err: error, incident }, 'page fault'),
  });
  const frontDoor = await createFrontDoor({
    log,
    operations: createOperationHandlers({ router, log, sentenceFor }),
    stream: { hub, tokens },
    files: createFileDoor(files),
    contextFor,
    openPageDoor: doors.register,
    screens: options.screens,
    sentenceFor,
    languageOf: readLanguage,
    health: () => readHealth(pool),
    metrics: createMetrics({ pool, hub }).read,
    apiDescription: await readFile(API_DESCRIPTION, 'utf8'),
    requestsPerMinuteMax: config.requestsPerMinuteMax,
    trustedProxies: config.trustedProxies,
  });

  hub.start();
  await notifier.start();
  const jobs = options.runsJobs ? await startJobs({ pool, urlFor, onCommitted, log }) : undefined;

  return {
    frontDoor,
    pool,
    log,
    hub,
    tokens,
    signIn,
    shared,
    /** Lets requests end, then streams, jobs and connections. */
    async stop(): Promise<void> {
      files.stop();
      jobs?.stopLooking();
      presence.stop();
      hub.stop();
      await frontDoor.close();
      await jobs?.finish();
      await notifier.stop();
      await endPools();
    },
  };
}
export type App = Awaited<ReturnType<typeof createApp>>;

/** Apart, so that no kind of work waits behind another's. */
function openPools(urlFor: AppOptions['urlFor']) {
  const pool = openPool(urlFor('app'), { connectionsMax: 16 });
  const authPool = openPool(urlFor('app'), { connectionsMax: 3, searchPath: 'auth' });
  // A screen's state never stands in line behind the very commands that changed it.
  const hubPool = openPool(urlFor('app'), { connectionsMax: 2, applicationName: 'balairung-hub' });
  const endPools = () => Promise.all([pool.end(), authPool.end(), hubPool.end()]);
  return { pool, authPool, hubPool, endPools };
}

/** What is committed is told to the listeners of this process at once, and to the other processes by NOTIFY. */
function openHub(pool: pg.Pool, databaseUrl: string, onFault: (error: unknown) => void) {
  const hub = new EventHub({ pool, topicKinds, onFault });
  const notifier = new Notifier(databaseUrl, (mallIds) => hub.wake(mallIds));
  const onCommitted = (mallIds: readonly string[]) => {
    hub.wake(mallIds);
    notifier.tell(mallIds);
  };
  return { hub, notifier, onCommitted };
}

type Shared = Pick<
  CallContext,
  'pool' | 'tokens' | 'accountSecrets' | 'onCommitted' | 'uploads' | 'publicUrl' | 'seal'
>;

/** Who asks, in which language and under which key: what every operation of a request is told. */
function makeContextFor(parts: Shared & { config: Config; signIn: SignIn; hear: (actor: Actor) => void }) {
  const { config, signIn, hear, ...shared } = parts;
  const cookie = {
    secure: config.publicUrl.startsWith('https:'),
    maxAgeSeconds: DEVICE_COOKIE_DAYS * 86_400,
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<CallContext> => {
    const actor = await readActor({ ...shared, signIn }, request);
    hear(actor);
    return {
      ...shared,
      actor,
      language: readLanguage(request),
      commandKey: readCommandKey(request),
      setDeviceCookie: (deviceToken) =>
        void response.appendHeader('set-cookie', secretCookie(DEVICE_COOKIE, deviceToken, cookie)),
    };
  };
}

interface JobParts {
  readonly pool: pg.Pool;
  readonly urlFor: AppOptions['urlFor'];
  readonly onCommitted: (mallIds: readonly string[]) => void;
  readonly log: Logger;
}

/** The worker, and the watch that gives it what is due. */
async function startJobs({ pool, urlFor, onCommitted, log }: JobParts) {
  const tasks = makeTasks(pool, onCommitted);
  // Four: a printer that does not answer keeps a hand for seconds, and the other kiosks' papers must not wait for it.
  const worker = await startWorker({ connectionString: urlFor('migrator'), tasks, log, concurrency: 4 });
  const stopLooking = watchSchedules(
    () => enqueueDue(pool),
    (error) => log.warn({ err: error }, 'schedules'),
  );
  return { stopLooking, finish: () => worker.stop() };
}

async function readHealth(pool: pg.Pool): Promise<HealthAnswer> {
  try {
    await pool.query('select 1');
    return { status: 'ok', database: 'ok' };
  } catch {
    // Why is in the log of whoever could not be served; here only that it is so.
    return { status: 'degraded', database: 'unreachable' };
  }
}
