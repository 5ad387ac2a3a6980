// `npm run bench [-- PART…]`: measures, prints each figure beside its baseline, and after a whole run writes
// docs/bench.md. Single parts only print.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAverage, type Part } from './figures.ts';
import { boardPart } from './parts/board.ts';
import { commandsPart } from './parts/commands.ts';
import { countersPart } from './parts/counters.ts';
import { costPart } from './parts/cost.ts';
import { floorPart } from './parts/floor.ts';
import { memoryPart } from './parts/memory.ts';
import { pagesPart } from './parts/pages.ts';
import { promisesPart } from './parts/promises.ts';
import { pushPart } from './parts/push.ts';
import { startPart } from './parts/start.ts';
import { studyPart } from './parts/study.ts';
import { printPart, writeReport, type MeasuredPart } from './report.ts';

const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)));
const PARTS: readonly Part[] = [
  startPart,
  costPart,
  commandsPart,
  countersPart,
  pushPart,
  pagesPart,
  floorPart,
  promisesPart,
  studyPart,
  memoryPart,
  boardPart,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}; there are: ${PARTS.map((part) => part.name).join(', ')}.`,
  );
  process.exit(1);
}

const measured: MeasuredPart[] = [];
for (const part of PARTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const loadBefore = loadAverage();
  const startedAt = performance.now();
  const result = await part.run((line) => process.stderr.write(`  ${part.name}: ${line}\n`));
  const seconds = (performance.now() - startedAt) / 1000;
  const done = { ...part, ...result, loadBefore, loadAfter: loadAverage(), seconds };
  console.log(printPart(done));
  measured.push(done);
}
if (wanted.length === 0) {
  const file = join(CHECKOUT, 'docs', 'bench.md');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, writeReport(measured));
  console.log('\n  docs/bench.md is written.');
}
