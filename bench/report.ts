import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { formatNumber, isReached, ratiosOf, spreadOf, type Figure, type PartResult } from './figures.ts';

export interface MeasuredPart extends PartResult {
  readonly name: string;
  readonly title: string;
  readonly loadBefore: string;
  readonly loadAfter: string;
  readonly seconds: number;
}

const HEAD = ['', 'min', 'median', 'max', 'baseline', 'min', 'median', 'max', 'ratio', 'aim', ''];

/** The lines of one part for the terminal: each figure beside its baseline. */
export function printPart(part: MeasuredPart): string {
  const lines = [
    `\n  ${part.title}  (${part.seconds.toFixed(0)} s; load ${part.loadBefore} → ${part.loadAfter})`,
  ];
  for (const figure of part.figures) {
    const reached = isReached(figure);
    const mark = reached === undefined ? ' ' : reached ? '✓' : '✗';
    lines.push(`  ${mark} ${figure.name}: ${threeOf(figure.product)} ${figure.unit}${besides(figure)}`);
  }
  return [...lines, ...part.notes.map((note) => `    ${note}`)].join('\n');
}

function besides(figure: Figure): string {
  const { baseline, aim } = figure;
  const ratios = ratiosOf(figure);
  const beside =
    baseline && ratios
      ? `  |  ${baseline.name}: ${threeOf(baseline.values)}  |  ratio ${threeOf(ratios)}`
      : '';
  return `${beside}${aim ? `  (aim ${aim.text})` : ''}`;
}

function threeOf(values: readonly number[]): string {
  const { min, median, max } = spreadOf(values);
  return min === max ? formatNumber(median) : `${[min, median, max].map(formatNumber).join(' / ')}`;
}

/** docs/bench.md: what this run measured, and nothing else. */
export function writeReport(parts: readonly MeasuredPart[]): string {
  return [
    '# What was measured',
    '',
    'Written by `npm run bench` from that very run; never edited. Each figure: minimum, median and maximum of its rounds,',
    'beside what it is compared with in the same run, product and baseline in turn. The ratio is taken round by round.',
    '',
    ...describeMachine().map((line) => `- ${line}`),
    '',
    ...parts.flatMap(writePart),
  ].join('\n');
}

function writePart(part: MeasuredPart): string[] {
  return [
    `## ${part.title}`,
    '',
    `Load average before ${part.loadBefore}, after ${part.loadAfter}; ${part.seconds.toFixed(0)} s.`,
    '',
    row(HEAD),
    row(HEAD.map(() => '---')),
    ...part.figures.map((figure) => row(cellsOf(figure))),
    '',
    ...part.notes.map((note) => `- ${note}`),
    ...(part.notes.length > 0 ? [''] : []),
  ];
}

function cellsOf(figure: Figure): string[] {
  const { name, unit, product, baseline, aim } = figure;
  const three = (values: readonly number[] | undefined) => {
    if (!values) return ['', '', ''];
    const { min, median, max } = spreadOf(values);
    return [min, median, max].map(formatNumber);
  };
  const ratios = ratiosOf(figure);
  const reached = isReached(figure);
  return [
    `${name} (${unit})`,
    ...three(product),
    baseline?.name ?? '',
    ...three(baseline?.values),
    ratios ? threeOf(ratios) : '',
    aim?.text ?? '',
    reached === undefined ? '' : reached ? 'reached' : '**not reached**',
  ];
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function describeMachine(): string[] {
  const [processor] = cpus();
  return [
    `Measured ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC on ${describeSource()}.`,
    `${cpus().length} × ${processor?.model.trim() ?? 'processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Linux ${release()}, Node ${process.versions.node}.`,
  ];
}

function describeSource(): string {
  const git = (...words: string[]) =>
    execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--', 'src', 'migrations') !== '';
    return `commit ${git('rev-parse', '--short', 'HEAD')}${changed ? ' with changes that were not committed' : ''}`;
  } catch {
    // A copy without its history can be measured as well.
    return 'sources without history';
  }
}
