import type { Figures } from '../contract.ts';
import type { PlainStop } from './random-day.ts';

/** The figures of some stops, counted one by one with nothing but arithmetic: what every report must equal. */
export function recount(stops: readonly PlainStop[]): Figures {
  const ended = (outcome: PlainStop['outcome']) => stops.filter((stop) => stop.outcome === outcome).length;
  const outcomes = {
    finished: ended('finished'),
    'in-process': ended('in-process'),
    consultation: ended('consultation'),
    refused: ended('refused'),
    left: ended('left'),
    absent: ended('absent'),
    'not-served': ended('not-served'),
  };
  const scores = stops.flatMap((stop) => (stop.score === null ? [] : [stop.score]));
  return {
    visits: new Set(stops.map(({ visit }) => visit)).size,
    issued: stops.length,
    served: outcomes.finished + outcomes['in-process'] + outcomes.consultation + outcomes.refused,
    stillOpen: ended(null),
    outcomes,
    waitMinutes: describeMinutes(stops.flatMap(waitOf)),
    serviceMinutes: describeMinutes(stops.flatMap(serviceOf)),
    rating: { count: scores.length, mean: scores.length === 0 ? null : sum(scores) / scores.length },
  };
}

/** Waiting before the first call, through calls that were taken back; nothing for who was never called. */
function waitOf({ intervals }: PlainStop): number[] {
  const firstCall = intervals.findIndex(({ kind }) => kind === 'called');
  if (firstCall < 0) return [];
  const waits = intervals.slice(0, firstCall).filter(({ kind }) => kind === 'waiting' || kind === 'undone');
  return [sum(waits.map((wait) => (wait.endedAt! - wait.startedAt) / 60_000))];
}

function serviceOf({ intervals, outcome }: PlainStop): number[] {
  const services = intervals.filter(({ kind }) => kind === 'serving');
  if (outcome === null || services.length === 0) return [];
  return [sum(services.map((service) => (service.endedAt! - service.startedAt) / 60_000))];
}

function describeMinutes(minutes: readonly number[]): Figures['waitMinutes'] {
  if (minutes.length === 0) return { count: 0, mean: null, p50: null, p90: null };
  const sorted = minutes.toSorted((a, b) => a - b);
  return {
    count: minutes.length,
    mean: sum(minutes) / minutes.length,
    p50: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
  };
}

/** Between two neighbours in proportion, as spreadsheets do. */
function quantile(sorted: readonly number[], p: number): number {
  const place = p * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
