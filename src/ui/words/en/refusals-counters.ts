import type { RefusalCatalogue } from '../refusal-facts.ts';

/** The part of the refusals about counters and who sits at them. */
export const counterRefusals = {
  NOT_AT_COUNTER: () => ({
    message: 'You are not at a counter.',
    next: 'Choose a counter first, then try again.',
  }),
  COUNTER_PAUSED: ({ counter }) => ({
    message: `${counter ? `Counter ${counter}` : 'This counter'} is on a break.`,
    next: 'Open it again, then call.',
  }),
  NOTHING_FOR_COUNTER: ({ counter }) => ({
    message: `Those who wait cannot be served at counter ${counter ?? 'this one'}.`,
    next: 'They wait for a counter that gives their service. The next number for this one appears by itself.',
  }),
  COUNTER_LACKS_SERVICE: ({ counter }) => ({
    message: `${counter ? `Counter ${counter}` : 'This counter'} does not give that service.`,
    next: 'The number is called at another counter, or send the person on to the right service.',
  }),
  SERVICE_WITHOUT_COUNTER: ({ services }) => ({
    message: services ? `No counter is left for ${services}.` : 'A service has no counter left.',
    next: 'Give it to another counter first, or tick that this is meant, and save again.',
  }),
  ALREADY_PAUSED: ({ counter }) => ({
    message: `${counter ? `Counter ${counter}` : 'This counter'} is on a break already.`,
    next: 'To change how long, open it again first.',
  }),
  NOT_PAUSED: ({ counter }) => ({
    message: `${counter ? `Counter ${counter}` : 'This counter'} is not on a break.`,
    next: 'Just call.',
  }),
  TWO_COUNTERS: () => ({
    message: 'You hold two counters already.',
    next: 'Close or hand over one first.',
  }),
  COUNTER_EMPTY: ({ counter }) => ({
    message: `Nobody sits at ${counter ? `counter ${counter}` : 'this counter'}.`,
    next: 'A colleague can simply open it.',
  }),
  REST_TIMES: ({ counter }) => ({
    message: `The turn of ${counter ? `counter ${counter}` : 'a counter'} is not right yet.`,
    next: 'Each rest takes 10 to 120 minutes, lies over no other, and there are six a day at the most.',
  }),
  REST_SERVICE_ALONE: ({ services, weekday, clock }) => ({
    message: `${weekday && clock ? `${weekday} ${clock}` : 'During a rest'}: no counter gives ${services ?? 'one service'}.`,
    next: 'Move one of the rests, or tick that this is meant, and save again.',
  }),
  REST_TOO_FEW_OPEN: ({ openMin, counter, weekday, clock, opensAt }) => ({
    message: `${weekday ? `${weekday}: at` : 'At'} least ${openMin ?? '1'} ${openMin === '1' ? 'counter' : 'counters'} must stay open.`,
    next:
      clock && counter
        ? `For counter ${counter} the nearest start is ${clock}.`
        : opensAt
          ? `Possible ${opensAt}, when a colleague is back.`
          : 'Wait for a colleague, or let fewer counters stay open.',
  }),
  REST_TOO_LONG: ({ minutes }) => ({
    message: 'The time is too short for all counters.',
    next: minutes ? `At most ${minutes} minutes for each, or a longer time.` : 'Choose a longer time.',
  }),
  COUNTER_BUSY: ({ counter, number }) => ({
    message: `${counter ? `Counter ${counter}` : 'This counter'} is still serving${number ? ` ${number}` : ''}.`,
    next: 'Finish with an outcome, then call the next one.',
  }),
  COUNTER_UNKNOWN: () => ({
    message: 'The agency has no such counter.',
    next: 'Choose another counter from the list.',
  }),
  COUNTER_OTHER_DAY: ({ counter, agency }) => ({
    message: `Today ${agency ?? 'another agency'} has counter ${counter ?? 'this one'}.`,
    next: 'The booth is shared by weekday. The mall’s manager keeps the days.',
  }),
  COUNTER_TAKEN: ({ name }) => ({
    message: `This counter is already taken${name ? ` by ${name}` : ''}.`,
    next: 'Choose another counter, or ask your colleague to close it first.',
  }),
  OTHER_COUNTER: ({ number, counter }) => ({
    message: `${number ?? 'This number'} was called to ${counter ? `counter ${counter}` : 'another counter'}.`,
    next: 'The officer at that counter serves it.',
  }),
} satisfies Partial<RefusalCatalogue>;
