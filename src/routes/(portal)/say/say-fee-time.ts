import type { Fee, PromisedTime } from '#areas/services/contract.ts';
import { formatNumber, formatRupiah } from '#ui/format/numbers.ts';
import type { Words } from '#ui/words/id.ts';
import type { Language } from '#ui/words/language.ts';

type PortalWords = Words['portal'];

/** What it costs, short: `Gratis`, `Rp30.000`, `Belum diketahui`. Unknown is never told as free. */
export function sayFee(fee: Fee, words: PortalWords, language: Language): string {
  switch (fee.kind) {
    case 'free':
      return words.free;
    case 'fixed':
      return formatRupiah(fee.rupiah, language);
    case 'range':
      return `${formatRupiah(fee.minRupiah, language)}–${formatRupiah(fee.maxRupiah, language)}`;
    case 'by-table':
      return words.byTable;
    case 'unknown':
      return words.unknown;
  }
}

/** How long it takes, short: `1 hari kerja`, `1–3 jam`, `Hari itu juga`, `Belum diketahui`. */
export function sayPromisedTime(time: PromisedTime, words: PortalWords, language: Language): string {
  switch (time.kind) {
    case 'exact':
      return sayLength(formatNumber(time.length, language), time.unit, words);
    case 'range':
      return sayLength(
        `${formatNumber(time.min, language)}–${formatNumber(time.max, language)}`,
        time.unit,
        words,
      );
    case 'same-day':
      return words.sameDay;
    case 'unknown':
      return words.unknown;
  }
}

type TimeUnit = Extract<PromisedTime, { kind: 'exact' }>['unit'];

function sayLength(length: string, unit: TimeUnit, words: PortalWords): string {
  switch (unit) {
    case 'working-days':
      return words.workingDays(length);
    case 'calendar-days':
      return words.calendarDays(length);
    case 'hours':
      return words.hoursLong(length);
    case 'minutes':
      return words.minutes(length);
  }
}
