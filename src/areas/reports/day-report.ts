import type { MallPlace } from '#areas/malls/public.ts';
import { OUTCOMES } from '#areas/queue/rules/ticket-states.ts';
import type { Outcome } from '#areas/queue/contract.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { DayReport, Figures } from './contract.ts';
import type { NumberSource } from './rules/number-sources.ts';
import { listDayRows, type FiguresRow } from './store.ts';

/** Outcomes of people who were served here, whatever came of it. */
const SERVED = ['finished', 'in-process', 'consultation', 'refused'] as const satisfies readonly Outcome[];

/** Figures of one service day, recounted from stops, intervals and ratings at each asking. Nothing is stored. */
export async function getDayReport(
  tx: Tx,
  mall: MallPlace,
  { day, simulated, source }: { day: string; simulated: boolean; source: NumberSource },
): Promise<DayReport> {
  const rows = await listDayRows(tx, { mallId: mall.id, timeZone: mall.timeZone, day, simulated, source });
  const total = rows.find(({ part }) => part === 'total')!;
  return {
    day,
    timeZone: mall.timeZone,
    madeAt: tx.now.toISOString(),
    includesSimulated: simulated,
    simulatedCount: total.simulated_count,
    source,
    paperCount: total.paper_count,
    total: toFigures(total),
    byService: rows
      .filter(({ part }) => part === 'service')
      .map((row) => ({
        code: row.code!,
        service: row.service!,
        agency: row.agency!,
        agencySlug: row.agency_slug!,
        ...toFigures(row),
      })),
    byHour: rows.filter(({ part }) => part === 'hour').map((row) => ({ hour: row.hour!, ...toFigures(row) })),
  };
}

function toFigures(row: FiguresRow): Figures {
  const outcomes = Object.fromEntries(
    OUTCOMES.map((outcome, index) => [outcome, row.outcomes[index] ?? 0]),
  ) as Record<Outcome, number>;
  return {
    visits: row.visits,
    issued: row.issued,
    served: SERVED.reduce((sum, outcome) => sum + outcomes[outcome], 0),
    stillOpen: row.still_open,
    outcomes,
    waitMinutes: { count: row.wait_count, mean: row.wait_mean, p50: row.wait_p50, p90: row.wait_p90 },
    serviceMinutes: {
      count: row.service_count,
      mean: row.service_mean,
      p50: row.service_p50,
      p90: row.service_p90,
    },
    rating: { count: row.rating_count, mean: row.rating_mean },
  };
}
