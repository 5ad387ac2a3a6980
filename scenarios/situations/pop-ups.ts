import type { Tx } from '#platform/database/transaction.ts';
import { addDays, dayAt } from '#platform/values/day.ts';
import type { ScenarioFacts } from '../scenario-facts.ts';

/**
 * Lays the days of each pop-up around the day that the scenario's clock shows, so that a demonstration finds it open
 * whenever it is started. One that somebody has changed stays as it is.
 */
export async function openPopUps(tx: Tx, mallId: string, { mall, sites }: ScenarioFacts): Promise<void> {
  const today = dayAt(tx.now.getTime(), mall.zone);
  for (const { slug, lasts } of sites) {
    if (lasts === undefined) continue;
    await tx.db
      .updateTable('site')
      .set({ open_from: addDays(today, -lasts.daysBefore), open_until: addDays(today, lasts.daysAfter) })
      .where('mall_id', '=', mallId)
      .where('slug', '=', slug)
      .where('active', '=', true)
      .where('version', '=', 1)
      .execute();
  }
}
