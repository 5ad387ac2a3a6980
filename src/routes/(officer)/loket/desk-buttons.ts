import { availableActions, type OfficerOutcome } from '#areas/queue/rules/ticket-states.ts';
import { mayRecall, UNDO_SECONDS, undoEnds } from '#areas/queue/rules/calling.ts';
import { HOLDS_MAX } from '#areas/queue/rules/hold.ts';
import type { Desk } from '#areas/queue/contract.ts';
import type { officer } from '#ui/words/id/officer.ts';

/** What the one large button does in the present state of the desk. */
export type MainAction = 'call' | 'start' | 'finish-and-call' | 'finish' | 'resume';

/** What is asked for in a dialog first. */
export type OpensDialog = 'transfer' | 'call-other';

/** What an officer can do at the console. */
export type Deed = MainAction | 'recall' | 'undo' | 'hold' | 'absent' | 'close' | OpensDialog;

/** Why a button cannot be pressed: a key of the officer's words. */
export type WhyNot =
  | 'whyNoCall'
  | 'whyOtherCounter'
  | 'whyNobody'
  | 'whyNoRecall'
  | 'whyRecallLimit'
  | 'whyNoUndo'
  | 'whyUndoLate'
  | 'whyNoHold'
  | 'whyHoldLimit'
  | 'whyNoAbsent'
  | 'whyNoFinish'
  | 'whyNoTransfer'
  | 'whyNoClose'
  | 'whyPaused';

type DeskState = Pick<Desk, 'counter' | 'current' | 'waiting' | 'recallsMax'>;

/** The large button, from the transition table: what the present state allows, finishing together with calling. */
export function mainAction({ counter, current, waiting }: Omit<DeskState, 'recallsMax'>): MainAction {
  if (current === null || current.state === 'done') return counter?.seat === 'paused' ? 'resume' : 'call';
  const allowed = availableActions(current.state);
  if (allowed.includes('start')) return 'start';
  const callsOn = nextOf({ waiting }) !== undefined && counter?.seat !== 'last-one';
  return callsOn ? 'finish-and-call' : 'finish';
}

/** Who is called next at this counter: the first whom it can serve. */
export function nextOf({ waiting }: Pick<Desk, 'waiting'>): Desk['waiting'][number] | undefined {
  return waiting.find(({ elsewhere }) => elsewhere === null);
}

function whyNobodyNext(desk: Pick<Desk, 'waiting'>): WhyNot | undefined {
  if (nextOf(desk) !== undefined) return undefined;
  return desk.waiting.length === 0 ? 'whyNoCall' : 'whyOtherCounter';
}

/** Why a deed is not possible at this moment (epoch ms by the mall's clock); undefined where it is. */
export function whyNot(deed: Deed, desk: DeskState, now: number): WhyNot | undefined {
  const { current, recallsMax } = desk;
  const allowed = current === null ? [] : availableActions(current.state);
  switch (deed) {
    case 'call':
      return whyNobodyNext(desk);
    case 'start':
      return current === null ? 'whyNobody' : undefined;
    case 'finish':
    case 'finish-and-call':
      if (current === null) return 'whyNobody';
      return allowed.includes('finish') ? undefined : 'whyNoFinish';
    case 'recall':
      if (current === null) return 'whyNobody';
      if (!allowed.includes('recall')) return 'whyNoRecall';
      return mayRecall({ callCount: current.callCount, recallsMax }) ? undefined : 'whyRecallLimit';
    case 'undo':
      if (current === null) return 'whyNobody';
      if (!allowed.includes('undo-call') || current.calledAt === null) return 'whyNoUndo';
      return now <= undoEnds(Date.parse(current.calledAt)) ? undefined : 'whyUndoLate';
    case 'hold':
      if (current === null) return 'whyNobody';
      if (!allowed.includes('hold')) return 'whyNoHold';
      return current.holds >= HOLDS_MAX ? 'whyHoldLimit' : undefined;
    case 'absent':
      if (current === null) return 'whyNobody';
      return allowed.includes('mark-absent') ? undefined : 'whyNoAbsent';
    case 'transfer':
      if (current === null) return 'whyNobody';
      return allowed.includes('redirect') || allowed.includes('send-on') ? undefined : 'whyNoTransfer';
    case 'call-other':
      if (current !== null) return 'whyNoClose';
      if (desk.counter?.seat === 'paused') return 'whyPaused';
      return whyNobodyNext(desk);
    case 'close':
      return current === null ? undefined : 'whyNoClose';
    case 'resume':
      return undefined;
  }
}

/** The reason in words, beside its button. */
export function sayWhyNot(
  reason: WhyNot | undefined,
  { current }: Pick<Desk, 'current'>,
  words: typeof officer,
): string | undefined {
  switch (reason) {
    case undefined:
      return undefined;
    case 'whyRecallLimit':
      return words.whyRecallLimit(current?.callCount ?? 0);
    case 'whyUndoLate':
      return words.whyUndoLate(UNDO_SECONDS);
    default:
      return words[reason];
  }
}

/** The outcome that a digit chooses: 1 for the first of the list. */
export function outcomeOfKey(key: string, outcomes: readonly OfficerOutcome[]): OfficerOutcome | undefined {
  return /^[1-9]$/.test(key) ? outcomes[Number(key) - 1] : undefined;
}
