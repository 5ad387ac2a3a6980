import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { ClaimRow } from './calling/claim-store.ts';

export interface StopPlace {
  readonly mallId: string;
  readonly agencyId: string;
  readonly zoneId: string;
  readonly stopId: string;
}

/** Who must look again when something happens to a stop: its board, its officers, its holder, the whole mall. */
export function stopTopics({ mallId, agencyId, zoneId, stopId }: StopPlace): string[] {
  return [`zone:${zoneId}`, `agency:${agencyId}`, `ticket:${stopId}`, `mall:${mallId}`];
}

interface Call extends Pick<ClaimRow, 'counter_number' | 'zone_id' | 'floor' | 'series' | 'number'> {
  readonly id: string;
  readonly code: string;
  readonly callCount: number;
}

/** The announcement: what a board may show and speak, and nothing else. */
export function tellCall(
  tx: Tx,
  officer: StaffActor,
  call: Call,
  facts: Readonly<Record<string, unknown>> = {},
): void {
  tx.emit({
    mallId: officer.mallId,
    kind: 'called',
    topics: stopTopics({
      mallId: officer.mallId,
      agencyId: officer.agencyId!,
      zoneId: call.zone_id,
      stopId: call.id,
    }),
    payload: {
      code: call.code,
      series: call.series,
      ticketNumber: call.number,
      counterNumber: call.counter_number,
      floor: call.floor,
      callCount: call.callCount,
    },
  });
  tx.record({
    subjectKind: 'ticket',
    subjectId: call.id,
    facts: { code: call.code, counter: call.counter_number, callCount: call.callCount, ...facts },
  });
}
