import type { device as source } from '../id/device.ts';

export const device: typeof source = {
  titleKiosk: 'Set up this kiosk',
  titleBoard: 'Set up this board',
  lead: 'This device is not known yet. An administrator sets it up once.',
  codeLabel: 'Pairing code',
  step1: 'On another computer, sign in as administrator.',
  step2: 'Open Manage, then Devices.',
  step3: 'Type this code. Give a name and choose a zone.',
  waiting: 'This screen opens by itself once the code is confirmed.',
  newCodeIn: (minutes) => `A new code appears in ${minutes} min.`,
  linkUsed: 'The set-up link was used or has expired. Use this code.',
  checking: 'Checking this device …',
  offlineTitle: 'No connection to the server yet',
  offlineText: 'We keep trying. Check the cable or Wi-Fi of this device.',
  kioskHere: 'This device is set up as a kiosk',
  boardHere: 'This device is set up as a call board',
  kioskHereText: 'Its address is /kios, not /papan.',
  boardHereText: 'Its address is /papan, not /kios.',
  openKiosk: 'Open the kiosk',
  openBoard: 'Open the board',
};
