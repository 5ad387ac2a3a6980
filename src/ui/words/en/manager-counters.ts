import type { managerCounters as indonesian } from '../id/manager-counters.ts';

export const managerCounters: typeof indonesian = {
  countersNav: 'Counters',
  pausedCounters: 'Counters on a break',
  pausedCounter: (number: number, agency: string) => `Counter ${number}, ${agency}`,
  pausedUntil: (time: string) => `until ${time}`,
  pausedOver: (time: string, minutes: number) =>
    `expected ${time}, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} over`,
  'state-paused': 'on a break',

  'did-queue.pauseCounter': 'paused a counter',
  'did-queue.resumeCounter': 'opened a counter after a break',
  'did-rotation.setRotation': 'set the rest turns',
  'about-rotation': 'rest turns',
  'fact-openMin': 'counters that stay open',
  'fact-rests': 'turns',
  'did-skills.limitCounter': 'limited the services of a counter',
  'did-skills.limitOfficer': 'limited the services of an officer',
  'about-counter-skills': 'services at a counter',
  'about-officer-skills': 'services of an officer',
  'fact-services': 'services',
  'did-queue.offerCounter': 'offered a counter to a colleague',
  'did-queue.releaseCounter': 'released a counter to a colleague',
  'fact-takenFrom': 'from',
  'fact-offered': 'offered',
  'fact-minutes': 'expected minutes',
  'value-rest': 'rest',
  'value-prayer': 'prayer',
  'value-other': 'something else',
};
