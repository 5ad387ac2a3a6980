import type { Burden, Level } from './demand.ts';
import { LEVELS } from './demand.ts';

export type Range = Readonly<Record<Level, number>>;

/** Something that costs or brings money, once at the beginning or each year. Rupiah. */
export interface MoneyItem extends Range {
  readonly side: 'cost' | 'benefit';
  readonly every: 'once' | 'year';
}

export interface ValueFigures {
  readonly years: number;
  /** What a rupiah of next year is worth less: 0.06 for 6 %. */
  readonly discount: number;
  /** Share of today's burden of travel that the mall takes away. */
  readonly saved: Range;
}

export interface Worth {
  /** Present values in rupiah. */
  readonly costs: Range;
  readonly benefits: Range;
  /** The worst case takes the low benefits and the high costs, the best the other way round. */
  readonly net: Range;
  /** The travel that is saved in a year, part of the benefits. */
  readonly savedYearly: Range;
  /** The first year after which the likely benefits have paid the likely costs; null: not in this time. */
  readonly paidAfterYears: number | null;
}

const OTHER = { low: 'high', mid: 'mid', high: 'low' } as const satisfies Record<Level, Level>;

/** Costs and benefits over the years, each at the present value; what comes each year comes at its end. */
export function reckonWorth(items: readonly MoneyItem[], burden: Burden, figures: ValueFigures): Worth {
  const { years, discount, saved } = figures;
  const yearlyBurden = burden.travelRupiah + (burden.timeRupiah ?? 0);
  const savedYearly = each((level) => yearlyBurden * saved[level]);
  const factor = (year: number) => (1 + discount) ** -year;
  const annuity = Array.from({ length: years }, (_, n) => factor(n + 1)).reduce((a, b) => a + b, 0);
  const total = (side: MoneyItem['side'], every: MoneyItem['every'], level: Level) =>
    items
      .filter((item) => item.side === side && item.every === every)
      .reduce((sum, item) => sum + item[level], 0);
  const benefitYearly = each((level) => total('benefit', 'year', level) + savedYearly[level]);
  const costs = each((level) => total('cost', 'once', level) + total('cost', 'year', level) * annuity);
  const benefits = each((level) => total('benefit', 'once', level) + benefitYearly[level] * annuity);
  let standing = total('benefit', 'once', 'mid') - total('cost', 'once', 'mid');
  let paidAfterYears = standing >= 0 ? 0 : null;
  for (let year = 1; year <= years && paidAfterYears === null; year += 1) {
    standing += (benefitYearly.mid - total('cost', 'year', 'mid')) * factor(year);
    if (standing >= 0) paidAfterYears = year;
  }
  return {
    ...{ costs, benefits, savedYearly, paidAfterYears },
    net: each((level) => benefits[level] - costs[OTHER[level]]),
  };
}

function each(value: (level: Level) => number): Range {
  const [low, mid, high] = LEVELS.map(value) as [number, number, number];
  return { low, mid, high };
}
