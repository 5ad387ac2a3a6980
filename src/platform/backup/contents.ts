import { createHash } from 'node:crypto';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartProblem } from '../database/start-problem.ts';
import { withTransferConnection } from './connect.ts';
import { explainBackupProblem } from './problems.ts';

export interface CopiedContents {
  /** How many contents the database names. */
  readonly kept: number;
  /** How many of them were not there yet. */
  readonly copied: number;
}

/**
 * Copies the contents that a database names from one folder of stored files to another. A content never changes under
 * its SHA-256, so what is there already is not copied again, and the folder beside the backups serves all of them.
 * @param order.url connection of the role that owns the tables
 * @throws StartProblem contents-missing when one is not in `from`, or is not what its name says; the others were copied
 */
export async function copyContents(order: {
  url: string;
  from: string;
  to: string;
}): Promise<CopiedContents> {
  const names = await withTransferConnection(order.url, async (client) => {
    const { rows } = await client.query<{ sha256: string }>(
      'select distinct sha256 from public.stored_file order by 1',
    );
    return rows.map(({ sha256 }) => sha256);
  });
  let copied = 0;
  const missing: string[] = [];
  for (const sha256 of names) {
    const [from, to] = [placeOf(order.from, sha256), placeOf(order.to, sha256)];
    if (await isThere(to)) continue;
    if ((await hashOf(from)) === sha256) {
      await copyWhole(from, to);
      copied += 1;
    } else missing.push(sha256);
  }
  if (missing.length > 0) throw missingProblem(order.from, missing.length);
  return { kept: names.length, copied };
}

/** As the store lays them out. */
function placeOf(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** Undefined when there is no such file. */
async function hashOf(path: string): Promise<string | undefined> {
  if (!(await isThere(path))) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Aside first: a broken-off copy never stands under a content's name. */
async function copyWhole(from: string, to: string): Promise<void> {
  const draft = `${to}.part`;
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyFile(from, draft);
    await rename(draft, to);
  } catch (problem) {
    await rm(draft, { force: true });
    throw explainBackupProblem(to, problem);
  }
}

function missingProblem(folder: string, count: number): StartProblem {
  return new StartProblem(
    'contents-missing',
    `${count} berkas yang disimpan mal tidak ada atau rusak di ${folder}. Basis datanya selesai, berkas lainnya sudah disalin.`,
    `${count} stored files are missing or damaged in ${folder}. The database is done and the other files were copied.`,
  );
}
