import type { RefusalCatalogue } from '../refusal-facts.ts';

export const scheduleRefusals = {
  HOURS_WRONG: () => ({
    message: 'Some hours cannot be used.',
    next: 'Look for hours that overlap, touch, or end before they begin.',
  }),
  HOURS_DAY: () => ({
    message: 'That first day cannot be used.',
    next: 'Choose today or a later day, at most a year ahead.',
  }),
  HOURS_CHANGED: ({ agency }) => ({
    message: `Somebody else has just changed the hours of ${agency ?? 'this booth'}.`,
    next: 'Reload the page, look at the new hours, and change them if you still need to.',
  }),
  SEASON_DAYS: () => ({
    message: 'Those days cannot be used.',
    next: 'Begin today or later, and let the last day not come before the first.',
  }),
  SEASON_OVERLAPS: ({ name }) => ({
    message: `Those days already belong to ${name ?? 'another season'}.`,
    next: 'Choose other days, or end that season first.',
  }),
  SEASON_UNKNOWN: () => ({
    message: 'This season is no longer there.',
    next: 'Somebody else may have taken it back. Reload the page.',
  }),
  SEASON_OVER: ({ name }) => ({
    message: `${name ?? 'This season'} is over.`,
    next: 'What is past is not changed any more.',
  }),
  DAY_TAKEN: ({ reason }) => ({
    message: `That day already has a rule of its own${reason ? `: ${reason}` : ''}.`,
    next: 'Remove it first, then make the new one.',
  }),
  DAY_UNKNOWN: () => ({
    message: 'The rule of that day is no longer there.',
    next: 'Somebody else may have removed it. Reload the page.',
  }),
  DAY_CUT: ({ agency, other, waiting }) => ({
    message: `Today gets shorter, but ${waiting ? `${waiting} people still wait` : 'people still wait'} at ${agency ?? 'this booth'}${other === undefined || other === '0' ? '' : ` and ${other} other booths`}.`,
    next: 'Press once more to save. Their phones then show the new closing time.',
  }),
  CLOSURE_UNKNOWN: () => ({
    message: 'This closure does not exist.',
    next: 'Reload the list.',
  }),
  CLOSURE_DECIDED: () => ({
    message: 'This closure was decided already, or is over.',
    next: 'Reload the list to see how things stand.',
  }),
  CLOSURE_TIMES: () => ({
    message: 'The times of the closure are not right yet.',
    next: 'It must end after it begins, and not begin in the past.',
  }),
  CLOSURE_OVERLAPS: ({ agency, reason }) => ({
    message: `${agency ? `The booth of ${agency}` : 'This booth'} is already closed at that time${reason ? `: ${reason}` : ''}.`,
    next: 'Open the closure that is there first, or choose another time.',
  }),
  PEOPLE_WAITING: ({ waiting }) => ({
    message: `It cannot close silently: ${waiting ? `${waiting} people are` : 'people are'} waiting.`,
    next: 'Press once more to close it and tell them.',
  }),
} satisfies Partial<RefusalCatalogue>;
