import { gammaQuantile } from './gamma.ts';

/** How many observed services the declared minutes weigh as much as. */
const DECLARED_WEIGHT = 10;
/** Coefficient of variation of a service until the office has shown its own. */
const CV_DEFAULT = 0.8;

/** Minutes; the wait is shorter than p50 for half of the people and shorter than p90 for nine of ten. */
export interface WaitQuantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/**
 * Mean minutes of a service: the declared time, drawn toward what was observed as observations gather
 * (the mean of a gamma prior worth ten services).
 */
export function expectedServiceMinutes(service: {
  readonly declaredMinutes: number;
  readonly observedCount: number;
  readonly observedSumMinutes: number;
}): number {
  const weighted = DECLARED_WEIGHT * service.declaredMinutes + service.observedSumMinutes;
  return weighted / (DECLARED_WEIGHT + service.observedCount);
}

/**
 * Prediction of level 0, from the length of the line alone: the wait of somebody with `ahead` people
 * before them at `counters` open counters (≥ 1; who has none says so instead of guessing: RangeError).
 *
 * It ends when n = ahead + 1 − countersFree services have ended: those ahead take the free counters
 * first, then each service that ends takes in one more, the last of them this person. n ≤ 0 is no wait.
 * Otherwise the wait is a gamma distribution of n/cv² stages with mean n · serviceMinutes / counters,
 * exactly Erlang's when cv = 1 and all counters work (M/M/s).
 */
export function waitQuantiles(line: {
  /** People, or that part of them whom these counters are expected to serve. */
  readonly ahead: number;
  readonly serviceMinutes: number;
  readonly counters: number;
  /** Counters open, able to serve this ticket and idle now; 0 unless told. */
  readonly countersFree?: number;
  readonly cv?: number;
}): WaitQuantiles {
  const { ahead, serviceMinutes, counters, countersFree = 0, cv = CV_DEFAULT } = line;
  if (!(counters >= 1)) throw new RangeError(`no wait can be told with ${counters} counters`);
  if (!(cv > 0)) throw new RangeError(`no service varies by ${cv}`);
  const servicesToEnd = ahead + 1 - countersFree;
  if (servicesToEnd <= 0) return { p10: 0, p50: 0, p90: 0 };
  const shape = servicesToEnd / cv ** 2;
  const scaleMinutes = (cv ** 2 * serviceMinutes) / counters;
  const quantileMinutes = (p: number): number => scaleMinutes * gammaQuantile(p, shape);
  return { p10: quantileMinutes(0.1), p50: quantileMinutes(0.5), p90: quantileMinutes(0.9) };
}
