import { availableActions, type OfficerOutcome } from '#areas/queue/rules/ticket-states.ts';
import { HOLDS_MAX } from '#areas/queue/rules/hold.ts';
import type { Desk } from '#areas/queue/contract.ts';

/** What the one large button does in the present state of the desk. */
export type MainAction = 'call' | 'start' | 'finish-and-call' | 'finish';

/** A command that the console can send. */
export type Deed = MainAction | 'recall' | 'hold' | 'absent' | 'close';

/** Why a button cannot be pressed: a key of the officer's words. */
export type WhyNot =
  'whyNoCall' | 'whyNobody' | 'whyNoRecall' | 'whyNoHold' | 'whyHoldLimit' | 'whyNoAbsent' | 'whyNoFinish';

type DeskState = Pick<Desk, 'current' | 'waiting'>;

/** The large button, from the transition table: what the present state allows, finishing together with calling. */
export function mainAction({ current, waiting }: DeskState): MainAction {
  if (current === null || current.state === 'done') return 'call';
  const allowed = availableActions(current.state);
  if (allowed.includes('start')) return 'start';
  return waiting.length > 0 ? 'finish-and-call' : 'finish';
}

/** Why a deed is not possible now; undefined where it is. */
export function whyNot(deed: Deed, { current, waiting }: DeskState): WhyNot | undefined {
  const allowed = current === null ? [] : availableActions(current.state);
  switch (deed) {
    case 'call':
      return waiting.length === 0 ? 'whyNoCall' : undefined;
    case 'start':
      return current === null ? 'whyNobody' : undefined;
    case 'finish':
    case 'finish-and-call':
      if (current === null) return 'whyNobody';
      return allowed.includes('finish') ? undefined : 'whyNoFinish';
    case 'recall':
      if (current === null) return 'whyNobody';
      return allowed.includes('recall') ? undefined : 'whyNoRecall';
    case 'hold':
      if (current === null) return 'whyNobody';
      if (!allowed.includes('hold')) return 'whyNoHold';
      return current.holds >= HOLDS_MAX ? 'whyHoldLimit' : undefined;
    case 'absent':
      if (current === null) return 'whyNobody';
      return allowed.includes('mark-absent') ? undefined : 'whyNoAbsent';
    case 'close':
      return undefined;
  }
}

/** The outcome that a digit chooses: 1 for the first of the list. */
export function outcomeOfKey(key: string, outcomes: readonly OfficerOutcome[]): OfficerOutcome | undefined {
  return /^[1-9]$/.test(key) ? outcomes[Number(key) - 1] : undefined;
}
