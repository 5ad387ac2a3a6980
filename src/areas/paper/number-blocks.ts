import { listAgencies } from '#areas/agencies/public.ts';
import { getMallPlace } from '#areas/malls/public.ts';
import { formatNumber } from '#areas/queue/rules/series.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { dayAt, type Day } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { NumberBlock, PaperStop } from './contract.ts';
import { insertNumberBlock, listNumberBlockRows, listPaperStopRows } from './store.ts';

export interface PaperDay {
  readonly day: string;
  readonly today: string;
  readonly blocks: NumberBlock[];
  readonly stops: PaperStop[];
}

/** Blocks of a service day, today's by default, and what was entered of them. */
export async function listNumberBlocks(tx: Tx, asked: string | undefined): Promise<PaperDay> {
  const mall = await getMallPlace(tx);
  const today = dayAt(tx.now.getTime(), mall.timeZone);
  const day = asked ?? today;
  const blocks = await listNumberBlockRows(tx, mall.id, day);
  const stops = await listPaperStopRows(tx, mall.id, day);
  return {
    day,
    today,
    blocks: blocks.map((row) => ({
      id: row.id,
      agencyId: row.agency_id,
      agencyName: row.agency_name,
      agencyShortName: row.agency_short_name,
      agencySlug: row.agency_slug,
      series: row.series,
      firstNumber: row.first_number,
      lastNumber: row.last_number,
      entered: row.entered,
    })),
    stops: stops.map((row) => ({
      code: formatNumber(row.series, row.number),
      agencyShortName: row.agency_short_name,
      service: row.service,
      serviceEn: row.service_en,
      takenAt: row.taken_at.toISOString(),
      calledAt: row.called_at?.toISOString() ?? null,
      endedAt: row.ended_at.toISOString(),
      outcome: row.outcome,
      counterNumber: row.counter_number,
    })),
  };
}

export interface BlockWish {
  readonly day: string;
  readonly agencyIds: readonly string[];
  readonly firstNumber: number;
  readonly lastNumber: number;
}

/**
 * Keeps the same numbers of several agencies' series for paper, all or none. Series are locked in the order of their
 * letters. Refusals: AGENCY_UNKNOWN, DAY_PAST, BLOCK_DISORDERED when the last number comes before the first,
 * BLOCK_TAKEN.
 */
export async function reserveNumberBlocks(tx: Tx, wish: BlockWish): Promise<{ reserved: number }> {
  const mall = await getMallPlace(tx);
  const { firstNumber, lastNumber } = wish;
  const day = wish.day as Day;
  if (day < dayAt(tx.now.getTime(), mall.timeZone)) refused(refuse('DAY_PAST'));
  if (firstNumber > lastNumber) refused(refuse('BLOCK_DISORDERED'));
  const known = new Map((await listAgencies(tx, mall.id)).map((agency) => [agency.id, agency]));
  const agencies = [...new Set(wish.agencyIds)]
    .map((id) => known.get(id) ?? refused(refuse('AGENCY_UNKNOWN')))
    .toSorted((a, b) => (a.series < b.series ? -1 : 1));
  for (const agency of agencies) {
    const id = newId();
    await insertNumberBlock(tx, {
      mall_id: mall.id,
      id,
      service_day: day,
      agency_id: agency.id,
      series: agency.series,
      first_number: firstNumber,
      last_number: lastNumber,
      reserved_at: tx.now,
    });
    tx.record({
      subjectKind: 'number-block',
      subjectId: id,
      agencyId: agency.id,
      facts: {
        day,
        first: formatNumber(agency.series, firstNumber),
        last: formatNumber(agency.series, lastNumber),
      },
    });
  }
  return { reserved: agencies.length };
}
