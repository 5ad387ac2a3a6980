import type { manager } from '#ui/words/id/manager.ts';
import { AGENCY_FIELDS, type AgencyField } from './read-agency-form.ts';

/** The fields that are not right, each with its sentence: for the summary, and beside the field. */
export function agencyErrors(problems: readonly AgencyField[], words: typeof manager) {
  return {
    errors: problems.map((field) => ({ id: AGENCY_FIELDS[field], message: words[`wrong-${field}`] })),
    errorAt: (field: AgencyField) => (problems.includes(field) ? words[`wrong-${field}`] : undefined),
  };
}
