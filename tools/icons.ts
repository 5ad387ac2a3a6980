/**
 * Makes the two sprites and the list of icon names in src/ui/icons/ from lucide-static (ISC).
 * `common` serves citizens, kiosks and boards and stays small; `staff` holds what only staff screens use.
 * To add an icon, add its lucide name here and run `node tools/icons.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** By meaning: ways and places; time and number; papers; people and help; agencies; signs and states. */
const COMMON = `
  house map-pin route door-open search menu chevron-left chevron-right chevron-down arrow-right external-link
  calendar-check calendar-clock clock clock-arrow-down ticket timer armchair bell smartphone qr-code
  file-text file-check file-badge list-checks banknote printer
  user users accessibility hand-helping heart-handshake message-circle megaphone phone star
  id-card car-front heart-pulse shield-check store piggy-bank landmark scale gavel briefcase hard-hat
  hand-heart droplets book-open land-plot receipt-text scroll-text building-2 layout-grid
  baby truck flower-2
  check x circle-check circle-alert triangle-alert info lock cloud-off moon languages volume-2 a-large-small contrast
`;
const STAFF = `
  coffee pause play minus plus inbox signature clock-alert circle-check-big chart-column list-filter file-image
  eye database map calendar-range handshake file-chart-column hourglass cloud-check cloud-upload user-plus mail
  settings maximize log-in log-out monitor tv tablet-smartphone keyboard refresh-cw rotate-ccw repeat arrow-left-right
  skip-forward history arrow-up arrow-down video download pencil trash-2 copy key-round server wifi-off volume-x calendar-x door-closed
  user-check user-minus zap circle-pause calendar-days arrow-up-down clipboard-list shield-alert bell-ring save
`;

const folder = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons');
const target = new URL('../src/ui/icons/', import.meta.url);
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function namesOf(list: string): string[] {
  const names = list.split(/\s+/).filter((name) => name !== '');
  const wrong = names.find((name) => !NAME.test(name));
  if (wrong !== undefined) throw new Error(`Not an icon name: ${wrong}`);
  return names.toSorted();
}

async function symbolOf(name: string): Promise<string> {
  const source = await readFile(join(folder, `${name}.svg`), 'utf8');
  const drawing = source
    .replace(/<!--.*?-->/gs, '')
    .replace(/<\/?svg[^>]*>/g, '')
    .replace(/\s*\n\s*/g, '')
    .replaceAll(' />', '/>')
    .trim();
  return `<symbol id="${name}" viewBox="0 0 24 24">${drawing}</symbol>`;
}

async function writeSprite(file: string, names: string[]): Promise<void> {
  const symbols = await Promise.all(names.map(symbolOf));
  const licence = '<!-- lucide, ISC licence, https://lucide.dev/license -->';
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${licence}\n${symbols.join('\n')}\n</svg>\n`;
  await writeFile(new URL(file, target), sprite);
  console.log(`${file}: ${names.length} icons, ${sprite.length} bytes`);
}

const common = namesOf(COMMON);
const staff = namesOf(STAFF);
const twice = staff.find((name) => common.includes(name)) ?? common.find((name, i) => common[i + 1] === name);
if (twice !== undefined) throw new Error(`Listed twice: ${twice}`);

await writeSprite('common.svg', common);
await writeSprite('staff.svg', staff);

const quoted = (names: string[]) => names.map((name) => `  '${name}',`).join('\n');
const union = (names: string[]) => names.map((name) => `  | '${name}'`).join('\n');
await writeFile(
  new URL('icon-names.ts', target),
  `/** Written by tools/icons.ts; do not edit. */\n
/** On every surface. Agencies take theirs from these. */
export type CommonIconName =\n${union(common)};\n
/** On staff screens only: in a sprite of their own. */
export const STAFF_ICON_NAMES = [\n${quoted(staff)}\n] as const;\n
export type IconName = CommonIconName | (typeof STAFF_ICON_NAMES)[number];\n`,
);
