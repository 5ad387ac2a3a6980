import type { RefusalCatalogue } from '../refusal-facts.ts';

const HOLDERS: Readonly<Record<string, string>> = { zone: 'a zone', booth: 'a booth', device: 'a device' };

export const catalogueRefusals = {
  CHANGED_MEANWHILE: () => ({
    message: 'Somebody else has just changed this.',
    next: 'See the history below. Save again if what you wrote is right.',
  }),
  SERIES_TAKEN: ({ series, agency, free }) => ({
    message: `The letters ${series ?? 'you chose'} belong to ${agency ?? 'another agency'}.`,
    next: free ? `The nearest free ones: ${free}.` : 'Choose other letters.',
  }),
  SLUG_TAKEN: ({ name }) => ({
    message: `This page address is taken${name ? ` by ${name}` : ''}.`,
    next: 'Write another, for instance with the name of the regency behind it.',
  }),
  COUNTER_ELSEWHERE: ({ counter, agency }) => ({
    message: `Counter ${counter ?? 'of this number'} stands at the booth of ${agency ?? 'another agency'}.`,
    next: 'Move it from the page of that agency, or choose another number.',
  }),
  COUNTER_SHARED: ({ agency }) => ({
    message: `Counters and zone of this booth follow the booth of ${agency ?? 'whoever shares it'}.`,
    next: 'Change them on that agency’s page, or end the sharing first.',
  }),
  SHARE_ITSELF: () => ({
    message: 'A booth cannot be shared with itself.',
    next: 'Choose another agency.',
  }),
  SHARE_HOSTS: ({ agency }) => ({
    message: `The booth of ${agency ?? 'this agency'} is shared by others already.`,
    next: 'End that on the page of the agency that comes there.',
  }),
  SHARE_GUEST: ({ agency }) => ({
    message: `${agency ?? 'That agency'} comes to another booth itself.`,
    next: 'Choose the agency whose booth it is.',
  }),
  SHARE_NO_DAY: () => ({
    message: 'Both agencies need at least one day.',
    next: 'Choose some of the days only.',
  }),
  SHARE_WHILE_WAITING: ({ agency, waiting }) => ({
    message: `At ${agency ?? 'this booth'} ${waiting ? `${waiting} people are` : 'somebody is'} not served yet today.`,
    next: 'Change it once they are served, or tomorrow before it opens.',
  }),
  DAY_SHARED: ({ agency }) => ({
    message: `One of these days belongs to ${agency ?? 'another agency'} already.`,
    next: 'Choose other days.',
  }),
  NOT_SHARED: () => ({
    message: 'This booth does not come to another one.',
    next: 'Load the page again to see how it is now.',
  }),
  PLAN_OUTSIDE: ({ item }) => ({
    message: `${item ? `Thing number ${item}` : 'A thing'} stands outside the floor.`,
    next: 'Move it inside, or make the floor larger.',
  }),
  PLAN_OVERLAP: ({ item, other }) => ({
    message:
      item && other ? `Thing number ${item} stands on number ${other}.` : 'Two things stand on one another.',
    next: 'Move one of them.',
  }),
  PLAN_TWICE: ({ item, other }) => ({
    message:
      item && other ? `Things number ${other} and ${item} are the same booth.` : 'A booth is drawn twice.',
    next: 'Remove one of them.',
  }),
  COUNTER_IN_USE: ({ counter }) => ({
    message: `An officer sits at counter ${counter ?? 'of this number'}.`,
    next: 'Ask the officer to close it first, then save again.',
  }),
  BOOTH_WITHOUT_COUNTER: ({ agency }) => ({
    message: `The booth${agency ? ` of ${agency}` : ''} would have no counter left.`,
    next: 'Leave it one counter, or make the agency inactive.',
  }),
  PEOPLE_STILL_WAIT: ({ name, waiting }) => ({
    message: `${name ?? 'This'} cannot be made inactive: ${waiting ? `${waiting} people` : 'people'} wait.`,
    next: 'Serve them first, then save again.',
  }),
  SITE_DAYS: () => ({
    message: 'The last day of this site lies before its first.',
    next: 'Mend one of the days, then save again.',
  }),
  SITE_WAITED_AT: ({ name, waiting }) => ({
    message: `${waiting ? `People waiting at ${name ?? 'this place'}: ${waiting}` : 'People wait there'}, on a day that would be shut.`,
    next: 'Serve them first, then save again.',
  }),
  AGENCY_USED: ({ agency }) => ({
    message: `${agency ?? 'This agency'} was in use and cannot be removed.`,
    next: 'Make it inactive instead. Its old records stay.',
  }),
  CODE_TAKEN: ({ name }) => ({
    message: `This code is taken${name ? ` by ${name}` : ''}.`,
    next: 'Write another, for instance with the next number.',
  }),
  SERVICE_USED: () => ({
    message: 'People have asked for this service, so it cannot be removed.',
    next: 'Make it inactive instead. Its old records stay.',
  }),
  SITE_UNKNOWN: () => ({
    message: 'This mall has no such site.',
    next: 'Choose a site from the list.',
  }),
  PLACE_IN_USE: ({ name, holder }) => ({
    message: `${name ?? 'This place'} cannot be removed: it still has ${HOLDERS[holder ?? ''] ?? 'something in it'}.`,
    next: 'Move that first, then remove it.',
  }),
  IMPORT_UNREADABLE: ({ row, column, problems }) => ({
    message: `This file cannot be taken in${row ? `: row ${row}${column ? `, column ${column}` : ''}` : ''}.`,
    next: problems
      ? `There are ${problems} places to correct. Check the file again.`
      : 'Check the file again.',
  }),
} satisfies Partial<RefusalCatalogue>;
