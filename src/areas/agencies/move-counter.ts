import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import { refuseBroken } from '#platform/database/broken-constraint.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import { tellGuests } from './share-booth.ts';
import { bumpVersion, listMallCounters, lockKeptRows, placeCounters, type KeptRow } from './kept-store.ts';

/**
 * Moves a counter from one agency's booth to another's. Both agencies are locked, so that the last two counters of a
 * booth cannot leave it at the same moment.
 * Refusals: AGENCY_UNKNOWN, COUNTER_UNKNOWN, COUNTER_IN_USE, BOOTH_WITHOUT_COUNTER.
 */
export async function moveCounter(
  tx: Tx,
  { mallId }: StaffActor,
  { number, agencyId, toAgencyId }: { number: number; agencyId: string; toAgencyId: string },
): Promise<{ number: number }> {
  const rows = await lockKeptRows(tx, mallId, [agencyId, toAgencyId]);
  const from = rows.find(({ id }) => id === agencyId) ?? refused(refuse('AGENCY_UNKNOWN'));
  const to = rows.find(({ id }) => id === toAgencyId) ?? refused(refuse('AGENCY_UNKNOWN'));
  const counter = (await listMallCounters(tx, mallId)).find(
    (one) => one.number === number && one.active && one.agencyId === agencyId,
  );
  if (counter === undefined) return refused(refuse('COUNTER_UNKNOWN'));
  if (agencyId === toAgencyId) return { number };
  const left = numbersOf(from).filter((one) => one !== number);
  if (from.active && left.length === 0) refused(refuse('BOOTH_WITHOUT_COUNTER', { agency: from.short_name }));
  const move = async () => {
    await placeCounters(tx, mallId, to.booth_id, [counter.id]);
    await tellGuests(tx, mallId, from.booth_id);
    await tellGuests(tx, mallId, to.booth_id);
  };
  await refuseBroken(move(), (constraint) =>
    constraint === 'counter_in_use' ? refuse('COUNTER_IN_USE', { counter: number }) : undefined,
  );
  await recordMove(tx, mallId, from, left);
  await recordMove(
    tx,
    mallId,
    to,
    [...numbersOf(to), number].toSorted((a, b) => a - b),
  );
  return { number };
}

function numbersOf(row: KeptRow): number[] {
  return row.counters.map(({ number }) => number);
}

async function recordMove(tx: Tx, mallId: string, row: KeptRow, counters: readonly number[]): Promise<void> {
  await bumpVersion(tx, mallId, row.id);
  const changes = [{ field: 'counters', from: numbersOf(row), to: counters }];
  tx.record({
    subjectKind: 'agency',
    subjectId: row.id,
    agencyId: row.id,
    facts: { name: row.short_name, changes },
  });
  const topics = [`mall:${mallId}`, `agency:${row.id}`, `zone:${row.zone_id}`];
  tx.emit({ mallId, kind: 'catalogue-changed', topics, payload: {} });
}
