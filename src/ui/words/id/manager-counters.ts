import type { Catalogue } from '../word.ts';

/** Counters and who sits at them: breaks, on the floor and on the trail. */
export const managerCounters = {
  countersNav: 'Loket',
  pausedCounters: 'Loket jeda',
  pausedCounter: (number: number, agency: string) => `Loket ${number}, ${agency}`,
  pausedUntil: (time: string) => `sampai ${time}`,
  pausedOver: (time: string, minutes: number) => `perkiraan ${time}, lewat ${minutes} menit`,
  'state-paused': 'jeda',

  // the trail
  'did-queue.pauseCounter': 'menjeda loket',
  'did-queue.resumeCounter': 'membuka loket setelah jeda',
  'did-rotation.setRotation': 'mengatur giliran istirahat',
  'about-rotation': 'giliran istirahat',
  'fact-openMin': 'loket tetap buka',
  'fact-rests': 'giliran',
  'did-skills.limitCounter': 'membatasi layanan loket',
  'did-skills.limitOfficer': 'membatasi layanan petugas',
  'about-counter-skills': 'layanan di loket',
  'about-officer-skills': 'layanan petugas',
  'fact-services': 'layanan',
  'did-queue.offerCounter': 'menyerahkan loket',
  'did-queue.releaseCounter': 'melepaskan loket untuk rekan',
  'fact-takenFrom': 'dari',
  'fact-offered': 'diserahkan',
  'fact-minutes': 'perkiraan menit',
  'value-rest': 'istirahat',
  'value-prayer': 'salat',
  'value-other': 'keperluan lain',
} satisfies Catalogue;
