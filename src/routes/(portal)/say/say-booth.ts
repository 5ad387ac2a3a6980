import type { BoothState } from '#areas/capacity/contract.ts';
import { formatDateNear, formatIsoDay, formatOpening, formatTimeZone } from '#ui/format/times.ts';
import { commonFor } from '#ui/words/context.ts';
import type { Words } from '#ui/words/id.ts';
import { saySite } from '#ui/words/say-site.ts';
import type { Language } from '#ui/words/language.ts';

export interface Reader {
  readonly words: Words['portal'];
  readonly language: Language;
  readonly zone: string;
  /** ISO instant of the server. */
  readonly now: string;
}

/** Open for longer than this is said as day and night: a time next week would puzzle. */
const DAY_MS = 24 * 3_600_000;

/** A booth's truth of today in two or three words: `Buka`, `Kamis, 26 November`, `Nomor habis`. */
export function sayBoothBriefly(booth: BoothState, reader: Reader): string {
  const { words, language, zone, now } = reader;
  const common = commonFor(language);
  if (booth.givesNumbers) return common.open;
  if (booth.code === 'QUOTA_FULL' || booth.code === 'SERIES_EXHAUSTED') return words.noNumbers;
  if (booth.code === 'NO_COUNTER') return words.noCounterYet;
  if (booth.code === 'BOOTH_CLOSED' && booth.name !== null) return `${common.closed}: ${booth.name}`;
  const site = saySite(booth, language);
  if (site !== undefined) return site;
  if (booth.opensAt === null) return common.closed;
  const sameDay = formatIsoDay(booth.opensAt, zone) === formatIsoDay(now, zone);
  const near = Date.parse(booth.opensAt) - Date.parse(now) < 2 * DAY_MS;
  const when = sameDay || near ? formatOpening(booth.opensAt, now, zone, language) : undefined;
  return words.opens(when ?? formatDateNear(booth.opensAt, zone, language));
}

/** `Buka sekarang, sampai 15.00 WITA`, `Buka 24 jam`, `Tutup, buka lagi besok 08.00 WITA`: of one booth or of all together. */
export function sayOpening(booths: readonly BoothState[], reader: Reader): string {
  const { words, language, zone, now } = reader;
  const common = commonFor(language);
  const open = booths.filter((booth) => booth.givesNumbers);
  if (open.length > 0) {
    const until = Math.max(...open.map((booth) => (booth.until === null ? 0 : Date.parse(booth.until))));
    if (until - Date.parse(now) > DAY_MS) return common.openDayAndNight;
    return until === 0 ? common.openNow : common.openUntil(formatTimeZone(until, zone, language));
  }
  const opens = booths.flatMap((booth) => (booth.opensAt === null ? [] : [Date.parse(booth.opensAt)]));
  if (opens.length === 0) return words.closedNow;
  return common.closedUntil(formatOpening(Math.min(...opens), now, zone, language));
}
