import type { visit as indonesian } from '../id/visit.ts';

export const visit: typeof indonesian = {
  visitTitle: 'Find a number',
  visitLead: 'What happened to a number, from beginning to end.',
  visitCode: 'Number',
  visitCodeHint: 'As on the ticket, for example A-012.',
  visitDay: 'Day',
  visitFind: 'Find',
  visitProblem: 'The number cannot be read. Write it as on the ticket, for example A-012.',
  visitNone: (code: string) => `The number ${code} was not found on that day.`,
  visitNoneNext: 'Check the number and the day. An agency sees only numbers that came to it.',
  visitOther: 'Names of officers of other agencies are not shown.',
  visitReason: (reason: string) => `Reason: ${reason}`,
  visitWho: (who: string) => `by ${who}`,
  'visited-finished': 'Finished here',
  'visited-in-process': 'Ended: in process',
  'visited-consultation': 'Ended: consultation only',
  'visited-refused': 'Not possible yet, with a reason',
  'visited-left': 'Left before the end',
  'visited-absent': 'Did not appear',
  'visited-not-served': 'Not served, our fault',
};
