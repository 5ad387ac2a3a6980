import type { MallPlace } from '#areas/malls/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import {
  countAnswers,
  countDistricts,
  countObstacles,
  insertAnswer,
  listWishes,
  readAnswerFigures,
} from './answer-store.ts';
import type { NeedsAnswer, NeedsResults } from './contract.ts';
import { holdStudy } from './hold-study.ts';
import { PartContent, type ContentOf } from './parts-contract.ts';
import { isSurveyOpen, sampleNeeded, shareBetween } from './rules/needs-survey.ts';
import { findPartRow, findStudyRow, listPartRows, updateStudyRow } from './store.ts';

/** More than any regency has asked; a flood of answers ends here. */
const ANSWERS_MAX = 20_000;

type NamedService = Pick<ContentOf<'service'>, 'name' | 'agency'> & { readonly id: string };

/** What all answers say together. */
export async function readNeeds(
  tx: Tx,
  mallId: string,
  population: number | null,
  services: readonly NamedService[],
): Promise<NeedsResults> {
  const figures = await readAnswerFigures(tx, mallId);
  const all = figures.find(({ all_services }) => Number(all_services) === 1);
  const answers = Number(all?.answers ?? 0);
  const online = Number(all?.online ?? 0);
  const middleOf = (row: (typeof figures)[number]) => ({
    answers: Number(row.answers),
    visits: Number(row.visits),
    travelMinutes: Number(row.travel_minutes),
    costRupiah: Number(row.cost_rupiah),
  });
  return {
    online,
    paper: answers - online,
    needed: population === null ? null : sampleNeeded(population),
    wouldUse: shareBetween(Number(all?.would_use ?? 0), answers) ?? null,
    middle: all === undefined || answers === 0 ? null : middleOf(all),
    byService: services.flatMap(({ id, name }) => {
      const row = figures.find(({ service_id }) => service_id === id);
      return row === undefined ? [] : [{ serviceId: id, name, ...middleOf(row) }];
    }),
    obstacles: await countObstacles(tx, mallId),
    districts: await countDistricts(tx, mallId),
    wishes: await listWishes(tx, mallId),
  };
}

/** Whether people are asked, until when, and the services that they may name. */
export async function getNeedsSurvey(tx: Tx, mall: MallPlace) {
  const row = await findStudyRow(tx, mall.id);
  const {
    survey_from: from = null,
    survey_until: until = null,
    concluded_on: concludedOn = null,
  } = row ?? {};
  const today = dayAt(tx.now.getTime(), mall.timeZone);
  const open = isSurveyOpen({ from, until, concludedOn }, today);
  return {
    open,
    until: open ? until : null,
    services: open ? listNamed(await listPartRows(tx, mall.id)) : [],
  };
}

/** Refusals: SURVEY_CLOSED, SERVICE_UNKNOWN, ANSWERS_ENOUGH. */
export async function answerNeedsSurvey(
  tx: Tx,
  mall: MallPlace,
  answer: NeedsAnswer,
): Promise<{ answerId: string }> {
  if (!(await getNeedsSurvey(tx, mall)).open) refused(refuse('SURVEY_CLOSED'));
  return keepAnswer(tx, mall.id, {
    ...answer,
    channel: 'online',
    answeredOn: dayAt(tx.now.getTime(), mall.timeZone),
  });
}

/** Refusals: STUDY_CONCLUDED, SERVICE_UNKNOWN, ANSWERS_ENOUGH, EVIDENCE_AHEAD for a day that has not come. */
export async function addPaperAnswer(
  tx: Tx,
  staff: StaffActor,
  answer: NeedsAnswer & { readonly answeredOn: string },
): Promise<{ answerId: string }> {
  await holdStudy(tx, staff);
  if (answer.answeredOn > dayAt(tx.now.getTime(), staff.timeZone)) refused(refuse('EVIDENCE_AHEAD'));
  const kept = await keepAnswer(tx, staff.mallId, { ...answer, channel: 'paper' });
  tx.record({ subjectKind: 'study', subjectId: staff.mallId, facts: { answer: 1 } });
  return kept;
}

/** Refusals: STUDY_CONCLUDED, DAYS_REVERSED. */
export async function setNeedsSurvey(
  tx: Tx,
  staff: StaffActor,
  days: { readonly from: string; readonly until: string } | null,
): Promise<{ version: number }> {
  const row = await holdStudy(tx, staff);
  if (days !== null && days.until < days.from) refused(refuse('DAYS_REVERSED'));
  tx.record({ subjectKind: 'study', subjectId: staff.mallId, facts: { ...days } });
  return updateStudyRow(tx, row, { survey: days });
}

async function keepAnswer(
  tx: Tx,
  mallId: string,
  answer: NeedsAnswer & { readonly channel: 'online' | 'paper'; readonly answeredOn: string },
): Promise<{ answerId: string }> {
  if (answer.serviceId !== null && (await findPartRow(tx, mallId, answer.serviceId))?.kind !== 'service')
    refused(refuse('SERVICE_UNKNOWN'));
  if ((await countAnswers(tx, mallId)) >= ANSWERS_MAX)
    refused(refuse('ANSWERS_ENOUGH', { limit: ANSWERS_MAX }));
  const id = newId();
  await insertAnswer(tx, mallId, { ...answer, id });
  return { answerId: id };
}

function listNamed(rows: readonly { readonly id: string; readonly content: unknown }[]): NamedService[] {
  return rows.flatMap(({ id, content }) => {
    const part = PartContent.parse(content);
    return part.kind === 'service' ? [{ id, name: part.name, agency: part.agency }] : [];
  });
}
