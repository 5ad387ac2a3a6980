import { refuse } from '#platform/values/refusal.ts';
import type { Refusal } from '#platform/values/refusal.ts';

/**
 * What a counter is doing, seen from its seat: nobody sits, ready, somebody was called or is served, the same with a
 * break asked for behind it, or on a break. None of it is stored: session, break and stop say it together.
 */
export const SEAT_STATES = ['empty', 'ready', 'busy', 'last-one', 'paused'] as const;
export type SeatState = (typeof SEAT_STATES)[number];

export const SEAT_ACTIONS = ['sit-down', 'call', 'pause', 'resume', 'offer', 'leave'] as const;
export type SeatAction = (typeof SEAT_ACTIONS)[number];

export type SeatRefusal =
  'NOT_AT_COUNTER' | 'COUNTER_TAKEN' | 'COUNTER_BUSY' | 'COUNTER_PAUSED' | 'ALREADY_PAUSED' | 'NOT_PAUSED';

/** What each action makes of each state: the next state, or the code with which it is refused. */
export const SEAT_TRANSITIONS = {
  empty: {
    'sit-down': 'ready',
    call: 'NOT_AT_COUNTER',
    pause: 'NOT_AT_COUNTER',
    resume: 'NOT_AT_COUNTER',
    offer: 'NOT_AT_COUNTER',
    leave: 'NOT_AT_COUNTER',
  },
  ready: {
    'sit-down': 'COUNTER_TAKEN',
    call: 'busy',
    pause: 'paused',
    resume: 'NOT_PAUSED',
    offer: 'ready',
    leave: 'empty',
  },
  busy: {
    'sit-down': 'COUNTER_TAKEN',
    call: 'COUNTER_BUSY',
    pause: 'last-one',
    resume: 'NOT_PAUSED',
    offer: 'busy',
    leave: 'COUNTER_BUSY',
  },
  'last-one': {
    'sit-down': 'COUNTER_TAKEN',
    call: 'COUNTER_BUSY',
    pause: 'ALREADY_PAUSED',
    resume: 'busy',
    offer: 'last-one',
    leave: 'COUNTER_BUSY',
  },
  paused: {
    'sit-down': 'COUNTER_TAKEN',
    call: 'COUNTER_PAUSED',
    pause: 'ALREADY_PAUSED',
    resume: 'ready',
    offer: 'paused',
    leave: 'empty',
  },
} as const satisfies Record<SeatState, Record<SeatAction, SeatState | SeatRefusal>>;

export interface Seat {
  /** Somebody sits there. */
  readonly taken: boolean;
  /** A break was asked for and has not ended. */
  readonly onBreak: boolean;
  /** Somebody is called to the counter or served at it. */
  readonly occupied: boolean;
}

export function seatState({ taken, onBreak, occupied }: Seat): SeatState {
  if (!taken) return 'empty';
  if (occupied) return onBreak ? 'last-one' : 'busy';
  return onBreak ? 'paused' : 'ready';
}

function isSeatState(cell: SeatState | SeatRefusal): cell is SeatState {
  return SEAT_STATES.some((state) => state === cell);
}

/** The state after an action, or why it is refused. */
export function nextSeat(state: SeatState, action: SeatAction): SeatState | Refusal<SeatRefusal> {
  const cell: SeatState | SeatRefusal = SEAT_TRANSITIONS[state][action];
  return isSeatState(cell) ? cell : refuse(cell);
}
