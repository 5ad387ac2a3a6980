import type { OfficerOutcome } from '#areas/queue/rules/ticket-states.ts';
import { makeDice } from './dice.ts';

/** How a crowd behaves; a scenario's demand facts fit. Shares are between 0 and 1. */
export interface DemandProfile {
  /** Visitors in each hour of the mall's day, 24 numbers: only their proportion counts. */
  readonly visitorsByHour: readonly number[];
  /** How many want each service, by service code. */
  readonly visitorsPerThousand: Readonly<Record<string, number>>;
  readonly priorityShare: number;
  readonly noShowShare: number;
  /** Time at the counter = expected minutes × a lognormal factor, cut off at both ends. */
  readonly serviceFactor: {
    readonly mean: number;
    readonly variationCoefficient: number;
    readonly min: number;
    readonly max: number;
  };
  readonly rating: {
    readonly answeredShare: number;
    readonly shareByScore: Readonly<Record<1 | 2 | 3 | 4, number>>;
  };
}

/** No more come in one step, however long it is or fast the crowd: a bound, not a wish. */
export const VISITORS_PER_STEP_MAX = 20;

export interface PlannedVisitor {
  readonly serviceCode: string;
  readonly priority: boolean;
}

export interface CrowdStep {
  readonly seed: string;
  /** Tells this step from every other of the same seed. */
  readonly step: number;
  readonly demand: DemandProfile;
  /** Hour on the wall of the mall, 0–23. */
  readonly hour: number;
  /** Mean over the whole day; the profile says how it spreads over the hours. */
  readonly visitorsPerHour: number;
  /** Length of the step, in the crowd's own time. */
  readonly minutes: number;
}

/** Who comes in one step: as many as a Poisson law with the hour's rate draws. */
export function planVisitors({
  seed,
  step,
  demand,
  hour,
  visitorsPerHour,
  minutes,
}: CrowdStep): PlannedVisitor[] {
  const dice = makeDice(`${seed} step ${step}`);
  const { visitorsByHour } = demand;
  const meanByHour = visitorsByHour.reduce((sum, visitors) => sum + visitors, 0) / visitorsByHour.length;
  const rate = (visitorsPerHour * (visitorsByHour[hour] ?? 0)) / meanByHour / 60;
  const visitors: PlannedVisitor[] = [];
  // Gaps between arrivals are exponential: count those that fit into the step.
  for (let at = gapMinutes(dice.share(), rate); at < minutes; at += gapMinutes(dice.share(), rate)) {
    if (visitors.length >= VISITORS_PER_STEP_MAX) break;
    visitors.push({
      serviceCode: dice.pick(demand.visitorsPerThousand),
      priority: dice.chance(demand.priorityShare),
    });
  }
  return visitors;
}

/** The hour in which most come, 0–23. */
export function busiestHour({ visitorsByHour }: DemandProfile): number {
  return visitorsByHour.indexOf(Math.max(...visitorsByHour));
}

function gapMinutes(share: number, ratePerMinute: number): number {
  return ratePerMinute > 0 ? -Math.log(1 - share) / ratePerMinute : Number.POSITIVE_INFINITY;
}

/** What becomes of one person who is called; all lengths in the crowd's own time. */
export interface PlannedStop {
  readonly appears: boolean;
  /** From the call to the counter, or until the call is repeated. */
  readonly walkSeconds: number;
  readonly serviceSeconds: number;
  readonly outcome: OfficerOutcome;
  /** Told to the citizen when refused. */
  readonly reason: string | undefined;
  /** The officer's breath before the next call. */
  readonly pauseSeconds: number;
  /** The answer to the one question, and how long after the end; null when there is none. */
  readonly rating: { readonly score: number; readonly afterSeconds: number } | null;
}

/** Invented; a rehearsal needs every outcome, mostly the good one. */
const OUTCOME_WEIGHTS: Readonly<Record<OfficerOutcome, number>> = {
  finished: 70,
  'in-process': 15,
  consultation: 8,
  refused: 5,
  left: 2,
};

const REASONS = [
  'Berkas asli belum dibawa',
  'Data pada Kartu Keluarga belum diperbarui',
  'Surat pengantar belum ditandatangani',
] as const;

/**
 * What becomes of a ticket. It follows from seed and ticket alone, so that a crowd that starts again in the middle of
 * a service ends it as it would have. A real person (not simulated) always appears: nobody who tries the mall is
 * declared absent by dice.
 */
export function planStop(ticket: {
  readonly seed: string;
  readonly ticketId: string;
  readonly expectedMinutes: number;
  readonly simulated: boolean;
  readonly demand: DemandProfile;
}): PlannedStop {
  const { demand, expectedMinutes } = ticket;
  const dice = makeDice(`${ticket.seed} ticket ${ticket.ticketId}`);
  const appears = !dice.chance(demand.noShowShare) || !ticket.simulated;
  const walkSeconds = dice.between(10, 45);
  const serviceSeconds = 60 * expectedMinutes * serviceFactor(demand, dice.normal());
  const outcome = dice.pick(OUTCOME_WEIGHTS);
  const reason = REASONS[Math.floor(dice.share() * REASONS.length)];
  const pauseSeconds = dice.between(5, 30);
  const answers = dice.chance(demand.rating.answeredShare) && outcome !== 'left';
  const score = Number(dice.pick(demand.rating.shareByScore));
  const rating = answers ? { score, afterSeconds: dice.between(15, 120) } : null;
  return {
    appears,
    walkSeconds,
    serviceSeconds,
    pauseSeconds,
    outcome,
    rating,
    reason: outcome === 'refused' ? reason : undefined,
  };
}

/** A lognormal law has mean m and variation c when its logarithm has variance ln(1 + c²) and mean ln m − half of it. */
function serviceFactor({ serviceFactor: law }: DemandProfile, normal: number): number {
  const variance = Math.log(1 + law.variationCoefficient ** 2);
  const factor = Math.exp(Math.log(law.mean) - variance / 2 + Math.sqrt(variance) * normal);
  return Math.min(law.max, Math.max(law.min, factor));
}

export interface Line {
  readonly waiting: number;
  readonly countersOpen: number;
  readonly countersTotal: number;
}

/** From this many on a simulated visitor turns round at the door: a demonstration shows queues, not despair. */
export function lineMax(countersTotal: number): number {
  return Math.max(6, 3 * countersTotal);
}

/**
 * How many counters of an agency should be open now. One always is; another opens once more than two wait for each
 * that is open, and one closes when nobody waits.
 */
export function countersWanted({ waiting, countersOpen, countersTotal }: Line): number {
  const open = Math.max(1, countersOpen);
  const wanted = waiting > 2 * open ? open + 1 : waiting === 0 ? open - 1 : open;
  return Math.min(Math.max(1, wanted), countersTotal);
}
