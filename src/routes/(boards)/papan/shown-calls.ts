import type { CallEvent } from '#areas/boards/rules/announcement-queue.ts';
import { formatNumber } from '#areas/queue/rules/series.ts';
import type { BoardCall } from '#ui/frames/board-call.ts';
import type { JoinedCall } from './join-zones.ts';

export interface ShownOrder {
  /** By code, the event number of its last call. */
  readonly called: ReadonlyMap<string, number>;
  readonly turn: CallEvent | undefined;
  /** Where the board hangs: a call to another floor says which. */
  readonly home: number;
  /** "lantai 2" */
  readonly sayFloor: (floor: number) => string;
}

/**
 * The calls in the order in which a board shows them: the one whose turn it is first, so that eye and ear meet the same
 * number; then the newest, where a number that was called again counts as new.
 */
export function orderCalls(
  calls: readonly JoinedCall[],
  { called, turn, home, sayFloor }: ShownOrder,
): BoardCall[] {
  const first = turn && formatNumber(turn.series, turn.number);
  const place = (code: string) => (code === first ? Infinity : (called.get(code) ?? 0));
  // The sort is stable: what this page has not heard of keeps the server's order, latest first.
  return calls
    .toSorted((a, b) => (place(a.code) === place(b.code) ? 0 : place(b.code) - place(a.code)))
    .map((call) => ({
      number: call.code,
      agency: call.agencyShortName,
      counter: String(call.counterNumber),
      floor: call.floor === home ? undefined : sayFloor(call.floor),
      turn: called.get(call.code),
    }));
}
