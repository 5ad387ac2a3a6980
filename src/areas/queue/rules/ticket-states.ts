import { refuse } from '#platform/values/refusal.ts';
import type { Refusal } from '#platform/values/refusal.ts';

export const TICKET_STATES = ['waiting', 'called', 'held', 'serving', 'done'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export const TICKET_ACTIONS = [
  'call',
  'recall',
  'undo-call',
  'start',
  'hold',
  'return',
  'finish',
  'redirect',
  'send-on',
  'mark-absent',
  'cancel',
  'put-back',
  'close-day',
] as const;
export type TicketAction = (typeof TICKET_ACTIONS)[number];

export type TicketRefusal =
  'NOT_WAITING' | 'NOT_CALLED' | 'UNDO_LATE' | 'NOT_HELD' | 'NOT_SERVING' | 'BEING_SERVED' | 'ALREADY_DONE';

/** How a stop can end; every stop ends with one. `not-served` is the mall's fault, never the visitor's. */
export const OUTCOMES = [
  'finished',
  'in-process',
  'consultation',
  'refused',
  'left',
  'absent',
  'not-served',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Those an officer may choose on finishing; the other two follow from `mark-absent` and `close-day`. */
export const OFFICER_OUTCOMES = [
  'finished',
  'in-process',
  'consultation',
  'refused',
  'left',
] as const satisfies readonly Outcome[];
export type OfficerOutcome = (typeof OFFICER_OUTCOMES)[number];

/** A citizen who is refused must be told why, so that outcome is not accepted without a reason. */
export function needsReason(outcome: Outcome): boolean {
  return outcome === 'refused';
}

/** What each action makes of each state: the next state, or the code with which it is refused. */
export const TRANSITIONS = {
  waiting: {
    call: 'called',
    recall: 'NOT_CALLED',
    'undo-call': 'NOT_CALLED',
    start: 'NOT_CALLED',
    hold: 'NOT_CALLED',
    return: 'NOT_HELD',
    finish: 'NOT_SERVING',
    redirect: 'NOT_CALLED',
    'send-on': 'NOT_SERVING',
    'mark-absent': 'NOT_CALLED',
    cancel: 'done',
    'put-back': 'NOT_CALLED',
    'close-day': 'done',
  },
  called: {
    call: 'NOT_WAITING',
    recall: 'called',
    'undo-call': 'waiting',
    start: 'serving',
    hold: 'held',
    return: 'NOT_HELD',
    finish: 'NOT_SERVING',
    redirect: 'done',
    'send-on': 'NOT_SERVING',
    'mark-absent': 'done',
    cancel: 'done',
    'put-back': 'waiting',
    'close-day': 'done',
  },
  held: {
    call: 'NOT_WAITING',
    recall: 'NOT_CALLED',
    'undo-call': 'UNDO_LATE',
    start: 'NOT_CALLED',
    hold: 'NOT_CALLED',
    return: 'waiting',
    finish: 'NOT_SERVING',
    redirect: 'done',
    'send-on': 'NOT_SERVING',
    'mark-absent': 'NOT_CALLED',
    cancel: 'done',
    'put-back': 'NOT_CALLED',
    'close-day': 'done',
  },
  serving: {
    call: 'NOT_WAITING',
    recall: 'NOT_CALLED',
    'undo-call': 'UNDO_LATE',
    start: 'NOT_CALLED',
    hold: 'held',
    return: 'NOT_HELD',
    finish: 'done',
    redirect: 'done',
    'send-on': 'done',
    'mark-absent': 'NOT_CALLED',
    cancel: 'BEING_SERVED',
    'put-back': 'NOT_CALLED',
    'close-day': 'done',
  },
  done: {
    call: 'ALREADY_DONE',
    recall: 'ALREADY_DONE',
    'undo-call': 'ALREADY_DONE',
    start: 'ALREADY_DONE',
    hold: 'ALREADY_DONE',
    return: 'ALREADY_DONE',
    finish: 'ALREADY_DONE',
    redirect: 'ALREADY_DONE',
    'send-on': 'ALREADY_DONE',
    'mark-absent': 'ALREADY_DONE',
    cancel: 'ALREADY_DONE',
    'put-back': 'ALREADY_DONE',
    'close-day': 'ALREADY_DONE',
  },
} as const satisfies Record<TicketState, Record<TicketAction, TicketState | TicketRefusal>>;

function isTicketState(cell: TicketState | TicketRefusal): cell is TicketState {
  return TICKET_STATES.some((state) => state === cell);
}

/** The state after an action, or why it is refused. */
export function nextState(state: TicketState, action: TicketAction): TicketState | Refusal<TicketRefusal> {
  const cell: TicketState | TicketRefusal = TRANSITIONS[state][action];
  return isTicketState(cell) ? cell : refuse(cell, { state, action });
}

/** The actions a screen may offer in a state, in the table's order. */
export function availableActions(state: TicketState): readonly TicketAction[] {
  return TICKET_ACTIONS.filter((action) => isTicketState(TRANSITIONS[state][action]));
}
