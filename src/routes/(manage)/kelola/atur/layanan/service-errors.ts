import type { SheetField } from '#areas/services/rules/service-sheet.ts';
import type { manager } from '#ui/words/id/manager.ts';
import { SERVICE_FIELDS } from './read-service-form.ts';

/** The agency is chosen once, when a service is new. */
export type ServiceFormField = SheetField | 'agencyId';

/** The fields that are not right, each with its sentence: for the summary, and beside the field. */
export function serviceErrors(problems: readonly ServiceFormField[], words: typeof manager) {
  return {
    errors: problems.map((field) => ({
      id: field === 'agencyId' ? 'instansi' : SERVICE_FIELDS[field],
      message: words[`wrong-${field}`],
    })),
    errorAt: (field: ServiceFormField) => (problems.includes(field) ? words[`wrong-${field}`] : undefined),
  };
}
