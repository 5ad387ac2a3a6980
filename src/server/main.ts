import { mkdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { openDataFolder, resolveDataFolder } from '#platform/database/data-folder.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openDatabase } from '#platform/database/open-database.ts';
import { StartProblem } from '#platform/database/start-problem.ts';
import { readConfig } from './config.ts';
import { withOwnVoice } from './own-voice.ts';
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
  /** Where it listens: the port that the system gave when PORT is 0. */
  readonly port: number;
  readonly publicUrl: string;
  readonly dataFolder: string;
  stop(): Promise<void>;
}

/**
 * Starts everything: data folder, database, schema, application, listener. What was started before a problem is
 * stopped again.
 * @throws StartProblem with one clear sentence
 */
export async function startServer(options: StartOptions): Promise<Running> {
  const { env, checkout, onProgress } = options;
  const config = readConfig(env);
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
    await migrate(database.urlFor('migrator'), (name) => onProgress(`skema ${name}`));
    const secret = await readSecret(env, dataFolder);
    const loadScreens = options.loadScreens ?? (() => loadBuiltScreens(checkout));
    const screens = withOwnVoice(dataFolder, await loadScreens());
    const runsJobs = env['BALAIRUNG_JOBS'] !== 'off';
    const app = await createApp({ config, secret, urlFor: database.urlFor, screens, runsJobs });
    undo.push(() => app.stop());
    const port = await listen(app, config.host, config.port);
    const publicUrl = env['PUBLIC_URL'] ? config.publicUrl : `http://localhost:${port}`;
    return { app, port, publicUrl, dataFolder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The adapter reads its settings while it is loaded, so they are set before. */
async function loadBuiltScreens(checkout: string): Promise<NodeHandler> {
  process.env['PROTOCOL_HEADER'] = 'x-balairung-protocol';
  const file = pathToFileURL(join(checkout, 'build', 'handler.js')).href;
  const { handler } = (await import(file)) as { handler: NodeHandler };
  return handler;
}

async function listen(app: App, host: string, port: number): Promise<number> {
  try {
    await app.frontDoor.listen({ host, port });
  } catch (error) {
    throw explainListenProblem(error, host, port);
  }
  const address = app.frontDoor.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
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
