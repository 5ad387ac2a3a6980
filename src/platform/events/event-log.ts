import type { PreparedStatement, Tx } from '#platform/database/transaction.ts';

export interface StoredEvent {
  readonly number: number;
  readonly kind: string;
  readonly topics: readonly string[];
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** An announcement older than this is not spoken: whoever was called has moved or was called again. */
export const ANNOUNCEMENT_SECONDS_MAX = 20;

const EVENTS_SINCE: PreparedStatement = {
  name: 'events-since',
  text: `select number, kind, topics, payload, at from event
         where mall_id = $1 and number > $2 order by number limit $3`,
};

const ANNOUNCEMENTS: PreparedStatement = {
  name: 'announcements',
  text: `select number, kind, topics, payload, at from event
         where mall_id = $1 and number > $2 and number <= $3 and kind = any($4) and topics && $5
           and at > $6::timestamptz - interval '${ANNOUNCEMENT_SECONDS_MAX} seconds'
         order by number limit 100`,
};

export async function readLastNumber(tx: Tx, mallId: string): Promise<number> {
  const row = await tx.db
    .selectFrom('event_counter')
    .select('last_number')
    .where('mall_id', '=', mallId)
    .executeTakeFirst();
  return row?.last_number ?? 0;
}

/** Events after a number, in order. Numbers are gapless and become visible in order, so nothing can be skipped. */
export function listEventsSince(
  tx: Tx,
  mallId: string,
  number: number,
  limit: number,
): Promise<StoredEvent[]> {
  return tx.query<StoredEvent>(EVENTS_SINCE, [mallId, number, limit]);
}

export function listAnnouncements(
  tx: Tx,
  range: { mallId: string; after: number; upTo: number; kinds: readonly string[]; topics: readonly string[] },
): Promise<StoredEvent[]> {
  return tx.query<StoredEvent>(ANNOUNCEMENTS, [
    range.mallId,
    range.after,
    range.upTo,
    range.kinds,
    range.topics,
    tx.now,
  ]);
}
