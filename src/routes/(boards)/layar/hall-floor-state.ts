import type { BoothState } from '#areas/capacity/contract.ts';
import type { LiveQueue } from '#areas/queue/contract.ts';
import type { FloorState } from '#ui/components/floor-state.ts';
import { formatOpening } from '#ui/format/times.ts';
import type { board } from '#ui/words/id/board.ts';
import type { Language } from '#ui/words/language.ts';

interface Reader {
  readonly words: typeof board;
  readonly language: Language;
  readonly zone: string;
  /** ISO instant of the server. */
  readonly now: string;
  readonly minutes: (minutes: number) => string;
}

/** How a booth is now, for everybody in the lobby: about how long one waits, or when it opens. */
export function hallFloorState(
  queue: Pick<LiveQueue, 'waiting' | 'countersOpen' | 'wait'> | undefined,
  booth: Pick<BoothState, 'givesNumbers' | 'opensAt' | 'code'> | undefined,
  { words, language, zone, now, minutes }: Reader,
): FloorState | undefined {
  if (queue === undefined || booth === undefined) return undefined;
  const waiting = queue.waiting === 0 ? undefined : words.hallLine(queue.waiting);
  if (queue.countersOpen > 0) {
    const wait = queue.wait === null || queue.waiting === 0 ? undefined : minutes(queue.wait.p50Minutes);
    return { text: wait ?? waiting ?? words.open, look: queue.waiting === 0 ? 'quiet' : 'busy' };
  }
  if (waiting !== undefined) return { text: waiting, look: 'shut' };
  const closed = !booth.givesNumbers && booth.code !== 'NO_COUNTER';
  const opens =
    closed && booth.opensAt !== null
      ? words.opens(formatOpening(booth.opensAt, now, zone, language))
      : undefined;
  return { text: opens ?? (closed ? words.closed : words.hallNobody), look: 'shut' };
}
