import { refuse, type Refusal } from '#platform/values/refusal.ts';

/** The first and last service day of a site, `YYYY-MM-DD`; both belong to it. Null: no bound on that side. */
export interface SiteDays {
  readonly from: string | null;
  readonly until: string | null;
}

/** A building that has neither beginning nor end. */
export const ALWAYS: SiteDays = { from: null, until: null };

/** Whether a day lies within, before or after the days of a site. */
export function siteOn(day: string, { from, until }: SiteDays): 'there' | 'not-yet' | 'over' {
  if (from !== null && day < from) return 'not-yet';
  return until !== null && day > until ? 'over' : 'there';
}

/** Refusals: SITE_DAYS. */
export function judgeSiteDays({ from, until }: SiteDays): Refusal<'SITE_DAYS'> | undefined {
  return from !== null && until !== null && from > until ? refuse('SITE_DAYS') : undefined;
}
