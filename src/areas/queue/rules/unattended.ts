import { HOLDS_MAX } from './hold.ts';
import type { TicketAction } from './ticket-states.ts';

/**
 * An officer heard within this time is there. A console is heard each minute, as its stream is opened anew; twice
 * that leaves room for one that was lost.
 */
export const PRESENT_MINUTES = 2.5;

const MINUTE_MS = 60_000;

/** A person who was called and whom nobody has begun to serve. Moments are epoch ms. */
export interface UnattendedCall {
  readonly now: number;
  /** The latest call: that is also when the officer was there for certain. */
  readonly calledAt: number;
  /** How often the number was held before. */
  readonly holds: number;
  /** When the officer at the counter was last heard; null when nobody sits there any more. */
  readonly officerHeardAt: number | null;
  /** From when a server has been listening without a break. */
  readonly listeningSince: number;
  readonly noShowMinutes: number;
  readonly silentMinutes: number;
}

/** `held` and `absent`: the visitor did not come. `put-back`: the officer is gone, and the visitor's place is as it was. */
export type CallEnds = 'stays' | keyof typeof ENDING_ACTIONS;

/** By which action of the transition table each end comes about. */
export const ENDING_ACTIONS = {
  held: 'hold',
  absent: 'mark-absent',
  'put-back': 'put-back',
} as const satisfies Record<string, TicketAction>;

/**
 * What becomes of a call by itself. Between "was heard just now" and "has been silent for long" nobody knows whether the
 * officer is there, and then nothing happens: a visitor who stands before an empty counter is not taken for absent.
 */
export function endOfCall(call: UnattendedCall): CallEnds {
  if (call.officerHeardAt === null) return 'put-back';
  const lastSignAt = Math.max(call.officerHeardAt, call.calledAt, call.listeningSince);
  if (call.now - lastSignAt >= call.silentMinutes * MINUTE_MS) return 'put-back';
  const present = call.now - call.officerHeardAt <= PRESENT_MINUTES * MINUTE_MS;
  if (!present || call.now - call.calledAt < call.noShowMinutes * MINUTE_MS) return 'stays';
  return call.holds < HOLDS_MAX ? 'held' : 'absent';
}
