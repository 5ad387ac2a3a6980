import type { BreakKind } from '#areas/staff/rules/breaks.ts';
import type { officer } from '#ui/words/id/officer.ts';
import type { DeskState } from '../loket/desk-state.svelte.ts';

/** The counter on screen calls nobody for a while: from now, or after the person who is there. */
export function pauseSeat(
  desk: DeskState,
  words: typeof officer,
  kind: BreakKind,
  minutes: number,
): Promise<void> {
  return desk.send(`pause ${kind} ${minutes}`, async (api, context) => {
    const { begins } = await api.queue.pauseCounter({ ...desk.here(), kind, minutes }, { context });
    return begins === 'now'
      ? words.saidPaused(desk.desk.counter?.number ?? 0)
      : words.saidPausedAfter(desk.desk.current?.code ?? '');
  });
}

/** Lets a colleague take the counter on screen over, or no longer. */
export function offerSeat(desk: DeskState, words: typeof officer, offered: boolean): Promise<void> {
  return desk.send(`offer ${offered}`, async (api, context) => {
    await api.queue.offerCounter({ ...desk.here(), offered }, { context });
    const number = desk.desk.counter?.number ?? 0;
    return offered ? words.saidOffered(number) : words.saidOfferBack(number);
  });
}
