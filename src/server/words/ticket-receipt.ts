import type { ReceiptFacts } from '#areas/printing/public.ts';
import type { ReceiptPart } from '#platform/partners/receipt-printer/receipt.ts';
import { formatDate, formatTimeZone } from '#ui/format/times.ts';
import { wordsFor } from '#ui/words/words-for.ts';

const MINUTE_MS = 60_000;
/** Nearer than this there is no time to go anywhere else first: the kiosk's screen says the same. */
const SOON_MINUTES = 3;

const line = (text: string): ReceiptPart => ({ kind: 'line', text });
const bold = (text: string): ReceiptPart => ({ kind: 'line', text, bold: true });
const GAP: ReceiptPart = { kind: 'gap' };

/** What stands on the paper, in the visitor's language: a number, a place, a time. Nobody's name. */
export function layReceipt(facts: ReceiptFacts): readonly ReceiptPart[] {
  const { kiosk, common } = wordsFor(facts.language);
  const sample = facts.sampleData ? [line(common.sampleData)] : [];
  const stamp = (at: Date | string) => {
    const instant = typeof at === 'string' ? at : at.getTime();
    const { timeZone, language } = facts;
    return `${formatDate(instant, timeZone, language)}, ${formatTimeZone(instant, timeZone, language)}`;
  };
  const { ticket } = facts;
  if (ticket === undefined) {
    const number: ReceiptPart = { kind: 'huge', text: 'A-000' };
    return [
      bold(facts.mallShortName),
      GAP,
      number,
      line(kiosk.trialPaper),
      line(stamp(facts.now)),
      ...sample,
    ];
  }
  const service = facts.language === 'en' ? ticket.service.nameEn : ticket.service.name;
  return [
    bold(facts.mallShortName),
    line(kiosk.yourNumber),
    { kind: 'huge', text: ticket.code },
    GAP,
    bold(ticket.agency.shortName),
    line(service),
    bold(kiosk.waitAt(ticket.zone.name, ticket.zone.floor)),
    line(ticket.ahead ? kiosk.ahead(ticket.ahead) : kiosk.nobodyAhead),
    line(sayWhenToCome(facts, ticket.wait?.p10Minutes, ticket.issuedAt)),
    GAP,
    { kind: 'qr', text: `${facts.addressStart}/tiket/${ticket.token}` },
    line(kiosk.paperQr),
    bold(kiosk.keepPaper),
    { kind: 'rule' },
    line(kiosk.issuedAt(stamp(ticket.issuedAt))),
    ...sample,
  ];
}

function sayWhenToCome(facts: ReceiptFacts, p10Minutes: number | undefined, issuedAt: string): string {
  const { kiosk } = wordsFor(facts.language);
  if (p10Minutes === undefined) return kiosk.waitUnknown;
  if (p10Minutes < SOON_MINUTES) return kiosk.comeNow;
  const at = Date.parse(issuedAt) + p10Minutes * MINUTE_MS;
  return kiosk.comeAt(formatTimeZone(at, facts.timeZone, facts.language));
}
