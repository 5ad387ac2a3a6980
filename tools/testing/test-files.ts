import { globSync } from 'node:fs';
import { CHECKOUT } from './programs.ts';

export type TestKind = 'architecture' | 'unit' | 'database' | 'machine' | 'browser' | 'faults';

/** Tests that start, kill and restore whole programs, most of it waiting. */
const MACHINE = /^(src\/platform\/(database\/(embedded\/|external\.)|backup\/)|tools\/(run|backup)\/)/;
const FOLDERS = '{src,scenarios,tests,bench,tools}/**/*.test.ts';

/** Which step a test file belongs to: its place or its ending says so. */
function kindOf(path: string): TestKind {
  if (path.startsWith('tests/architecture/')) return 'architecture';
  if (path.startsWith('tests/faults/')) return 'faults';
  if (path.startsWith('tests/journeys/') || path.endsWith('.browser.test.ts')) return 'browser';
  if (MACHINE.test(path)) return 'machine';
  if (path.endsWith('.db.test.ts') || path.startsWith('src/platform/database/')) return 'database';
  return 'unit';
}

/** A path as Node's test runner wants it: it reads patterns, and `[token]` would be one letter of those. */
export function asPattern(path: string): string {
  return path.replaceAll(/[[\]]/g, '[$&]');
}

/** All test files of a kind, each test file belonging to exactly one. */
export function listTestFiles(kind: TestKind): string[] {
  return globSync(FOLDERS, { cwd: CHECKOUT })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => kindOf(path) === kind)
    .sort();
}
