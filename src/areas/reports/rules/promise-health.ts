/**
 * What a promise's health is made of, each from 0 to 1: promised days on which the booth was open, promised hours with
 * somebody there, promised services that can be asked for, people against the number promised, promised days on which as many numbers
 * as were promised could be had, and satisfaction.
 */
export const HEALTH_PARTS = ['days', 'hours', 'services', 'people', 'quota', 'satisfaction'] as const;
export type HealthPart = (typeof HEALTH_PARTS)[number];

export type Health = Readonly<Partial<Record<HealthPart, number>>>;

/** Under this share of promised days the mall asks the agency why. */
export const KEPT_SHARE_MIN = 0.95;

/** Fewer answers than this say nothing of an agency. */
export const RATINGS_MIN = 10;

export interface PromiseFigures {
  readonly daysPromised: number;
  readonly daysOpen: number;
  readonly promisedMinutes: number;
  readonly presentMinutes: number;
  readonly servicesPromised: number;
  readonly servicesOffered: number;
  readonly peoplePromised: number;
  /** On an average day on which anybody was there; null: nobody ever was. */
  readonly peoplePresent: number | null;
  /** Open days on which the promised numbers could be had; null: no number of numbers was promised. */
  readonly daysWithQuota: number | null;
  readonly ratings: number;
  /** 1 to 4, 4 is best. */
  readonly ratingMean: number | null;
}

/** The parts that can be told; what was not promised or not yet measured is absent and not zero. */
export function promiseHealth(figures: PromiseFigures): Health {
  const { daysWithQuota, peoplePresent, ratingMean } = figures;
  const parts: Partial<Record<HealthPart, number>> = {};
  if (figures.daysPromised > 0) parts.days = figures.daysOpen / figures.daysPromised;
  if (figures.promisedMinutes > 0) parts.hours = figures.presentMinutes / figures.promisedMinutes;
  if (figures.servicesPromised > 0 && figures.daysPromised > 0)
    parts.services = figures.servicesOffered / figures.servicesPromised;
  if (figures.peoplePromised > 0 && figures.daysPromised > 0)
    parts.people = Math.min(1, (peoplePresent ?? 0) / figures.peoplePromised);
  if (daysWithQuota !== null && figures.daysPromised > 0) parts.quota = daysWithQuota / figures.daysPromised;
  if (ratingMean !== null && figures.ratings >= RATINGS_MIN) parts.satisfaction = (ratingMean - 1) / 3;
  return parts;
}

/** The plain mean of the parts that there are, 0 to 100; null where there is none. No law gives weights. */
export function healthScore(health: Health): number | null {
  const values = Object.values(health);
  if (values.length === 0) return null;
  return Math.round((100 * values.reduce((sum, value) => sum + value, 0)) / values.length);
}
