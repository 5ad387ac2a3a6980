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
  'fact-rests-1': 'giliran Senin',
  'fact-rests-2': 'giliran Selasa',
  'fact-rests-3': 'giliran Rabu',
  'fact-rests-4': 'giliran Kamis',
  'fact-rests-5': 'giliran Jumat',
  'fact-rests-6': 'giliran Sabtu',
  'fact-rests-7': 'giliran Minggu',
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
