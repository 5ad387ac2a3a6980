/**
 * Makes src/ui/fonts/plus-jakarta-sans-id.woff2 again from the npm package of the typeface.
 * The characters are those that Indonesian, Banjar and Balinese in Latin letters and our screens need;
 * every layout feature is kept, because tables and clocks rely on `tnum`.
 * Run: `node tools/font-subset.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const FIRST_PRINTABLE = 0x20;
const LAST_PRINTABLE = 0x7e;
const BEYOND_ASCII = '\u00a0–—…‘’“”·•×±½←↑→↓≤≥°é−';
const WEIGHTS = { wght: { min: 400, max: 800, default: 400 } };
const SIZE_MAX_BYTES = 16_000;

function basicLatin(): string {
  const codes = Array.from({ length: LAST_PRINTABLE - FIRST_PRINTABLE + 1 }, (_, i) => FIRST_PRINTABLE + i);
  return String.fromCodePoint(...codes);
}

const whole = createRequire(import.meta.url).resolve(
  '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
);
const target = new URL('../src/ui/fonts/plus-jakarta-sans-id.woff2', import.meta.url);

const subset = await subsetFont(await readFile(whole), basicLatin() + BEYOND_ASCII, {
  targetFormat: 'woff2',
  variationAxes: WEIGHTS,
});
if (subset.byteLength > SIZE_MAX_BYTES) {
  throw new Error(`The subset is ${subset.byteLength} bytes; citizens' pages allow ${SIZE_MAX_BYTES}.`);
}
await writeFile(target, subset);
console.log(`plus-jakarta-sans-id.woff2: ${subset.byteLength} bytes`);
