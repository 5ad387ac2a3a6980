import type { SiteDays } from '#areas/malls/rules/site-days.ts';
import { formatDayShort } from '../format/times.ts';
import { commonFor } from './context.ts';
import type { Language } from './language.ts';

/** Why a booth is shut where that is because of its site: `Mulai 27 November 2026`; undefined for any other reason. */
export function saySite(
  booth: { readonly code: string | null; readonly siteDays: SiteDays },
  language: Language,
): string | undefined {
  const common = commonFor(language);
  const { from, until } = booth.siteDays;
  if (booth.code === 'SITE_NOT_YET' && from !== null) return common.siteFrom(formatDayShort(from, language));
  if (booth.code === 'SITE_OVER' && until !== null) return common.siteOver(formatDayShort(until, language));
  return undefined;
}

/** The days of a site: `27 November 2026 sampai 29 November 2026`; undefined for one that is always there. */
export function saySiteDays({ from, until }: SiteDays, language: Language): string | undefined {
  const common = commonFor(language);
  const say = (day: string) => formatDayShort(day, language);
  if (from !== null && until !== null)
    return from === until ? say(from) : common.siteBetween(say(from), say(until));
  if (from !== null) return common.siteFrom(say(from));
  return until === null ? undefined : common.siteUntil(say(until));
}
