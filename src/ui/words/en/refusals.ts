import type { RefusalCatalogue } from '../refusal-facts.ts';
import { counterRefusals } from './refusals-counters.ts';
import { catalogueRefusals } from './refusals-catalogue.ts';
import { holderRefusals } from './refusals-holder.ts';
import { scheduleRefusals } from './refusals-schedule.ts';
import { staffRefusals } from './refusals-staff.ts';
import { agreementRefusals } from './refusals-agreements.ts';
import { studyRefusals } from './refusals-studies.ts';
import { boardRefusals } from './devices/refusals.ts';

const ask = 'Ask at the information desk.';

export const refusals: RefusalCatalogue = {
  ...counterRefusals,
  ...catalogueRefusals,
  ...scheduleRefusals,
  ...staffRefusals,
  ...holderRefusals,
  ...boardRefusals,
  ...agreementRefusals,
  ...studyRefusals,
  AGENCY_CLOSED: ({ agency, opensAt, reason }) => ({
    message: `${agency ?? 'This agency'} is closed${reason ? `: ${reason}` : ''}.`,
    next: opensAt ? `It opens ${opensAt}.` : `See its opening hours.`,
  }),
  BOOTH_CLOSED: ({ agency, opensAt, reason }) => ({
    message: `The ${agency ? `${agency} ` : ''}booth is closed${reason ? ` for now: ${reason}` : ' at this hour'}.`,
    next: opensAt ? `It opens ${opensAt}. Numbers already taken stay valid.` : ask,
  }),
  HOLIDAY: ({ agency, name, opensAt }) => ({
    message: `${agency ?? 'This agency'} is on holiday${name ? `, ${name}` : ' today'}.`,
    next: opensAt ? `It opens ${opensAt}.` : 'Its hours are on the portal.',
  }),
  SITE_NOT_YET: ({ agency, day, opensAt }) => ({
    message: `${agency ?? 'This booth'} is not there yet${day ? `, it begins ${day}` : ''}.`,
    next: opensAt ? `Numbers are given from ${opensAt}.` : 'Come on that day.',
  }),
  SITE_OVER: ({ agency, day }) => ({
    message: `${agency ?? 'This booth'} is no longer there${day ? `, it ended ${day}` : ''}.`,
    next: 'Look for the service at another agency, or ask at the information desk.',
  }),
  INTAKE_ENDED: ({ agency, opensAt }) => ({
    message: `${agency ?? 'This agency'} gives no more numbers today.`,
    next: opensAt ? `Come again ${opensAt}.` : 'Its hours are on the portal.',
  }),
  QUOTA_FULL: ({ agency, limit, opensAt }) => ({
    message: `Today's numbers${agency ? ` for ${agency}` : ''} are gone${limit ? `; ${limit} were taken` : ''}.`,
    next: opensAt ? `New numbers from ${opensAt}.` : `Try tomorrow morning.`,
  }),
  SERIES_EXHAUSTED: ({ agency }) => ({
    message: `${agency ?? 'This agency'} has reached number 999 today.`,
    next: 'An officer at the information desk will help you.',
  }),
  NO_COUNTER: ({ agency }) => ({
    message: `No counter of ${agency ?? 'this agency'} is open yet.`,
    next: 'Wait a little and try again. ' + ask,
  }),
  SERVICE_UNKNOWN: () => ({
    message: 'This mall does not offer that service.',
    next: 'Search with other words, or see the list of all services.',
  }),
  TICKET_UNKNOWN: () => ({
    message: 'We cannot find this queue number.',
    next: 'Check the number and address on your ticket, or ask at the information desk.',
  }),
  TICKET_EXPIRED: ({ number }) => ({
    message: `${number ?? 'This number'} was for an earlier day and is no longer valid.`,
    next: 'Take a new number. If you were not served yesterday, tell an officer.',
  }),
  OTHER_AGENCY: ({ agency }) => ({
    message: `This number belongs to ${agency ?? 'another agency'}.`,
    next: 'Send the visitor to the counter that the number names.',
  }),
  DEVICE_NOT_PAIRED: () => ({
    message: 'This device is not known yet.',
    next: 'Ask the manager for a pairing code and type it here.',
  }),
  PAIRING_CODE_WRONG: () => ({
    message: 'The pairing code does not match.',
    next: 'Check the letters and digits, then try once more.',
  }),
  PAIRING_EXPIRED: () => ({
    message: 'The pairing code is no longer valid.',
    next: 'Ask the manager for a new one.',
  }),
  NOTHING_WAITING: () => ({
    message: 'Nobody is waiting now.',
    next: 'The next number appears here as soon as somebody comes.',
  }),
  NOT_WAITING: ({ number }) => ({
    message: `${number ?? 'This number'} is not waiting.`,
    next: 'Reload to see the latest state.',
  }),
  NOT_HELD: () => ({
    message: 'This number is not on hold.',
    next: 'Reload the console to see how it stands.',
  }),
  UNDO_LATE: ({ seconds }) => ({
    message: 'This call can no longer be taken back.',
    next: `Only ${seconds ? `within ${seconds} seconds` : 'right'} after the call and before the service begins.`,
  }),
  RECALL_LIMIT: ({ calls }) => ({
    message: `This number was called ${calls ? `${calls} times` : 'often enough'} already.`,
    next: 'Hold the number, or mark that nobody came.',
  }),
  SAME_SERVICE: () => ({
    message: 'That is the service of this very number.',
    next: 'Choose another service, or serve the person here.',
  }),
  HOLD_LIMIT: () => ({
    message: 'This number has been held twice.',
    next: 'Serve it now, or record that nobody came. A new number can be taken today.',
  }),
  NOT_CALLED: ({ number }) => ({
    message: `${number ?? 'This number'} has not been called.`,
    next: 'Call it first, then start serving.',
  }),
  NOT_SERVING: ({ number }) => ({
    message: `${number ?? 'This number'} is not being served yet.`,
    next: 'Press start, then choose the outcome.',
  }),
  ALREADY_DONE: ({ number }) => ({
    message: `${number ?? 'This number'} is already done.`,
    next: 'There is nothing left to do.',
  }),
  ALREADY_RATED: () => ({
    message: 'We already have your rating for this number.',
    next: 'Thank you. A complaint? Tell the information desk.',
  }),
  REASON_NEEDED: () => ({
    message: 'The reason is missing.',
    next: 'Write one sentence that the applicant can understand.',
  }),
  KEY_REUSED: () => ({
    message: 'This request was already sent with different content.',
    next: 'Reload the page and do it again.',
  }),
  MALL_UNKNOWN: () => ({
    message: 'We do not know this mall.',
    next: 'Check the address, or start from the home page.',
  }),
  AGENCY_UNKNOWN: () => ({
    message: 'This mall has no such agency.',
    next: 'See the list of all agencies on the home page.',
  }),
  ZONE_UNKNOWN: () => ({
    message: 'This mall has no such zone.',
    next: 'Choose a zone from the list.',
  }),
  PAIRING_UNKNOWN: () => ({
    message: 'We cannot find this pairing code.',
    next: 'Check the code that the device shows.',
  }),
  DEVICE_UNKNOWN: () => ({
    message: 'This device is not on the list.',
    next: 'Reload to see the latest list.',
  }),
  PRINTER_UNKNOWN: () => ({
    message: 'This kiosk has no ticket printer yet.',
    next: 'Set it up on the devices page.',
  }),
  PRINTER_NOT_LOCAL: () => ({
    message: 'The printer’s address must be in this building’s network.',
    next: 'Write an address such as 192.168.1.50, not a name.',
  }),
  PRINTED_ENOUGH: () => ({
    message: 'This ticket was printed three times already.',
    next: 'Take a photo of this screen, or ask an officer to write the number down.',
  }),
  PRINT_UNKNOWN: () => ({
    message: 'We cannot find this print.',
    next: 'Your number stays valid. Take a photo of this screen.',
  }),
  NOT_SERVED_YET: () => ({
    message: 'This number has not been served yet.',
    next: 'You can rate it after you have been served.',
  }),
  HOLIDAYS_UNREADABLE: ({ row, column, problems }) => ({
    message: `The list of holidays cannot be read${row ? `: row ${row}${column ? `, column ${column}` : ''}` : ''}.`,
    next: problems
      ? `Places to correct: ${problems}. Nothing was changed.`
      : 'Correct the file and send it again. Nothing was changed.',
  }),
  BLOCK_TAKEN: ({ number }) => ({
    message: `Some of these numbers are in use already${number ? ` in series ${number}` : ''}.`,
    next: 'Choose other numbers, or leave that agency out. Nothing was changed.',
  }),
  BLOCK_DISORDERED: () => ({
    message: 'The last number is smaller than the first.',
    next: 'Write the first number first, for example 801 to 900.',
  }),
  DAY_PAST: () => ({
    message: 'That day is over.',
    next: 'Choose today or a later day.',
  }),
  NO_BLOCK: () => ({
    message: 'There is no number block for that day yet.',
    next: 'Reserve one first, then print it.',
  }),
  NUMBER_NOT_RESERVED: ({ number }) => ({
    message: `${number ? `Number ${number}` : 'This number'} is in no block of that day.`,
    next: 'Check number and date on the sheet.',
  }),
  NUMBER_ENTERED: () => ({
    message: 'This number was entered already.',
    next: 'See the list below. A number is entered once.',
  }),
  TIMES_INCOMPLETE: () => ({
    message: 'Times and counter do not fit the outcome.',
    next: 'Who was served or called needs the time of the call and the counter; who was not has neither.',
  }),
  TIMES_DISORDERED: () => ({
    message: 'The times are out of order.',
    next: 'First the number is taken, then called, then it ends.',
  }),
  TIMES_AHEAD: () => ({
    message: 'That time has not come yet.',
    next: 'Check time and date on the sheet.',
  }),
  OFFLINE: () => ({
    message: 'The connection is lost.',
    next: 'Check the network, then press again. Nothing happens twice.',
  }),
  STREAM_ENDED: () => ({
    message: 'Live news has stopped.',
    next: 'Reload to see the latest state.',
  }),
  BODY_TOO_LARGE: () => ({
    message: 'What you sent is too large.',
    next: 'Make the file smaller, or send one at a time.',
  }),
  TOO_MANY_REQUESTS: ({ waitSeconds }) => ({
    message: 'Too many requests from this device.',
    next: waitSeconds ? `Try again in ${waitSeconds} seconds.` : 'Try again in a moment.',
  }),
  OVERLOADED: ({ waitSeconds }) => ({
    message: 'The system is very busy.',
    next: waitSeconds
      ? `What you wrote is safe. Try again in ${waitSeconds} seconds.`
      : 'What you wrote is safe. Try again in a moment.',
  }),
  BAD_INPUT: () => ({
    message: 'We could not read one of your answers.',
    next: 'Check what is marked, then send again.',
  }),
  CROSS_SITE: () => ({
    message: 'This request came from another site.',
    next: 'Open this page directly and do it again.',
  }),
  NOT_FOUND: () => ({
    message: 'This page does not exist.',
    next: 'Check the address, or start from the home page.',
  }),
  FAULT: ({ code }) => ({
    message: 'Something broke on our side.',
    next: code
      ? `What you wrote is safe. Try again, or tell an officer the code ${code}.`
      : 'What you wrote is safe. Try again in a moment.',
  }),
};
