import type { BarsBlock, TableBlock } from './blocks.ts';

const NUMBER = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });
export const ONE_DECIMAL = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });
export const TWO_DECIMALS = new Intl.NumberFormat('id-ID', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
export const number = (value: number) => NUMBER.format(value);
export const rupiah = (value: number) => `${value < 0 ? '−' : ''}Rp${NUMBER.format(Math.abs(value))}`;
export const share = (value: number) => `${ONE_DECIMAL.format(value * 100)} %`;

/** A column of text needs no more than this beside others; longer texts break. */
const TEXT_SIGNS = 34;

export function table(
  caption: string,
  heads: readonly (readonly [string, 'left' | 'right'])[],
  rows: string[][],
) {
  return {
    ...({ kind: 'table', caption, rows } as const),
    heads: heads.map(([head]) => head),
    right: heads.map(([, side]) => side === 'right'),
    widths: heads.map(([head, side], column) => {
      const cells = rows.map((row) => row[column]?.length ?? 0);
      const word = Math.max(...head.split(' ').map(({ length }) => length));
      const cell = Math.max(4, ...cells);
      return Math.max(word, side === 'right' ? cell : Math.min(cell, TEXT_SIGNS)) + 2;
    }),
  } satisfies TableBlock;
}

export function bars(
  caption: string,
  values: readonly { label: string; value: number; text: string }[],
): BarsBlock {
  const most = Math.max(0, ...values.map(({ value }) => value));
  return {
    ...{ kind: 'bars', caption },
    bars: values.map(({ label, value, text }) => ({ label, text, share: most === 0 ? 0 : value / most })),
  };
}
