import type { RefusalCatalogue } from '../refusal-facts.ts';

/** Refusals to who keeps the agreements with agencies and the stages of the mall. */
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
  SIGNING_UNKNOWN: () => ({
    message: 'There is no such signing day.',
    next: 'Go back to the list.',
  }),
  IN_CEREMONY: () => ({
    message: 'One of the agreements stands in another ceremony.',
    next: 'Take it out of that one first.',
  }),
  NONE_READY: () => ({
    message: 'No agreement is ready yet.',
    next: 'Complete what the list says is missing.',
  }),
  MONTH_AHEAD: () => ({
    message: 'That month has not begun.',
    next: 'Choose this month or an earlier one.',
  }),
  MEETING_UNKNOWN: () => ({
    message: 'There is no such meeting.',
    next: 'Go back to the list of meetings.',
  }),
  MEETING_DECIDED: () => ({
    message: 'This meeting has decided something.',
    next: 'A meeting that decided something stays.',
  }),
  DECISION_CLOSED: () => ({
    message: 'This decision is closed already.',
    next: 'Reload to see what is still open.',
  }),
  NOTICE_PAST: () => ({
    message: 'The last day of that announcement is over.',
    next: 'Choose today or later.',
  }),
  NOTICE_UNKNOWN: () => ({
    message: 'This announcement was taken back.',
    next: 'Reload to see what holds.',
  }),
  DECISIONS_ENOUGH: ({ limit }) => ({
    message: `A meeting holds at most ${limit ?? 'so many'} decisions.`,
    next: 'Write down another meeting.',
  }),
  NOTICES_ENOUGH: ({ limit }) => ({
    message: `At most ${limit ?? 'so many'} announcements hold at once.`,
    next: 'Take one back that is not needed.',
  }),
  CHANGES_UNNAMED: () => ({
    message: 'The changes that are wanted are not written.',
    next: 'Write them into the note, then send again.',
  }),
  SLOT_HOURS: ({ item }) => ({
    message: `The hours in row ${item ?? 'given'} do not fit.`,
    next: 'They must end after they begin, and lie over no other row.',
  }),
  SLOT_CONTACT: ({ item }) => ({
    message: `The contact in row ${item ?? 'given'} does not fit.`,
    next: 'Write an https address for video, or a telephone number.',
  }),
  PARTIES_OPEN: ({ parties }) => ({
    message: `${parties ?? 'Some'} of the parties have not agreed to this text yet.`,
    next: 'Put down what each party says first.',
  }),
  CLAUSE_VARIABLE: ({ name }) => ({
    message: `The field {${name ?? '…'}} is not known.`,
    next: 'Use one of those that the page of clauses lists.',
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
  NUMBER_PATTERN: ({ name }) => ({
    message: name ? `A pattern of numbers does not know ${name}.` : 'The pattern lacks the number itself.',
    next: 'Use {urut} or {urut:3}, {tahun}, {bulan}, {romawi}.',
  }),
  NUMBER_THERE: ({ number }) => ({
    message: `This party uses number ${number ?? 'another'} already.`,
    next: 'Empty it first if a new one is to be taken.',
  }),
  NO_PATTERN: () => ({
    message: 'This party has no pattern of numbers yet.',
    next: 'Write the pattern, or the number itself.',
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
  STAGE_DAYS: () => ({
    message: 'The end does not fit the beginning.',
    next: 'Fill in the first day, and a last day that is the same or later.',
  }),
  STAGE_AHEAD: () => ({
    message: 'What has happened cannot lie ahead.',
    next: 'Write it as a plan, or put it down once it has happened.',
  }),
  STAGE_YEAR: () => ({
    message: 'Only evaluations have a year.',
    next: 'Go back to the list of stages.',
  }),
  STAGE_WITHOUT_PAPERS: ({ problems }) => ({
    message: `This stage lacks ${problems ? `${problems} kinds of its papers` : 'its papers'}.`,
    next: 'Keep the papers first, or write why it ends without them.',
  }),
  BLOCKER_UNKNOWN: () => ({
    message: 'This blocker is solved already.',
    next: 'Load again to see what is left.',
  }),
  LETTER_TWICE: ({ number }) => ({
    message: `Number ${number ?? 'this'} of that issuer is in the register already.`,
    next: 'Check number and issuer.',
  }),
  LETTERS_ENOUGH: ({ limit }) => ({
    message: `The register holds at most ${limit ?? 'so many'} letters.`,
    next: 'Remove what is not needed first.',
  }),
  LETTER_UNKNOWN: () => ({
    message: 'This letter is no longer in the register.',
    next: 'Load again to see what is.',
  }),
  OPENED_AHEAD: () => ({
    message: 'That opening day has not come yet.',
    next: 'Write it as a plan first.',
  }),
  PROMISE_KEPT: ({ agency }) => ({
    message: `${agency ?? 'This agency'} kept every day that it promised.`,
    next: 'There is nothing to remind of.',
  }),
  ANSWERED: () => ({
    message: 'This letter is answered already.',
    next: 'Load again to read the answer.',
  }),
} satisfies Partial<RefusalCatalogue>;
