import type { board as indonesian } from '../id/board.ts';

export const board: typeof indonesian = {
  title: 'Call board',
  documentTitle: (zone, mall) => `Call board ${zone}, ${mall}`,
  place: (zone, floor) => `${zone.replace('Zona', 'Zone')}, floor ${floor}`,
  calls: 'Calls',
  please: (agency) => `${agency}, please`,
  counter: 'counter',
  next: 'Get ready',
  noCalls: 'Numbers that are called appear here.',
  nobodyWaits: 'Nobody is waiting.',
  closed: 'Closed',
  opens: (when) => `opens ${when}`,
  opensUnknown: 'opening time to follow',
  moreClosed: (n) => `and ${n} more booths`,
  allClosed: 'All booths of this zone are closed.',
  tip: 'You may wait outside. Scan the QR code, your phone will tell you.',
  helpWanted: (kiosk) => `An officer is awaited at ${kiosk}.`,
  stale: 'Connection lost. Calls shown may be old, please listen to the officers.',
  lastSeen: (time) => `As of ${time}`,
  soundOn: 'Turn on sound',
  loading: 'Getting the board ready …',
};
