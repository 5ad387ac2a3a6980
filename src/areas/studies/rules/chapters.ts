/**
 * The chapters of an urgency study. No rule gives their list: it follows what the ministry's module on service malls asks
 * for (services, facilities, strategic plan) and what regions that wrote one have told.
 */
export const CHAPTERS = [
  'region',
  'services',
  'problems',
  'agencies',
  'location',
  'facilities',
  'people',
  'budget',
  'institution',
  'digital',
  'benefit',
  'risk',
  'plan',
  'recommendation',
] as const;
export type Chapter = (typeof CHAPTERS)[number];

/** Ways to gather evidence. */
export const METHODS = ['documents', 'observation', 'focus-group', 'interview', 'survey'] as const;
export type Method = (typeof METHODS)[number];

export const PART_KINDS = ['chapter', 'evidence', 'service', 'money', 'criterion', 'location'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** More parts of a kind than any study has. */
export const PARTS_MAX: Readonly<Record<PartKind, number>> = {
  ...{ chapter: CHAPTERS.length, evidence: 300, service: 500 },
  ...{ money: 200, criterion: 12, location: 20 },
};

/** The data without which a chapter says nothing that could be checked. */
const RESTS_ON: Readonly<Partial<Record<Chapter, PartKind>>> = {
  services: 'service',
  problems: 'evidence',
  agencies: 'service',
  location: 'location',
  budget: 'money',
  benefit: 'money',
};

/** What a chapter still lacks. */
export type ChapterLack = 'text' | PartKind;

/** @param has the kinds of which the study has at least one part */
export function chapterLacks(chapter: Chapter, text: string, has: ReadonlySet<PartKind>): ChapterLack[] {
  const rests = RESTS_ON[chapter];
  return [
    ...(text.trim() === '' ? (['text'] as const) : []),
    ...(rests !== undefined && !has.has(rests) ? [rests] : []),
  ];
}
