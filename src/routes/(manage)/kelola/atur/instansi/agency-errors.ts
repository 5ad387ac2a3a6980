import type { manager } from '#ui/words/id/manager.ts';
import { AGENCY_FIELDS, type AgencyField } from './read-agency-form.ts';

const SENTENCES = {
  name: 'agencyNameProblem',
  shortName: 'shortNameProblem',
  slug: 'slugProblem',
  kind: 'agencyKindProblem',
  series: 'seriesProblem',
  icon: 'iconProblem',
  servesHolidays: 'agencyKindProblem',
  active: 'agencyKindProblem',
  zoneId: 'agencyZoneProblem',
  boothName: 'boothNameProblem',
  lastIntakeMinutes: 'intakeProblem',
  counters: 'countersProblem',
} as const satisfies Readonly<Record<AgencyField, keyof typeof manager>>;

/** The fields that are not right, each with its sentence: for the summary, and beside the field. */
export function agencyErrors(problems: readonly AgencyField[], words: typeof manager) {
  return {
    errors: problems.map((field) => ({ id: AGENCY_FIELDS[field], message: words[SENTENCES[field]] })),
    errorAt: (field: AgencyField) => (problems.includes(field) ? words[SENTENCES[field]] : undefined),
  };
}
