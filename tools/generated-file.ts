import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';

const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Writes a file that is made from the code, in the form that all files have. With `--verify` it only compares, and the
 * program ends with 1 when they differ.
 * @param file path from the checkout
 */
export async function writeOrVerify(made: { file: string; text: string; command: string }): Promise<void> {
  const file = join(CHECKOUT, made.file);
  const options = (await prettier.resolveConfig(file)) ?? {};
  const wanted = await prettier.format(made.text, { ...options, filepath: file });
  if (!process.argv.includes('--verify')) {
    await writeFile(file, wanted);
    console.log(`${made.file} is written.`);
  } else if ((await readIfThere(file)) !== wanted) {
    console.error(`${made.file} does not fit the contract: run "${made.command}".`);
    process.exitCode = 1;
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
