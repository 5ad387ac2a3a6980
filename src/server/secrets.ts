import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartProblem } from '#platform/database/start-problem.ts';

const SECRET_CHARACTERS_MIN = 32;

/**
 * The installation's secret, from BALAIRUNG_SECRET (several servers on one database share it) or from a file in the
 * data folder that only its owner may read, made at the first start.
 */
export async function readSecret(env: NodeJS.ProcessEnv, dataFolder: string): Promise<string> {
  const given = env['BALAIRUNG_SECRET'];
  if (given !== undefined && given !== '') return checked(given);
  const file = join(dataFolder, 'secret');
  try {
    return checked((await readFile(file, 'utf8')).trim());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secret = randomBytes(48).toString('base64url');
  // Written whole or not at all: half a secret would end every session and every paired device.
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secret;
}

function checked(secret: string): string {
  if (secret.length >= SECRET_CHARACTERS_MIN) return secret;
  throw new StartProblem(
    'secret-too-short',
    `Rahasia pemasangan harus sedikitnya ${SECRET_CHARACTERS_MIN} karakter.`,
    `The installation's secret must have at least ${SECRET_CHARACTERS_MIN} characters.`,
  );
}
