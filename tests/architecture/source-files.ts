import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export const CHECKOUT = join(import.meta.dirname, '..', '..');
/** What we write by hand; everything else is made or brought. */
const ROOTS = ['src', 'migrations', 'scenarios', 'tests', 'bench', 'tools', 'static', 'docs'];

interface Folder {
  readonly path: string;
  readonly entries: readonly string[];
}

/** Every folder of the sources with what lies in it, paths relative to the checkout with forward slashes. */
export function listFolders(): Folder[] {
  const found: Folder[] = [];
  const look = (path: string) => {
    const entries = readdirSync(join(CHECKOUT, path), { withFileTypes: true }).filter(
      ({ name }) => !name.startsWith('.') && !name.includes('.tmp.'),
    );
    found.push({ path, entries: entries.map(({ name }) => name) });
    for (const entry of entries) if (entry.isDirectory()) look(`${path}/${entry.name}`);
  };
  const present = new Set(readdirSync(CHECKOUT));
  for (const root of ROOTS) if (present.has(root)) look(root);
  return found;
}

/** Every source file with one of these endings. */
export function listFiles(endings: readonly string[]): string[] {
  return listFolders().flatMap(({ path, entries }) =>
    entries
      .filter((name) => endings.some((ending) => name.endsWith(ending)))
      .map((name) => `${path}/${name}`),
  );
}

export function readSource(path: string): string {
  return readFileSync(join(CHECKOUT, path), 'utf8');
}

/** The code alone: what a comment says is not done. Strings stay. */
export function stripComments(source: string): string {
  return source.replace(/(^|[\s({,;])\/\*[\s\S]*?\*\//g, '$1').replace(/(^|[^:"'`])\/\/.*$/gm, '$1');
}

/** Test files and what only they use. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.includes('/testing/') || path.startsWith('tests/');
}

/** The areas in the order that docs/areas.md prints. */
export function listAreas(): string[] {
  return [...readSource('docs/areas.md').matchAll(/^\d+\. `([a-z-]+)`/gm)].map((match) => match[1]!);
}

export const nameOf = (path: string): string => basename(path);
