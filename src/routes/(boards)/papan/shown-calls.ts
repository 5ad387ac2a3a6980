import type { CallEvent } from '#areas/boards/rules/announcement-queue.ts';
import { formatNumber } from '#areas/queue/rules/series.ts';
import type { BoardCall } from '#ui/frames/board-call.ts';
import type { BoardState } from './board-hall.svelte.ts';

/**
 * The calls in the order in which a board shows them: the one whose turn it is first, so that eye and ear meet the same
 * number; then the newest, where a number that was called again counts as new.
 * @param called by code, the event number of its last call
 */
export function orderCalls(
  calls: BoardState['calls'],
  called: ReadonlyMap<string, number>,
  turn: CallEvent | undefined,
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
      turn: called.get(call.code),
    }));
}
