import { listServices } from '#areas/services/public.ts';
import { insertAnswer } from '#areas/studies/answer-store.ts';
import type { ContentOf, PartContent } from '#areas/studies/parts-contract.ts';
import type { StudyFigures } from '#areas/studies/contract.ts';
import type { Chapter } from '#areas/studies/rules/chapters.ts';
import type { Obstacle } from '#areas/studies/rules/needs-survey.ts';
import { findStudyRow, insertPart, lockStudyRow, updateStudyRow } from '#areas/studies/store.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { addDays, parseDay } from '#platform/values/day.ts';
import type { ScenarioFacts } from '../scenario-facts.ts';

/** An urgency study that was ended. Days are YYYY-MM-DD; what refers to a criterion or service does so by its name. */
export interface StudyFacts {
  readonly concludedOn: string;
  readonly figures: StudyFigures;
  readonly chapters: Readonly<Record<Chapter, string>>;
  readonly evidence: readonly Omit<ContentOf<'evidence'>, 'kind'>[];
  /** `code`: of the same service in the mall's catalogue, where it has one. */
  readonly services: readonly (Omit<ContentOf<'service'>, 'kind' | 'serviceId'> & {
    readonly code?: string;
  })[];
  readonly money: readonly Omit<ContentOf<'money'>, 'kind'>[];
  readonly criteria: readonly Omit<ContentOf<'criterion'>, 'kind'>[];
  /** `scores` in the order of the criteria. */
  readonly locations: readonly (Omit<ContentOf<'location'>, 'kind' | 'scores'> & {
    readonly scores: readonly number[];
  })[];
  /** Invented: how many people answered, from which day on, and what they may have said. */
  readonly answers: {
    readonly count: number;
    readonly from: string;
    /** How many days people were asked. */
    readonly days: number;
    readonly districts: readonly string[];
    readonly obstacles: readonly Obstacle[];
    readonly wishes: readonly string[];
  };
}

/** The urgency study that a mall began with. Does nothing where one is written down. */
export async function concludePastStudy(tx: Tx, mallId: string, { study }: ScenarioFacts): Promise<void> {
  if (study === undefined || (await findStudyRow(tx, mallId)) !== undefined) return;
  const row = await lockStudyRow(tx, mallId, study.figures);
  const add = async (content: PartContent) => {
    const id = newId();
    await insertPart(tx, mallId, { id, content, fileId: null });
    return id;
  };
  for (const [chapter, text] of Object.entries(study.chapters))
    await add({ kind: 'chapter', chapter: chapter as Chapter, text });
  for (const one of study.evidence) await add({ kind: 'evidence', ...one });
  for (const one of study.money) await add({ kind: 'money', ...one });
  const services: string[] = [];
  const byCode = new Map((await listServices(tx, mallId)).map(({ code, id }) => [code, id]));
  for (const { code, ...one } of study.services) {
    const serviceId = (code === undefined ? undefined : byCode.get(code)) ?? null;
    services.push(await add({ kind: 'service', ...one, serviceId }));
  }
  const criteria: string[] = [];
  for (const one of study.criteria) criteria.push(await add({ kind: 'criterion', ...one }));
  for (const { scores, ...one } of study.locations) {
    const byCriterion = Object.fromEntries(criteria.map((id, index) => [id, scores[index]!]));
    await add({ kind: 'location', ...one, scores: byCriterion });
  }
  await answerAll(tx, mallId, study, services);
  const { from, days } = study.answers;
  const until = addDays(parseDay(from)!, days - 1);
  await updateStudyRow(tx, row, { survey: { from, until }, concludedOn: study.concludedOn });
}

/** Invented answers, spread over days, districts and services without chance. */
async function answerAll(tx: Tx, mallId: string, { answers, services }: StudyFacts, ids: readonly string[]) {
  const { count, from, days, districts, obstacles, wishes } = answers;
  for (let n = 0; n < count; n += 1) {
    const at = (n * 7) % services.length;
    const service = services[at]!;
    await insertAnswer(tx, mallId, {
      ...{
        id: newId(),
        channel: n % 3 === 0 ? 'paper' : 'online',
        answeredOn: addDays(parseDay(from)!, n % days),
      },
      ...{ district: districts[n % districts.length]!, serviceId: n % 17 === 0 ? null : ids[at]! },
      visits: Math.max(1, Math.round(service.visitsPerRequest + ((n % 5) - 2) / 2)),
      travelMinutes: Math.round(service.travelMinutes * (0.6 + (n % 9) / 10)),
      costRupiah: Math.round((service.costRupiah * (0.7 + (n % 7) / 10)) / 1000) * 1000,
      wouldUse: [4, 3, 4, 3, 2, 4, 3, 4, 1, 3][n % 10]!,
      obstacles: obstacles.filter((_, index) => (n + index * index) % (index + 2) === 0),
      wish: n % 100 === 0 ? (wishes[n / 100] ?? '') : '',
    });
  }
}
