import { countersFor, shareServedWithin } from './erlang.ts';

/** A service as people reach it today. Distance is one way, time and cost are there and back, for one visit. */
export interface ServiceToday {
  readonly agency: string;
  readonly yearlyRequests: number;
  readonly visitsPerRequest: number;
  readonly travelMinutes: number;
  readonly costRupiah: number;
  readonly serviceMinutes: number;
  readonly joins: boolean;
}

export interface DemandFigures {
  readonly daysPerYear: number;
  /** Share of a day's visitors who come in its busiest hour. */
  readonly busiestShare: number;
  readonly waitMinutes: number;
  /** Share of visitors that shall wait at most `waitMinutes`. */
  readonly waitShare: number;
  /** How far the volume may be off: 0.25 means from 25 % less to 25 % more. */
  readonly spread: number;
}

/** Every step of the sum, so that whoever reads it can do it again. */
export interface AgencyNeed {
  readonly agency: string;
  readonly services: number;
  readonly yearlyVisits: number;
  readonly dailyVisits: number;
  readonly busiestHour: number;
  /** Weighted by visits. */
  readonly serviceMinutes: number;
  /** Counters that would be busy all the time in the busiest hour, in erlang. */
  readonly load: number;
  /** With the low, the likely and the high volume; null where no hall holds so many. */
  readonly counters: Readonly<Record<Level, number | null>>;
  /** Of the likely volume with the likely counters: share that waits at most the minutes of the promise. */
  readonly servedShare: number | null;
}

export const LEVELS = ['low', 'mid', 'high'] as const;
export type Level = (typeof LEVELS)[number];

/** What each agency that joins needs in its busiest hour, by name. Every agency has counters of its own. */
export function reckonNeeds(services: readonly ServiceToday[], figures: DemandFigures): AgencyNeed[] {
  const joining = services.filter(({ joins }) => joins);
  const agencies = [...new Set(joining.map(({ agency }) => agency))].toSorted((a, b) => (a < b ? -1 : 1));
  return agencies.map((agency) => {
    const own = joining.filter((service) => service.agency === agency);
    const visitsOf = (service: ServiceToday) => service.yearlyRequests * service.visitsPerRequest;
    const yearlyVisits = sum(own.map(visitsOf));
    const minutes = sum(own.map((service) => visitsOf(service) * service.serviceMinutes));
    const serviceMinutes = yearlyVisits === 0 ? 0 : minutes / yearlyVisits;
    const dailyVisits = yearlyVisits / figures.daysPerYear;
    const busiestHour = dailyVisits * figures.busiestShare;
    const promise = { minutes: figures.waitMinutes, share: figures.waitShare };
    const need = (factor: number) =>
      countersFor({ arrivalsPerHour: busiestHour * factor, serviceMinutes }, promise) ?? null;
    const counters = { low: need(1 - figures.spread), mid: need(1), high: need(1 + figures.spread) };
    return {
      ...{ agency, services: own.length, yearlyVisits, dailyVisits, busiestHour, serviceMinutes, counters },
      load: (busiestHour * serviceMinutes) / 60,
      servedShare:
        counters.mid === null
          ? null
          : shareServedWithin(
              { arrivalsPerHour: busiestHour, serviceMinutes },
              counters.mid,
              promise.minutes,
            ),
    };
  });
}

/** What people spend in a year to get what they need: the baseline against which avoided visits are counted. */
export interface Burden {
  readonly requests: number;
  readonly visits: number;
  readonly visitsPerRequest: number | null;
  readonly hours: number;
  readonly travelRupiah: number;
  /** The hours in money; null where nobody has said what an hour is worth. */
  readonly timeRupiah: number | null;
}

/** @param hourRupiah what an hour of a person is worth, where somebody has said it */
export function reckonBurden(services: readonly ServiceToday[], hourRupiah: number | null): Burden {
  const visitsOf = (service: ServiceToday) => service.yearlyRequests * service.visitsPerRequest;
  const requests = sum(services.map(({ yearlyRequests }) => yearlyRequests));
  const visits = sum(services.map(visitsOf));
  const hours = sum(services.map((service) => (visitsOf(service) * service.travelMinutes) / 60));
  return {
    ...{ requests, visits, hours },
    visitsPerRequest: requests === 0 ? null : visits / requests,
    travelRupiah: sum(services.map((service) => visitsOf(service) * service.costRupiah)),
    timeRupiah: hourRupiah === null ? null : hours * hourRupiah,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
