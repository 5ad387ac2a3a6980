import { error } from '@sveltejs/kit';
import type { NumberSource } from '#areas/reports/rules/number-sources.ts';

/** A day as it stands in an address: `2026-11-24`, and a day that exists. Anything else gets words with 400. */
export function readReportDay(text: string): string {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(text) && toDay(Date.parse(`${text}T00:00:00Z`)) === text;
  return real ? text : error(400, 'DAY_MALFORMED');
}

/** The day before or after, in plain calendar days. */
export function shiftDay(day: string, days: number): string {
  return toDay(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
}

function toDay(epoch: number): string {
  return Number.isFinite(epoch) ? new Date(epoch).toISOString().slice(0, 10) : '';
}

/** `?kertas=tanpa` leaves numbers on paper out, `?kertas=saja` counts nothing else. */
export function numberSource(url: URL): NumberSource {
  const asked = url.searchParams.get('kertas');
  return asked === 'tanpa' ? 'machine' : asked === 'saja' ? 'paper' : 'all';
}

const SOURCE_WORDS = { all: undefined, machine: 'tanpa', paper: 'saja' } as const;

/** The part of a report's address that says what is counted; empty when all is. */
export function reportQuery({ simulated, source }: { simulated: boolean; source: NumberSource }): string {
  const query = new URLSearchParams();
  if (!simulated) query.set('simulasi', 'tanpa');
  const paper = SOURCE_WORDS[source];
  if (paper !== undefined) query.set('kertas', paper);
  return query.size === 0 ? '' : `?${query}`;
}

/** `?simulasi=tanpa` leaves simulated numbers out; everything else keeps them in. */
export function withSimulated(url: URL): boolean {
  return url.searchParams.get('simulasi') !== 'tanpa';
}
