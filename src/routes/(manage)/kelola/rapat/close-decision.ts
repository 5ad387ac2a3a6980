import { error, fail, redirect } from '@sveltejs/kit';
import { isUuid } from '#platform/values/id.ts';
import { textOf } from '../../../server/text-of.ts';
import { readSent, refusalOf, type FormEvent } from '../atur/keep-actions.ts';
import { KEEPERS } from '../perjanjian/keep-agreement.ts';

/** Closes a decision with what came of it, and goes back to the page. */
export async function closeDecision(event: FormEvent, page: string) {
  const { form, api } = await readSent(event, KEEPERS);
  const decisionId = textOf(form, 'keputusan');
  const outcome = textOf(form, 'outcome').trim().slice(0, 500);
  if (!isUuid(decisionId)) error(400, 'BAD_INPUT');
  const typed: Record<string, string> = { outcome };
  if (outcome.length < 2)
    return fail(400, { typed, problems: [`outcome-${decisionId}`], refusal: undefined });
  const refusal = await refusalOf(api.coordination.closeDecision({ decisionId, outcome }));
  const problems: string[] = [];
  if (refusal !== undefined) return fail(409, { typed, problems, refusal });
  redirect(303, `${page}?kabar=simpan`);
}
