import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, line, MallChoice, prose } from '#platform/contract/shapes.ts';
import { PartContent, StudyParts } from './parts-contract.ts';
import { CHAPTERS, PART_KINDS } from './rules/chapters.ts';
import { OBSTACLES } from './rules/needs-survey.ts';

const share = z.number().min(0).max(1);

/** Title, authors, and every figure that somebody has to assume; `sources` says where they come from. */
export const StudyFigures = z
  .object({
    title: line(3, 200),
    authors: line(2, 200),
    baseYear: z.int().min(2000).max(2200),
    population: z.int().min(1).max(300_000_000).nullable(),
    daysPerYear: z.int().min(1).max(366),
    busiestShare: share.min(0.01),
    waitMinutes: z.int().min(0).max(240),
    waitShare: share.min(0.1).max(0.99),
    spread: share.max(0.9),
    /** What an hour of a citizen is worth; null: not reckoned in money. */
    hourRupiah: z.int().min(0).max(1_000_000).nullable(),
    savedLow: share,
    savedMid: share,
    savedHigh: share,
    years: z.int().min(1).max(30),
    discount: share.max(0.5),
    sources: prose(0, 2000),
  })
  .refine(({ savedLow, savedMid }) => savedLow <= savedMid, { path: ['savedMid'] })
  .refine(({ savedMid, savedHigh }) => savedMid <= savedHigh, { path: ['savedHigh'] });
export type StudyFigures = z.infer<typeof StudyFigures>;

const Range = z.object({ low: z.number(), mid: z.number(), high: z.number() });
const Count = z.int().nullable();
const Burden = z.object({
  requests: z.number(),
  visits: z.number(),
  visitsPerRequest: z.number().nullable(),
  hours: z.number(),
  travelRupiah: z.number(),
  timeRupiah: z.number().nullable(),
});

/** What follows from the parts and the figures; reckoned anew at each look. */
export const StudyResults = z.object({
  /** Of all services, and of those that join. */
  burden: Burden,
  joiningBurden: Burden,
  needs: z.array(
    z.object({
      agency: z.string(),
      services: z.int(),
      yearlyVisits: z.number(),
      dailyVisits: z.number(),
      busiestHour: z.number(),
      serviceMinutes: z.number(),
      load: z.number(),
      counters: z.object({ low: Count, mid: Count, high: Count }),
      servedShare: z.number().nullable(),
    }),
  ),
  worth: z.object({
    costs: Range,
    benefits: Range,
    net: Range,
    savedYearly: Range,
    paidAfterYears: z.int().nullable(),
  }),
  locations: z.object({
    ranked: z.array(z.object({ id: Id, score: z.number().nullable(), missing: z.int() })),
    firstIn: z.int(),
    weightings: z.int(),
  }),
  chapters: z.array(z.object({ chapter: z.enum(CHAPTERS), lacks: z.array(z.enum(['text', ...PART_KINDS])) })),
});
export type StudyResults = z.infer<typeof StudyResults>;

/** One answer to the survey of needs: about the last time that somebody needed a service. */
export const NeedsAnswer = z.object({
  district: line(2, 80),
  /** One of the services of the study; null: another. */
  serviceId: Id.nullable(),
  visits: z.int().min(0).max(50),
  travelMinutes: z.int().min(0).max(2880),
  costRupiah: z.int().min(0).max(20_000_000),
  wouldUse: z.int().min(1).max(4),
  obstacles: z.array(z.enum(OBSTACLES)).max(OBSTACLES.length),
  wish: prose(0, 500),
});
export type NeedsAnswer = z.infer<typeof NeedsAnswer>;

const medians = { answers: z.int(), visits: z.number(), travelMinutes: z.number(), costRupiah: z.number() };
export const NeedsResults = z.object({
  online: z.int(),
  paper: z.int(),
  /** Krejcie and Morgan; null where the population is not known. */
  needed: z.int().nullable(),
  /** Of those who would or surely would come: share, and between which the true one lies with 95 %. */
  wouldUse: z.object({ share: z.number(), from: z.number(), until: z.number() }).nullable(),
  /** The middle answers; null without any. */
  middle: z.object(medians).nullable(),
  byService: z.array(z.object({ serviceId: Id, name: z.string(), ...medians })),
  obstacles: z.array(z.object({ obstacle: z.enum(OBSTACLES), answers: z.int() })),
  districts: z.array(z.object({ district: z.string(), answers: z.int() })),
  wishes: z.array(z.string()),
});
export type NeedsResults = z.infer<typeof NeedsResults>;

export const Study = z.object({
  version: z.int(),
  figures: StudyFigures,
  concluded: z.object({ on: DayText, by: z.string() }).nullable(),
  survey: z.object({ from: DayText, until: DayText, open: z.boolean() }).nullable(),
  parts: StudyParts,
  results: StudyResults,
  needs: NeedsResults,
});
export type Study = z.infer<typeof Study>;

const keepers = { roles: ['manager', 'administrator'] as const };
const changed = z.object({ version: z.int() });
const file = z.object({ fileName: z.string(), base64: z.string() });

export const studiesContract = {
  getStudy: read({
    access: keepers,
    summary: 'The urgency study: its parts, and what follows from them',
  }).output(Study),
  saveFigures: command({ access: keepers, summary: 'Write title, authors and the figures that are assumed' })
    .input(z.object({ version: z.int(), figures: StudyFigures }))
    .errors(refusals('CHANGED_MEANWHILE', 'STUDY_CONCLUDED'))
    .output(changed),
  savePart: command({
    access: keepers,
    summary: 'Write a chapter, evidence, a service, money, a criterion or a location',
  })
    .input(
      z.object({
        /** Null: a new one. */
        part: z.object({ id: Id, version: z.int() }).nullable(),
        content: PartContent,
        /** Minutes or a list of those present, for evidence: a PDF that was handed in. */
        uploadId: Id.nullable(),
      }),
    )
    .errors(
      refusals(
        'CHANGED_MEANWHILE',
        'STUDY_CONCLUDED',
        'PART_UNKNOWN',
        'PARTS_ENOUGH',
        'CHAPTER_TWICE',
        'CRITERION_UNKNOWN',
        'SERVICE_UNKNOWN',
        'EVIDENCE_AHEAD',
        'UPLOAD_UNKNOWN',
        'UPLOAD_BUSY',
        'UPLOAD_INCOMPLETE',
        'FILE_TYPE_REFUSED',
        'FILE_TOO_LARGE',
        'SCAN_NOT_PDF',
      ),
    )
    .output(z.object({ partId: Id })),
  removePart: command({ access: keepers, summary: 'Take a part out of the study' })
    .input(z.object({ partId: Id }))
    .errors(refusals('STUDY_CONCLUDED', 'PART_UNKNOWN'))
    .output(z.object({ partId: Id })),
  setNeedsSurvey: command({ access: keepers, summary: 'Say on which days people may answer; null ends it' })
    .input(z.object({ days: z.object({ from: DayText, until: DayText }).nullable() }))
    .errors(refusals('STUDY_CONCLUDED', 'DAYS_REVERSED'))
    .output(changed),
  addPaperAnswer: command({ access: keepers, summary: 'Enter an answer that was given on paper' })
    .input(NeedsAnswer.extend({ answeredOn: DayText }))
    .errors(refusals('STUDY_CONCLUDED', 'SERVICE_UNKNOWN', 'ANSWERS_ENOUGH', 'EVIDENCE_AHEAD'))
    .output(z.object({ answerId: Id })),
  getNeedsSurvey: read({
    access: { public: true },
    summary: 'Whether people are asked what they need, and the services that they may name',
  })
    .input(MallChoice)
    .output(
      z.object({
        open: z.boolean(),
        until: DayText.nullable(),
        services: z.array(z.object({ id: Id, name: z.string(), agency: z.string() })),
      }),
    ),
  answerNeedsSurvey: command({ access: { public: true }, summary: 'Say what one needed, and what it took' })
    .input(MallChoice.extend(NeedsAnswer.shape))
    .errors(refusals('SURVEY_CLOSED', 'SERVICE_UNKNOWN', 'ANSWERS_ENOUGH'))
    .output(z.object({ answerId: Id })),
  concludeStudy: command({ access: keepers, summary: 'End the study: from now on nothing in it changes' })
    .input(z.object({ version: z.int() }))
    .errors(refusals('CHANGED_MEANWHILE', 'STUDY_CONCLUDED', 'STUDY_INCOMPLETE'))
    .output(changed),
  reopenStudy: command({ access: keepers, summary: 'Open a study that was ended, with the reason' })
    .input(z.object({ version: z.int(), reason: line(3, 400) }))
    .errors(refusals('CHANGED_MEANWHILE', 'STUDY_OPEN'))
    .output(changed),
  getStudyPdf: read({ access: keepers, summary: 'The study as PDF/A' }).output(file),
  getStudyDocx: read({ access: keepers, summary: 'The study as a document to edit further' }).output(file),
};
