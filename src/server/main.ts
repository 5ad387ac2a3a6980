import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { openDataFolder, resolveDataFolder } from '#platform/database/data-folder.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openDatabase } from '#platform/database/open-database.ts';
import { StartProblem } from '#platform/database/start-problem.ts';
import { readConfig, type Config } from './config.ts';
import { withOwnVoice } from './files/own-voice.ts';
import { readSecret } from './secrets.ts';
import { createApp, type App, type NodeHandler } from './wiring.ts';

export interface StartOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Absolute path of the checkout. */
  readonly checkout: string;
  readonly onProgress: (line: string) => void;
  /** The screens: the built ones unless development brings its own. */
  readonly loadScreens?: () => Promise<NodeHandler>;
}

export interface Running {
  readonly app: App;
  readonly publicUrl: string;
  readonly dataFolder: string;
  /** Address of the database as the owner of the schema. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts everything: data folder, database, schema, application, listener. What was started before a problem is
 * stopped again.
 * @throws StartProblem with one clear sentence
 */
export async function startServer(options: StartOptions): Promise<Running> {
  const { env, checkout, onProgress } = options;
  const config = await choosePort(readConfig(env), env);
  const dataFolder = resolveDataFolder({ env, checkout });
  await mkdir(join(dataFolder, '..'), { recursive: true }).catch(() => {});
  const held = openDataFolder(dataFolder);
  const undo: (() => Promise<void> | void)[] = [() => held.release()];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const database = await openDatabase({ env, dataFolder, onProgress });
    undo.push(() => database.stop());
    const ownerUrl = database.urlFor('migrator');
    await migrate(ownerUrl, (name) => onProgress(`skema ${name}`));
    const secret = await readSecret(env, dataFolder);
    const loadScreens = options.loadScreens ?? (() => loadBuiltScreens(checkout));
    const screens = withOwnVoice(dataFolder, await loadScreens());
    const runsJobs = env['BALAIRUNG_JOBS'] !== 'off';
    const app = await createApp({ config, secret, urlFor: database.urlFor, screens, dataFolder, runsJobs });
    undo.push(() => app.stop());
    await listen(app, config.host, config.port);
    return { app, publicUrl: config.publicUrl, dataFolder, ownerUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** PORT=0 takes any free port; it is chosen first, because links and cookies are made from the address. */
async function choosePort(config: Config, env: NodeJS.ProcessEnv): Promise<Config> {
  if (config.port !== 0) return config;
  const probe = createServer().listen(0, config.host);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return { ...config, port, publicUrl: env['PUBLIC_URL'] ? config.publicUrl : `http://localhost:${port}` };
}

/** The adapter reads its settings while it is loaded, so they are set before. */
async function loadBuiltScreens(checkout: string): Promise<NodeHandler> {
  process.env['PROTOCOL_HEADER'] = 'x-balairung-protocol';
  // A list of 10 000 rows that is taken in from a file; in UTF-8 a sign may need several bytes.
  process.env['BODY_SIZE_LIMIT'] = '8M';
  const file = pathToFileURL(join(checkout, 'build', 'handler.js')).href;
  const { handler } = (await import(file)) as { handler: NodeHandler };
  return handler;
}

async function listen(app: App, host: string, port: number): Promise<void> {
  try {
    await app.frontDoor.listen({ host, port });
  } catch (error) {
    throw explainListenProblem(error, host, port);
  }
}

function explainListenProblem(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new StartProblem(
      'port-taken',
      `Port ${port} sudah dipakai program lain; pilih yang lain, misalnya PORT=3001 npm start.`,
      `Port ${port} is taken by another program; choose another, for example PORT=3001 npm start.`,
      { cause: error },
    );
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartProblem(
      'cannot-listen',
      `Tidak dapat melayani di ${host}:${port}; periksa HOST dan PORT.`,
      `Cannot listen on ${host}:${port}; check HOST and PORT.`,
      { cause: error },
    );
  }
  return error;
}
