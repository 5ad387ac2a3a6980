import type { ticket as indonesian } from '../id/ticket.ts';

const people = (n: string) => (n === '1' ? '1 person' : `${n} people`);
const times = (n: string) => (n === '1' ? 'once' : `${n} times`);

export const ticket: typeof indonesian = {
  title: 'Your queue number',
  label: (code) => `Queue number ${code}`,
  tabWaiting: (code, ahead) => `${code}: ${ahead} ahead`,
  tabNext: (code) => `${code}: you are next`,
  tabCalled: (code, counter) => `Counter ${counter}! ${code} is called`,
  tabHeld: (code: string) => `${code}, on hold`,
  tabServing: (code) => `${code}: being served`,
  tabDone: (code) => `${code}: done`,
  tabExpired: (code) => `${code}: no longer valid`,

  aheadCount: people,
  aheadAfter: 'before you',
  aheadNear: (n) => `${people(n)} more`,
  nextUp: 'You are next',
  nearAfter: 'until your turn',
  beThereBy: 'Be in the waiting room by',
  beThereNow: 'Please go to the waiting room now',
  inMinutes: (zone, minutes) => `${zone}, in ${minutes} minutes`,
  noForecast: 'No forecast yet',
  noForecastText: 'No counter is open yet. Please stay near the waiting room.',
  priority: 'priority, 20 minutes ahead',

  place: (zone, floor) => `${zone}, ${floor}`,
  sitFacing: (zone) => `Sit facing the board of ${zone}. It tells your counter when you are called.`,
  goThere: (zone) => `Please go to ${zone}.`,

  calledTo: 'You are called. Please go to',
  counter: (n) => `Counter ${n}`,
  calledAt: (time) => `Called at ${time}.`,
  calledAgain: (n) => `Called ${times(n)} so far.`,
  held: 'Your number is on hold',
  heldText: (time: string) => `You were called earlier. Your place is kept until ${time}.`,
  heldOver: 'The hold has run out. Today you can still join the line again from when you report.',
  heldNext: (counter: string, zone: string) =>
    counter === '' ? `See an officer in ${zone}.` : `See the officer at counter ${counter}, ${zone}.`,
  servingAt: 'You are being served at',
  servingText: 'This page shows the result when you are done.',

  finished: 'Done',
  finishedText: 'Your matter was finished at the counter. Thank you for coming.',
  inProcess: 'Being processed',
  inProcessText: 'Your papers were received. Keep the receipt from the officer.',
  consultation: 'Advice given',
  consultationText: 'We hope it is clear. Something missing? Ask the information desk.',
  refused: 'Cannot be issued yet',
  refusedText: (reason) => `The reason: ${reason}`,
  refusedNext: 'Complete it, then take a new number. The information desk helps.',
  left: 'You left',
  leftText: 'The officer noted that you left early. Take a new number if needed.',
  absent: 'You were called',
  absentText: (n) => `This number was called ${times(n)}, but nobody came.`,
  absentNext: 'Take a new number at the kiosk, or ask the information desk.',
  notServed: 'You were not served that day',
  notServedText: 'That was our failure. Show this page to the information desk.',

  expired: 'No longer valid',
  expiredText: (day) => `This number was for ${day}.`,
  expiredNext: 'Take a new number at the kiosk. Not served then? Show this page to an officer.',

  rateTitle: 'How was the service?',
  rateHint: 'One answer, no name.',
  rate4: 'Very good',
  rate3: 'Good',
  rate2: 'Not so good',
  rate1: 'Not good',
  rateSend: 'Send the answer',
  rateChoose: 'Choose one answer, then send.',
  rated: 'Thank you. We received your answer.',
  ratedAnswer: (answer) => `Your answer: ${answer}.`,

  bring: (n) => (n === '1' ? 'Bring 1 original document' : `Bring ${n} original documents`),
  service: 'See the requirements of this service',
  keep: 'Keep or share this page',
  keepText: 'Whoever opens this link sees the same number, without a name.',
  share: 'Share',
  updated: (time) => `Updated ${time}.`,
  fairness: 'Nobody who comes more than 30 minutes after you goes first.',
  refreshes: 'This page keeps itself up to date.',
  staleBar: 'Connection lost. You see the last known state.',
  newNumber: 'See the services',

  // a booth shut while one waits
  boothClosed: (agency: string, reason: string) => `The booth of ${agency} is closed for now: ${reason}.`,
  boothClosedUntil: (when: string) =>
    `It opens again ${when}. Your number is safe; the line goes on from here.`,
  boothClosedOpenEnd: 'Nobody knows yet when it opens. Your number is safe; news appears here.',
};
