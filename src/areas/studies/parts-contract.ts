import { z } from 'zod';
import { DayText, Id, line, prose } from '#platform/contract/shapes.ts';
import { CHAPTERS, METHODS } from './rules/chapters.ts';

const rupiah = z.int().min(0).max(1_000_000_000_000);
const source = line(3, 200).nullable();

/** Paragraphs of one of the chapters, divided by an empty line. */
const ChapterPart = z.object({
  kind: z.literal('chapter'),
  chapter: z.enum(CHAPTERS),
  text: prose(0, 20_000),
});

/** What was read, seen, discussed or asked: who was there, and what came out of it. */
const EvidencePart = z.object({
  kind: z.literal('evidence'),
  method: z.enum(METHODS),
  title: line(3, 200),
  day: DayText,
  place: line(2, 160).nullable(),
  /** Name and office, one for each person. */
  participants: z.array(line(2, 160)).max(200),
  findings: prose(3, 5000),
});

/** A service as people reach it today; see `ServiceToday`. */
const ServicePart = z.object({
  kind: z.literal('service'),
  agency: line(2, 120),
  name: line(3, 160),
  place: line(2, 160),
  yearlyRequests: z.int().min(0).max(10_000_000),
  visitsPerRequest: z.number().min(0).max(50),
  /** One way. */
  km: z.number().min(0).max(3000),
  /** There and back. */
  travelMinutes: z.int().min(0).max(2880),
  costRupiah: z.int().min(0).max(20_000_000),
  serviceMinutes: z.number().min(1).max(480),
  joins: z.boolean(),
  source,
  /** The same service in the mall's catalogue, once it has one: its visits are compared with these. */
  serviceId: Id.nullable().default(null),
});

const MoneyPart = z
  .object({
    kind: z.literal('money'),
    side: z.enum(['cost', 'benefit']),
    every: z.enum(['once', 'year']),
    label: line(3, 160),
    low: rupiah,
    mid: rupiah,
    high: rupiah,
    source,
  })
  .refine(({ low, mid }) => low <= mid, { path: ['mid'] })
  .refine(({ mid, high }) => mid <= high, { path: ['high'] });

const CriterionPart = z.object({
  kind: z.literal('criterion'),
  label: line(3, 120),
  weight: z.int().min(1).max(10),
});

const LocationPart = z.object({
  kind: z.literal('location'),
  name: line(3, 160),
  address: line(3, 200),
  owner: line(2, 160).nullable(),
  areaSquareMetres: z.int().min(1).max(100_000).nullable(),
  notes: prose(0, 2000),
  /** 1 to 5 for each criterion that was looked at. */
  scores: z.record(Id, z.int().min(1).max(5)),
});

/** What can be written into a study, one piece at a time. */
export const PartContent = z.discriminatedUnion('kind', [
  ChapterPart,
  EvidencePart,
  ServicePart,
  MoneyPart,
  CriterionPart,
  LocationPart,
]);
export type PartContent = z.infer<typeof PartContent>;
export type ContentOf<K extends PartContent['kind']> = Extract<PartContent, { kind: K }>;

const kept = { id: Id, version: z.int() };
export const StudyParts = z.object({
  chapters: z.array(ChapterPart.extend(kept)),
  evidence: z.array(
    EvidencePart.extend({
      ...kept,
      file: z.object({ name: z.string(), sizeBytes: z.int() }).nullable(),
    }),
  ),
  services: z.array(ServicePart.extend(kept)),
  money: z.array(z.object({ ...MoneyPart.shape, ...kept })),
  criteria: z.array(CriterionPart.extend(kept)),
  locations: z.array(LocationPart.extend(kept)),
});
export type StudyParts = z.infer<typeof StudyParts>;
