import type { DatabaseRole } from './embedded/passwords.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { prepareExternal } from './external.ts';

export type { DatabaseRole } from './embedded/passwords.ts';

export interface OpenDatabase {
  readonly kind: 'embedded' | 'external';
  /** The address to connect to as a role. Never as the superuser, but for restore and tests' own set-up. */
  urlFor(role: DatabaseRole): string;
  /** Stops an embedded database; leaves an external one alone. */
  stop(): Promise<void>;
}

/**
 * Makes the database ready to connect to: the operator's own (DATABASE_URL) or the embedded one in the data folder.
 * The schema is brought up to date by `migrate(urlFor('migrator'))` afterwards.
 * @throws StartProblem with the one sentence to show
 */
export async function openDatabase(options: {
  env: NodeJS.ProcessEnv;
  dataFolder: string;
  onProgress?: (line: string) => void;
}): Promise<OpenDatabase> {
  const { env, dataFolder, onProgress = () => {} } = options;
  const databaseUrl = env['DATABASE_URL'];
  if (databaseUrl) return prepareExternal({ databaseUrl, env, dataFolder, onProgress });
  const embedded = await startEmbedded({ dataFolder, onProgress });
  return { kind: 'embedded', urlFor: embedded.urlFor, stop: embedded.stop };
}
