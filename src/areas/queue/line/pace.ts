import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';
import { expectedServiceMinutes } from '../rules/waiting-time.ts';

/** How long services take, learned from closed intervals of the last four weeks on top of what was declared. */
const FRESH_MS = 60_000;
const LEARN_DAYS = 28;

const OBSERVED: PreparedStatement = {
  name: 'observed-service-minutes',
  text: `select v.agency_id, v.expected_minutes,
           count(distinct i.stop_id)::int as observed_count,
           coalesce(sum(extract(epoch from i.ended_at - i.started_at)) / 60, 0)::float8 as observed_sum_minutes
         from service v
           left join stop s on s.mall_id = v.mall_id and s.service_id = v.id
             and s.state = 'done' and s.service_day > $2::date - ${LEARN_DAYS}
           left join stop_interval i on i.mall_id = s.mall_id and i.stop_id = s.id
             and i.kind = 'serving' and i.ended_at is not null
         where v.mall_id = $1 and v.active
         group by v.mall_id, v.id`,
};

interface ObservedRow {
  readonly agency_id: string;
  readonly expected_minutes: number;
  readonly observed_count: number;
  readonly observed_sum_minutes: number;
}

interface Pace {
  readonly readAt: number;
  readonly minutesByAgency: ReadonlyMap<string, number>;
}

const paces = new Map<string, Pace>();

/**
 * Mean minutes that one service takes, per agency. A learned figure that changes slowly: it is read again when
 * older than a minute and never stored. Services with more observed people weigh more.
 */
export async function meanServiceMinutes(
  tx: Tx,
  mallId: string,
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const known = paces.get(mallId);
  const now = performance.now();
  if (known && now - known.readAt < FRESH_MS) return known.minutesByAgency;
  const rows = await tx.query<ObservedRow>(OBSERVED, [mallId, day]);
  const minutesByAgency = averageByAgency(rows);
  paces.set(mallId, { readAt: now, minutesByAgency });
  return minutesByAgency;
}

function averageByAgency(rows: readonly ObservedRow[]): Map<string, number> {
  const sums = new Map<string, { minutes: number; weight: number }>();
  for (const row of rows) {
    const minutes = expectedServiceMinutes({
      declaredMinutes: row.expected_minutes,
      observedCount: row.observed_count,
      observedSumMinutes: row.observed_sum_minutes,
    });
    const weight = 1 + row.observed_count;
    const sum = sums.get(row.agency_id) ?? { minutes: 0, weight: 0 };
    sums.set(row.agency_id, { minutes: sum.minutes + minutes * weight, weight: sum.weight + weight });
  }
  return new Map([...sums].map(([agencyId, sum]) => [agencyId, sum.minutes / sum.weight]));
}
