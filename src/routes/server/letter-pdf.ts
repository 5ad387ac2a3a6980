import { error } from '@sveltejs/kit';
import { isUuid } from '#platform/values/id.ts';
import { answerWithFile } from './file-reply.ts';
import { refusalFrom } from './refusal-from.ts';

/** A letter to an agency as a PDF; 404 where it is none of the reader's. */
export async function answerWithLetter(locals: App.Locals, letterId: string): Promise<Response> {
  if (!isUuid(letterId)) error(404, 'LETTER_UNKNOWN');
  const { fileName, pdfBase64 } = await locals.door.api.reports
    .getReminderPdf({ letterId })
    .catch((refusal: unknown) => error(404, refusalFrom(refusal).refused));
  return answerWithFile({ fileName, base64: pdfBase64 }, 'application/pdf');
}
