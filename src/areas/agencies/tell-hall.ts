import type { Tx } from '#platform/database/transaction.ts';
import type { NoticeKind } from './rules/booth-notice.ts';

/** What boards of a zone show and speak once. */
export interface HallNotice {
  readonly series: string;
  readonly notice: NoticeKind;
  /** Short name of the agency. */
  readonly agency: string;
  /** `10:30`, the mall's time: when a stopped line goes on, when a shortened day ends; null where nobody knows, or now. */
  readonly clock: string | null;
}

/** Boards of the zone tell it. */
export function tellHall(tx: Tx, mallId: string, zoneId: string, notice: HallNotice): void {
  tx.emit({ mallId, kind: 'booth-notice', topics: [`zone:${zoneId}`], payload: { ...notice } });
}
