import type { officerDay as indonesian } from '../id/officer-day.ts';

export const officerDay: typeof indonesian = {
  dayTitle: 'Your day',
  dayLead: 'For yourself. Not compared with colleagues.',
  dayEmpty: 'You have not served anybody today yet.',
  dayEmptyNext: 'The numbers appear once the first person is finished.',
  dayServed: 'served',
  dayFinished: 'finished here',
  dayRest: 'turn to rest',
  dayNoRest: 'none any more',
  dayWaits: 'How long they waited',
  dayWaitsSentence: (soon: string, all: string) => `${soon} of ${all} were called within 30 minutes.`,
  dayBand: (from: number, until: number | undefined) =>
    until === undefined ? `> ${from}` : `${from}–${until}`,
  dayBandHead: 'Minutes waited',
  dayPeopleHead: 'People',
  dayServices: 'Time for each service',
  dayServicesLead: 'The expected time is the one of the service standard. To differ is usual: people differ.',
  dayServiceHead: 'Service',
  dayServedHead: 'Served',
  dayOwnHead: 'Usual, minutes',
  dayExpectedHead: 'Expected, minutes',
  dayMore: 'See your day',
};
