import type { officer as indonesian } from '../id/officer.ts';
import { officerDay } from './officer-day.ts';
import { officerSeat } from './officer-seat.ts';

export const officer: typeof indonesian = {
  ...officerDay,
  ...officerSeat,
  title: 'Counter',
  closures: 'Closures',
  colleagues: 'Officers',
  counterTitle: (number: number) => `Counter ${number}`,
  place: (agency: string, zone: string) => `${agency}, ${zone}`,
  openSince: (time: string) => `Open since ${time}`,
  notSeated: 'Not at a counter',

  // choosing a counter
  chooseTitle: 'Which counter are you at?',
  chooseLead: 'Choose one. Numbers can be called once the counter is open.',
  openCounter: (number: number) => `Open counter ${number}`,
  takeOver: (number: number) => `Take over counter ${number}`,
  free: 'free',
  takenBy: (name: string) => `taken by ${name}`,
  takenByYou: 'your counter',
  simulatedOfficer: 'simulated officer',
  chooseOther: (name: string) => `Still taken by ${name}.`,
  noCounters: 'Your agency has no counter yet.',
  noCountersNext: 'Ask the administrator to add one.',
  waitingNow: (waiting: number, counters: number) =>
    `${waiting} waiting, ${counters} ${counters === 1 ? 'counter' : 'counters'} open`,

  // who is here
  nowHere: 'Now at this counter',
  nobody: 'Nobody has been called yet',
  nobodyWaits: 'The line is empty. New numbers appear here by themselves.',
  sinceCall: 'minutes since the call',
  sinceServing: 'minutes of service',
  calledTimes: (times: number) => `called ${times} times`,
  calledNow: 'On the way to your counter',
  servingNow: 'Being served',
  arrivedAndCalled: (arrived: string, called: string) => `Took a number ${arrived}, called ${called}`,
  simulated: 'simulated',
  priority: 'priority',
  priorityAhead: (minutes: number) => `priority, ${minutes} min ahead`,
  ahead: (minutes: number) => `${minutes} min ahead`,

  // requirements and visit
  requirements: 'Papers needed',
  requirementsHint: 'A list to look at. Nothing is recorded here yet.',
  requirementsUnknown: 'The requirements of this service have not been entered.',
  visit: 'This visit',
  tookNumber: 'Took a number',
  cameFrom: (code: string) => `Continued from ${code}`,
  tookNumberAtKiosk: 'Took a number at the kiosk',
  calledTo: (counter: number) => `Called to counter ${counter}`,
  servingBegan: 'Service began',
  waited: (duration: string) => `Waited ${duration}`,
  nothingHere: 'Filled once somebody has been called.',

  // outcomes and actions
  outcome: 'Outcome',
  'outcome-finished': 'Finished here',
  'outcome-in-process': 'In process',
  'outcome-consultation': 'Consultation only',
  'outcome-refused': 'Not possible, with reason',
  'outcome-left': 'Left before the end',
  reason: 'Reason, read by the applicant',
  reasonHint: 'One sentence: what is missing and what can be done.',
  call: 'Call the next',
  callCode: (code: string) => `Call ${code}`,
  start: (code: string) => `Start serving ${code}`,
  finishAndCall: (code: string) => `Finish, call ${code}`,
  finishLast: 'Finish',
  finishOnly: 'Finish only',
  recall: 'Call again',
  transfer: 'Pass on',
  callOther: 'Call another number',
  notNow: 'Not now',
  undo: 'Take the call back',
  absent: 'Did not appear',
  hold: (minutes: number) => `Hold for ${minutes} minutes`,
  returned: 'Back',
  close: 'Close counter',
  space: 'Space',
  whyNoOutcome: 'The outcome is chosen once service has begun.',
  whyOtherCounter: 'Those who wait need another counter.',
  elsewhere: (counters: string) =>
    counters === '' ? 'No counter is open yet for this service.' : `For counter ${counters}.`,
  nextHere: (code: string, why: string, passed: number) =>
    `${code} is next at this counter: ${why}; ${passed} before need another counter.`,
  wholeHistory: 'History',
  findNumber: 'Find a number',
  whyNoCall: 'Nobody is waiting yet.',
  whyNoRecall: 'Only before service begins.',
  whyRecallLimit: (calls: number) => `Called ${calls} times already: hold, or mark that nobody came.`,
  whyNoUndo: 'The service has begun.',
  whyUndoLate: (seconds: number) => `Only within ${seconds} seconds after the call.`,
  whyNoHold: 'Call somebody first.',
  whyHoldLimit: 'Already held twice.',
  whyNoTransfer: 'Call first, then pass on.',
  whyPaused: 'The counter is on a break.',
  whyNoAbsent: 'Service has begun.',
  whyNoFinish: 'Start serving first.',
  whyNobody: 'Call a number first.',
  whyNoClose: 'Finish first.',
  whyOffline: 'The connection is lost.',

  // what happened, for eyes and ears
  saidCalled: (code: string, counter: number) => `${code} called to counter ${counter}.`,
  saidFinishedAndCalled: (done: string, code: string) => `${done} finished. ${code} called.`,
  saidFinishedNobody: (done: string) => `${done} finished. Nobody is waiting.`,
  saidFinished: (code: string) => `${code} finished.`,
  saidRecalled: (code: string, times: number) => `${code} called again, ${times} times.`,
  saidUndone: (code: string) => `The call of ${code} was taken back. The number is in its place again.`,
  saidStarted: (code: string) => `Started serving ${code}.`,
  saidAbsent: (code: string) => `${code} recorded as not appeared.`,
  saidHeld: (code: string, time: string) => `${code} is on hold until ${time}. Your counter is free.`,
  saidTransferred: (code: string, next: string, agency: string, zone: string) =>
    `${code} becomes ${next} at ${agency}, ${zone}. Tell the visitor the new number.`,
  saidCalledOther: (code: string, counter: number, passed: number) =>
    `${code} called to counter ${counter}, ${passed} passed.`,
  saidReturned: (code: string) => `${code} is back at its place in the line.`,
  saidReturnedLate: (code: string) => `${code} is back after its hold ran out and waits from now on.`,
  saidOpened: (number: number) => `Counter ${number} open.`,
  saidClosed: (number: number) => `Counter ${number} closed.`,

  // the line
  queue: 'Line',
  queueOrder: 'Order of calling',
  number: 'Number',
  service: 'Service',
  waiting: 'Waiting',
  held: 'On hold',
  heldUntil: (time: string) => `keeps its place until ${time}`,
  heldOver: 'the time is over; it can come back at the end of the line',
  returnCode: (code: string) => `${code} is back`,
  queueEmpty: 'Nobody is waiting.',
  queueMore: (count: number) => `and ${count} more`,
  servedToday: 'served today',
  meanMinutes: 'minutes on average',
  finishedHere: 'finished here',
  ownDay: 'Your day',

  // why somebody is next
  nextBecause: (code: string, why: string) => `${code} is next: ${why}.`,
  whyCame: (time: string) => `came at ${time}, first in the line`,
  whyPriority: (time: string, minutes: number) => `came at ${time}, ${minutes} minutes ahead as priority`,
  whyAppointment: (time: string, minutes: number) =>
    `came at ${time}, ${minutes} minutes ahead for an appointment`,
  whyReturned: (time: string) => `came back in time, the place since ${time} is kept`,
  whyReturnedLate: (time: string) => `came back after the hold had ended, waits again since ${time}`,
  whyRedirected: (from: string, time: string) =>
    `passed on from ${from} because of our error, counted since ${time}`,
  whyNextStop: (from: string, minutes: number) =>
    `goes on from ${from}, ${minutes} minutes ahead for the wait there`,

  // going on at another service
  transferTitle: (code: string) => `Pass ${code} on`,
  transferWhy: 'Why is it passed on?',
  'transfer-desk-error': 'Our error',
  'transfer-next-stop': 'Next stop',
  transferErrorHint: 'The waiting is still counted from the beginning.',
  transferNextHint: (minutes: number) =>
    `Finished here. Half of the wait counts there, at most ${minutes} minutes.`,
  transferOnlyError: 'The next stop can be chosen once the service has begun.',
  transferAgency: 'To which agency?',
  transferService: 'For which service?',
  transferOutcome: 'Outcome here',
  transferTo: (agency: string) => `Pass on to ${agency}`,
  transferChooseWhy: 'Choose one.',
  transferChooseAgency: 'Choose the agency.',
  transferChooseService: 'Choose the service.',
  targetsLoading: 'The list of services is being opened.',
  targetOpen: (agency: string, waiting: number, minutes: number) =>
    `${agency}: ${waiting} waiting, about ${minutes} min`,
  targetNoCounter: (agency: string, waiting: number) => `${agency}: ${waiting} waiting, no counter open yet`,
  targetClosed: (agency: string) => `${agency}: gives no numbers now`,
  reasonShort: 'Write the reason, at least 3 letters.',

  // calling out of turn
  outOfTurn: 'out of turn',
  callOtherRow: (code: string) => `${code}, call out of turn`,
  callOtherTitle: 'Call out of turn',
  callOtherLead: 'The reason and the numbers that are passed are recorded. The order of the others stays.',
  callOtherWho: 'Which number?',
  callOtherOption: (code: string, service: string, waited: string) =>
    `${code}, ${service}, waiting ${waited}`,
  callOtherChoose: 'Choose the number.',
  callOtherReason: 'Why before its turn',
  callOtherReasonHint: 'For example: an elderly visitor is unwell.',
  callOtherPassed: (count: number) =>
    count === 0 ? 'Nobody is passed.' : `${count} ${count === 1 ? 'person is' : 'people are'} passed.`,

  // the keys
  keyHelp: 'List of keys',
  keysTitle: 'Shortcut keys',
  keysLead: 'They work while you are not typing.',
  keyMain: 'The large button: call, start, finish',
  keyOutcome: 'Choose the outcome',
  keyRows: 'Move along the rows of the line',

  // shortcuts and states
  shortcuts: 'Shortcut keys',
  noScript: 'This console needs JavaScript.',
  noScriptNext: 'Below is only the line as it was when the page opened.',
  signedOut: 'Your session has ended.',
  signInAgain: 'Sign in again',

  seatFreed: (counter, time) => `Counter ${counter} was given free at ${time}`,
  seatFreedWhy: (minutes) =>
    `Nothing was heard from your screen for ${minutes} minutes. Whoever was called is back at the same place in the line. Choose a counter to go on.`,

  whyCarried: (from) => `goes first because the number of the last working day, ${from}, was not served`,
  firstPlaces: 'Not served',
  firstPlacesTitle: 'Not served on the last working day',
  firstPlacesLead:
    'They came and we did not manage to serve them. Today they go first, once. Compare the number on their paper, then give today’s number.',
  firstPlacesEmpty: 'Nobody was left',
  firstPlacesEmptyText: 'Everybody who came on the last working day was served or has taken the number.',
  firstPlaceTaken: 'Taken',
  giveFirst: 'Give today’s number',
  giveFirstCode: (code) => `Give today’s number for ${code}`,
  gaveFirst: (code, next) => `${code} is now ${next}`,
  gaveFirstNext: 'Tell the visitor this new number. It is called at the front.',
};
