import type { Outcome } from './ticket-states.ts';

/** What can happen to a number, as its holder is told it. */
export const HISTORY_KINDS = [
  'issued',
  'came-from',
  'carried-from',
  'called',
  'called-again',
  'undone',
  'started',
  'held',
  'held-by-clock',
  'returned',
  'returned-late',
  'put-back',
  'led-on',
  'ended',
  'closed',
  'reopened',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

export interface HistoryEntry {
  /** Epoch ms. */
  readonly at: number;
  readonly kind: HistoryKind;
  readonly counterNumber: number | null;
  /** Until when a hold keeps the place: the instant as the trail writes it. */
  readonly until: string | null;
  /** The number from which this one came, or to which it led. */
  readonly otherCode: string | null;
  readonly outcome: Outcome | null;
  /** Why a booth was shut. */
  readonly reason: string | null;
  /** Who of the staff did it, for those who may know. */
  readonly who: string | null;
}

/** A line of the trail about this number. */
export interface TrailLine {
  readonly at: number;
  /** With the area before a point, or without. */
  readonly operation: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly who?: string | null;
}

/** A stretch of the number's life; `endedAt` is null while it lasts. */
export interface Stretch {
  readonly kind: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly counterNumber: number | null;
}

export interface ShutStretch {
  readonly startsAt: number;
  /** Infinity: until further notice. */
  readonly endsAt: number;
  readonly reason: string;
}

export interface HistoryFacts {
  /** A number on paper was entered afterwards: its trail tells when, its stretches tell what happened. */
  readonly onPaper: boolean;
  readonly outcome: Outcome | null;
  readonly trail: readonly TrailLine[];
  readonly stretches: readonly Stretch[];
  readonly shut: readonly ShutStretch[];
  readonly now: number;
}

/** The life of a number in the order in which it happened: from the trail, on paper from its stretches. */
export function historyOf(facts: HistoryFacts): HistoryEntry[] {
  const own = facts.onPaper ? fromStretches(facts) : facts.trail.flatMap(fromLine);
  const from = facts.stretches[0]?.startedAt ?? facts.now;
  const until = facts.stretches.at(-1)?.endedAt ?? facts.now;
  const shut = facts.shut.flatMap(({ startsAt, endsAt, reason }) => [
    entry(Math.max(startsAt, from), 'closed', { reason }),
    ...(endsAt <= until ? [entry(endsAt, 'reopened')] : []),
  ]);
  // What happened at one moment stays in its order: sorting is stable.
  return [...own, ...shut.filter(({ at }) => at >= from && at <= until)].sort((a, b) => a.at - b.at);
}

function entry(at: number, kind: HistoryKind, more: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    at,
    kind,
    counterNumber: null,
    until: null,
    otherCode: null,
    outcome: null,
    reason: null,
    who: null,
    ...more,
  };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

function fromLine({ at, operation, facts, who = null }: TrailLine): HistoryEntry[] {
  const counterNumber = typeof facts['counter'] === 'number' ? facts['counter'] : null;
  const tell = (kind: HistoryKind, more: Partial<HistoryEntry> = {}) => [
    entry(at, kind, { counterNumber, who, ...more }),
  ];
  const outcome = textOf(facts['outcome']) as Outcome | null;
  const until = textOf(facts['until']);
  const name = operation.slice(operation.indexOf('.') + 1);
  // One press can end a number and call the next: the line of the one that ended has an outcome.
  if (name === 'transfer' || name === 'takeFirstPlace' || name === 'giveFirstPlace') {
    const next = textOf(facts['next']);
    const from = textOf(facts['cameFrom']) ?? textOf(facts['from']);
    if (from !== null)
      return tell(facts['why'] === 'carried' ? 'carried-from' : 'came-from', { otherCode: from });
    return tell('led-on', { otherCode: next, outcome });
  }
  if (outcome !== null) return tell('ended', { outcome });
  switch (name) {
    case 'issueTicket':
      return tell('issued');
    case 'callNext':
    case 'callOutOfTurn':
      return tell('called');
    case 'recall':
      return tell('called-again');
    case 'undoCall':
      return tell('undone');
    case 'startServing':
      return tell('started');
    case 'hold':
      return tell('held', { until });
    case 'no-show':
      return tell('held-by-clock', { until });
    case 'returnHeld':
    case 'returnByHolder':
      return tell(facts['inTime'] === false ? 'returned-late' : 'returned');
    case 'silent-counter':
      return tell('put-back');
    // A rating is nobody's business but its giver's; what is new to this list is left out rather than told wrongly.
    default:
      return [];
  }
}

function fromStretches({ stretches, outcome }: HistoryFacts): HistoryEntry[] {
  const kinds: Readonly<Record<string, HistoryKind>> = {
    waiting: 'issued',
    called: 'called',
    serving: 'started',
  };
  const lived = stretches.flatMap(({ kind, startedAt, counterNumber }) => {
    const told = kinds[kind];
    return told === undefined ? [] : [entry(startedAt, told, { counterNumber })];
  });
  const endedAt = stretches.at(-1)?.endedAt;
  return endedAt === undefined || endedAt === null ? lived : [...lived, entry(endedAt, 'ended', { outcome })];
}
