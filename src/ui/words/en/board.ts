import type { board as indonesian } from '../id/board.ts';

export const board: typeof indonesian = {
  title: 'Call board',
  documentTitle: (zone, mall) => `Call board ${zone}, ${mall}`,
  place: (zones, floors) => `${zones.replaceAll('Zona', 'Zone')}, floor ${floors}`,
  and: (earlier, last) => `${earlier} and ${last}`,
  floor: (floor) => `floor ${floor}`,
  hallLegend: 'Minutes on a booth: about how long one waits.',
  hallTitle: 'The hall now',
  hallWaiting: 'people waiting',
  hallOpen: 'booths serving',
  hallNoPlan: 'No floor has been drawn yet.',
  hallNobody: 'no officer yet',
  hallLine: (count) => `${count} waiting`,
  calls: 'Calls',
  please: (agency) => `${agency}, please`,
  counter: 'counter',
  next: 'Get ready',
  noCalls: 'Numbers that are called appear here.',
  nobodyWaits: 'Nobody is waiting.',
  closed: 'Closed',
  opens: (when) => `opens ${when}`,
  opensUnknown: 'opening time to follow',
  intakeEnded: 'No more numbers today',
  paused: 'Counters on a break',
  pausedCounter: (number: number) => `Counter ${number} on a break`,
  pausedUntil: (time: string) => `opens ${time}`,
  pausedNow: 'opens soon',
  hours: 'Service hours today',
  numbersUntil: (time) => `numbers until ${time}`,
  open: 'open',
  pageOf: (page, pages) => `${page} of ${pages}`,
  boothNotice: ({ agency, notice, clock }) => {
    if (notice === 'resumed') return `Attention: ${agency} is open again. Your number still holds.`;
    if (notice === 'shortened')
      return `Attention: ${agency} ${clock === undefined ? 'is closed for today' : `closes at ${clock} today`}. Whoever is not served comes first when it opens again.`;
    return `Attention: ${agency} has stopped for now${clock === undefined ? '' : `, opens again at ${clock}`}. Your number still holds.`;
  },
  tip: 'You may wait outside. Scan the QR code, your phone will tell you.',
  helpWanted: (kiosk) => `An officer is awaited at ${kiosk}.`,
  stale: 'Connection lost. Calls shown may be old, please listen to the officers.',
  soundOn: 'Turn on sound',
  loading: 'Getting the board ready …',
};
