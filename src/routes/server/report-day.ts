import { error } from '@sveltejs/kit';

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

/** `?simulasi=tanpa` leaves simulated numbers out; everything else keeps them in. */
export function withSimulated(url: URL): boolean {
  return url.searchParams.get('simulasi') !== 'tanpa';
}
