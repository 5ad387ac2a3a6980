import type { manager as indonesian } from '../id/manager.ts';
import { managerCatalogue } from './manager-catalogue.ts';
import { managerImport } from './manager-import.ts';
import { managerPlaces } from './manager-places.ts';
import { managerServices } from './manager-services.ts';
import { managerSchedule } from './manager-schedule.ts';
import { managerCounters } from './manager-counters.ts';
import { managerPeople } from './manager-people.ts';
import { boards } from './devices/boards.ts';
import { printers } from './devices/printers.ts';
import { managerBlocks } from './manager-blocks.ts';
import { managerSettings } from './manager-settings.ts';
import { managerAgreements } from './manager-agreements.ts';
import { managerTrail } from './manager-trail.ts';

export const manager: typeof indonesian = {
  ...managerSchedule,
  ...managerCounters,
  ...printers,
  ...boards,
  ...managerSettings,
  ...managerTrail,
  ...managerAgreements,
  ...managerBlocks,
  ...managerCatalogue,
  ...managerPeople,
  ...managerImport,
  ...managerPlaces,
  ...managerServices,
  title: 'The floor now',

  // the bar
  floor: 'Floor',
  report: 'Report',
  devices: 'Devices',
  crowd: 'Simulation',
  trail: 'Trail',
  holidays: 'Holidays',

  // figures now
  waitingNow: 'waiting',
  servingNow: 'being served',
  servedToday: 'served today',
  issuedToday: 'numbers taken today',
  boothsOpen: 'booths with an officer',
  ofAll: (part: string, all: string) => `${part} of ${all}`,
  simulatedShare: (share: string) => `${share} of today’s numbers are simulated.`,
  simulatedAll: 'All of today’s numbers are simulated.',
  simulatedNone: 'None of today’s numbers is simulated.',
  todayReport: 'Today’s report',

  // booths
  booths: 'Booths by zone',
  'state-serving': 'serving',
  'state-idle': 'ready',
  'state-unstaffed': 'no officer yet',
  leftWaiting: 'a line without an officer',
  'state-closed': 'closed',
  onePerson: 'one person waiting',
  noOneWaits: 'no line',
  waitingCount: (count: number) => `${count} waiting`,
  counters: (open: number, total: number) => `${open} of ${total} counters`,
  longest: (duration: string) => `longest ${duration}`,
  opens: (when: string) => `opens ${when}`,
  opensUnknown: 'no opening known',
  noBooths: 'This mall has no agencies yet.',
  noBoothsNext: 'The administrator adds agencies first.',
  boothTable: 'Booths as a table',
  boothPlan: 'Booths on the plan',
  boothPlanWords: 'How each booth is stands in the list above too.',
  agency: 'Agency',
  zone: 'Zone',
  stateHead: 'State',
  waitingHead: 'Waiting',
  countersHead: 'Counters open',
  aboutHead: 'About, minutes',
  almostSureHead: '9 of 10, minutes',

  // needs a hand
  attention: 'Needs attention',
  unstaffedTitle: (agency: string) => `${agency}: a line, but no officer`,
  unstaffedText: (count: number, longest: string) => `${count} waiting, longest ${longest}.`,
  allCalm: 'Every line has an officer.',
  closedBooths: 'Closed booths',
  noneClosed: 'All booths are open.',

  // charts
  arrivals: 'Arrivals by hour',
  arrivalsSentence: (total: string, peak: string, count: string) =>
    `${total} numbers taken today, most at ${peak}: ${count}.`,
  arrivalsNone: 'No number has been taken today.',
  hour: 'Hour',
  visits: 'Visits',
  issued: 'Numbers taken',
  thisHour: 'now',
  waits: 'Waiting time by agency',
  waitsKeyAbout: 'about',
  waitsKeySure: '9 of 10 people, minutes',
  waitsSentence: (longest: string, about: string, sure: string) =>
    `Longest ${longest}: about ${about} minutes, almost surely under ${sure} minutes.`,
  waitsAtOnce: (count: number) => `${count} agencies serve at once.`,
  waitsNone: 'No counter is open, so nothing can be predicted.',

  // day report
  reportTitle: (day: string) => `Report of ${day}`,
  reportShort: 'Day report',
  madeAt: (time: string) => `Recounted at ${time}`,
  dayBefore: 'Day before',
  dayAfter: 'Day after',
  withSimulated: (count: string) => `Includes ${count} simulated numbers.`,
  withoutSimulated: (count: string) => `${count} simulated numbers are left out.`,
  noSimulated: 'No simulated numbers on this day.',
  leaveOut: 'Without simulation',
  include: 'With simulation',
  downloadCsv: 'Download CSV',
  print: 'Print',
  pickDay: 'Choose a day',
  show: 'Show',
  reportEmpty: 'No number was taken on this day.',
  reportEmptyNext: 'See another day, or include simulated numbers.',
  total: 'The whole mall',
  served: 'Served',
  stillOpen: 'Not finished',
  outcomes: 'Outcomes',
  'outcome-finished': 'Finished here',
  'outcome-in-process': 'In process',
  'outcome-consultation': 'Consultation',
  'outcome-refused': 'Not possible',
  'outcome-left': 'Left',
  'outcome-absent': 'Did not appear',
  'outcome-not-served': 'Not served in time',
  waitMinutes: 'Waiting, minutes',
  serviceMinutes: 'Service, minutes',
  mean: 'mean',
  median: 'half below',
  ninety: '9 of 10 below',
  counted: (count: string) => `of ${count} people`,
  rating: 'Rating',
  ratingOf: (mean: string) => `${mean} of 4`,
  ratingCount: (count: string) => `${count} ratings`,
  noRating: 'No ratings yet.',
  code: 'Code',
  ratingsHead: 'Number of ratings',
  daySentence: (total: string, peak: string, count: string) =>
    `${total} numbers taken, most at ${peak}: ${count}.`,
  countsAndOutcomes: 'Numbers and outcomes',
  minutesAndRating: 'Minutes and rating',
  waitMinutesShort: 'Waiting',
  serviceMinutesShort: 'Service',
  waitMinutesCount: 'People who waited',
  serviceMinutesCount: 'People served',
  byService: 'By service',
  byHour: 'By hour',
  service: 'Service',
  meaning: 'Waiting counts from taking the number to the first call.',
  dayMalformed: 'This date cannot be read.',
  dayMalformedNext: 'Write year, month, day, such as 2026-11-24.',
  dayFuture: 'This day has not happened yet.',
  dayFutureNext: 'Its report begins on the day itself.',
  ownPlace: 'To my own page',
};
