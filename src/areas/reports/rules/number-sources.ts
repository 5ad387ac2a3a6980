/** Which numbers a report counts: given by the machine, given on paper while it was dead, or both. */
export const NUMBER_SOURCES = ['all', 'machine', 'paper'] as const;
export type NumberSource = (typeof NUMBER_SOURCES)[number];
