import type { officerSeat as indonesian } from '../id/officer-seat.ts';

export const officerSeat: typeof indonesian = {
  breakAsk: 'Take a break',
  restNext: (from: string, until: string) => `Your turn to rest: ${from} to ${until}.`,
  restNow: (until: string) => `It is your turn to rest now, until ${until}.`,
  rotation: 'Rest turns',
  otherCounters: 'Other counters',
  otherLead: 'The counter stays yours until a colleague takes it. Whoever is at it stays there.',
  keySwitch: 'Go to the second counter',
  secondTitle: 'Open a second counter',
  secondLead: 'Each calls by itself, one person at each.',
  secondNone: 'No other counter is free.',
  openToo: (number: number) => `Open counter ${number} too`,
  switchTo: (number: number) => `To counter ${number}`,
  switchToCode: (number: number, code: string) => `To counter ${number}, ${code}`,
  offer: 'Hand over to a colleague',
  offerBack: 'Keep it',
  offeredBy: (name: string) => `handed over by ${name}`,
  accept: (number: number) => `Take counter ${number}`,
  saidOffered: (number: number) => `Waiting for a colleague to take counter ${number}.`,
  saidOfferBack: (number: number) => `Counter ${number} is not handed over.`,
  breakTitle: 'The counter stops calling',
  breakLead: 'The board says that the counter pauses and when it opens again, not why.',
  breakWhy: 'What for',
  'break-rest': 'Rest',
  'break-prayer': 'Prayer',
  'break-other': 'Something else',
  breakLong: 'About how long',
  minutesLong: (minutes: number) => `${minutes} minutes`,
  breakNow: 'Begin now',
  breakAfter: (code: string) => `Begin after ${code} is finished`,
  breakAfterNote: (code: string, minutes: number) => `Pause of ${minutes} minutes after ${code} is finished.`,
  breakCancel: 'No pause after all',
  finishThenBreak: 'Finish, then pause',
  resume: 'Open again',
  pausedUntil: (time: string) => `Paused until ${time}`,
  'paused-rest': (time: string) => `Rest until ${time}`,
  'paused-prayer': (time: string) => `Prayer until ${time}`,
  'paused-other': (time: string) => `Something else until ${time}`,
  pausedLine: (waiting: number) =>
    waiting === 0
      ? 'The counter stays yours. Nobody is waiting.'
      : `The counter stays yours. ${waiting} ${waiting === 1 ? 'person is' : 'people are'} waiting.`,
  pausedOver: (minutes: number) =>
    minutes === 0
      ? 'The time has come. Open again when you are ready.'
      : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} longer than expected. Open again when you are ready.`,
  minutesLeft: 'minutes left',
  saidPaused: (number: number) => `Counter ${number} pauses.`,
  saidPausedAfter: (code: string) => `The counter pauses after ${code} is finished.`,
  saidResumed: (number: number) => `Counter ${number} calls again.`,
};
