import type { Tx } from '#platform/database/transaction.ts';
import type { MallPlace } from '#areas/malls/public.ts';
import { dayAt } from '#platform/values/day.ts';
import { StudyFigures, type Study, type StudyResults } from './contract.ts';
import { freshFigures } from './hold-study.ts';
import { readNeeds } from './needs-survey.ts';
import { PartContent, StudyParts } from './parts-contract.ts';
import { CHAPTERS, chapterLacks, PART_KINDS, type PartKind } from './rules/chapters.ts';
import { reckonBurden, reckonNeeds } from './rules/demand.ts';
import { isSurveyOpen } from './rules/needs-survey.ts';
import { scoreLocations } from './rules/location-scores.ts';
import { reckonWorth } from './rules/value.ts';
import { findStudyRow, listPartRows, type PartRow } from './store.ts';

/** The study with everything that follows from it; four statements for the parts, five for the answers. */
export async function readStudy(tx: Tx, mall: Pick<MallPlace, 'id' | 'timeZone'>): Promise<Study> {
  const row = await findStudyRow(tx, mall.id);
  const figures = row === undefined ? freshFigures(tx) : StudyFigures.parse(row.figures);
  const parts = gatherParts(await listPartRows(tx, mall.id));
  const { survey_from: from = null, survey_until: until = null, concluded_on: on = null } = row ?? {};
  const today = dayAt(tx.now.getTime(), mall.timeZone);
  const open = isSurveyOpen({ from, until, concludedOn: on }, today);
  return {
    version: row?.version ?? 0,
    figures,
    concluded: on === null ? null : { on, by: row?.concluded_name ?? row?.concluded_by ?? '' },
    survey: from === null || until === null ? null : { from, until, open },
    parts,
    results: reckonResults(parts, figures),
    needs: await readNeeds(tx, mall.id, figures.population, parts.services),
  };
}

const PLACES = {
  chapter: 'chapters',
  evidence: 'evidence',
  service: 'services',
  money: 'money',
  criterion: 'criteria',
  location: 'locations',
} as const satisfies Record<PartKind, keyof StudyParts>;

function gatherParts(rows: readonly PartRow[]): StudyParts {
  const parts: Record<keyof StudyParts, unknown[]> = {
    ...{ chapters: [], evidence: [], services: [], money: [], criteria: [], locations: [] },
  };
  for (const row of rows) {
    const content = PartContent.parse(row.content);
    const file = row.file_name === null ? null : { name: row.file_name, sizeBytes: Number(row.size_bytes) };
    parts[PLACES[content.kind]].push({ ...content, id: row.id, version: row.version, file });
  }
  return StudyParts.parse(parts);
}

/** What a request took before the mall, by the service of the catalogue with which the study names it. */
export async function listBaselines(
  tx: Tx,
  mallId: string,
): Promise<{ serviceId: string; visitsPerRequest: number }[]> {
  return gatherParts(await listPartRows(tx, mallId)).services.flatMap(({ serviceId, visitsPerRequest }) =>
    serviceId === null ? [] : [{ serviceId, visitsPerRequest }],
  );
}

/** Everything that follows from the parts, with nothing asked of the database. */
export function reckonResults(parts: StudyParts, figures: StudyFigures): StudyResults {
  const { services, money, criteria, locations, chapters } = parts;
  const joiningBurden = reckonBurden(
    services.filter(({ joins }) => joins),
    figures.hourRupiah,
  );
  const { years, discount, savedLow, savedMid, savedHigh } = figures;
  const saved = { low: savedLow, mid: savedMid, high: savedHigh };
  const has = new Set(PART_KINDS.filter((kind) => parts[PLACES[kind]].length > 0));
  const { ranked, ...robust } = scoreLocations(criteria, locations);
  return {
    burden: reckonBurden(services, figures.hourRupiah),
    joiningBurden,
    needs: reckonNeeds(services, figures),
    worth: reckonWorth(money, joiningBurden, { years, discount, saved }),
    locations: { ranked: [...ranked], ...robust },
    chapters: CHAPTERS.map((chapter) => {
      const text = chapters.find((one) => one.chapter === chapter)?.text ?? '';
      return { chapter, lacks: chapterLacks(chapter, text, has) };
    }),
  };
}
