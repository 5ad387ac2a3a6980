import type { RefusalCatalogue } from '../refusal-facts.ts';

/** Refusals to who keeps the agreements with agencies. */
export const agreementRefusals = {
  AGREEMENT_UNKNOWN: () => ({
    message: 'Your mall has no such agreement.',
    next: 'Go back to the list of agreements.',
  }),
  AGREEMENT_STATE: () => ({
    message: 'That cannot be done with the agreement as it stands.',
    next: 'Load again; somebody may just have changed it.',
  }),
  AGREEMENT_USED: () => ({
    message: 'A renewal or an addendum goes on from this agreement.',
    next: 'Remove that one first.',
  }),
  TERM_ENDS_FIRST: () => ({
    message: 'The last day is before the first.',
    next: 'Check the two dates.',
  }),
  PROMISED_TWICE: ({ name, weekday }) => ({
    message: `That booth is promised already${weekday ? ` on ${weekday}` : ''}${name ? ` in “${name}”` : ' in another agreement'}.`,
    next: 'Change the days or the term, or end that agreement first.',
  }),
  PARTY_UNKNOWN: () => ({
    message: 'This party is no longer in the agreement.',
    next: 'Load again to see who is.',
  }),
  PARTY_TWICE: ({ name }) => ({
    message: `${name ?? 'This agency'} is a party to this agreement already.`,
    next: 'Change the party that is there.',
  }),
  PARTIES_FEW: () => ({
    message: 'An agreement needs at least two parties.',
    next: 'Add the party that is missing.',
  }),
  PARTIES_MANY: ({ limit }) => ({
    message: `An agreement holds at most ${limit ?? 'so many'} parties.`,
    next: 'Make a second agreement for the others.',
  }),
  AUTHORITY_MISSING: ({ name }) => ({
    message: `${name ?? 'One party'} has no signatory with a basis of authority yet.`,
    next: 'Fill in name, position and what the authority rests on.',
  }),
  POWER_MISSING: ({ name }) => ({
    message: `Whoever signs for ${name ?? 'one party'} stands in for somebody without a power of attorney.`,
    next: 'Fill in the number of the power of attorney.',
  }),
  SIGNED_AHEAD: () => ({
    message: 'The day of signing has not come yet.',
    next: 'Put it down once it is really signed.',
  }),
  NUMBER_USED: ({ number }) => ({
    message: `That party has used number ${number ?? 'this'} for another agreement.`,
    next: 'Check the number on the document.',
  }),
  ENDED_OUTSIDE: () => ({
    message: 'That day lies outside the term of the agreement.',
    next: 'Choose a day between its first and its last.',
  }),
  SCAN_NOT_PDF: ({ name }) => ({
    message: `The file${name ? ` “${name}”` : ''} is not a PDF.`,
    next: 'Scan to PDF and send it again.',
  }),
  PAPERS_ENOUGH: ({ limit }) => ({
    message: `An agreement keeps at most ${limit ?? 'so many'} files.`,
    next: 'Remove what is not needed first.',
  }),
  PAPER_UNKNOWN: () => ({
    message: 'This file is not there any more.',
    next: 'Load again to see what is.',
  }),
} satisfies Partial<RefusalCatalogue>;
