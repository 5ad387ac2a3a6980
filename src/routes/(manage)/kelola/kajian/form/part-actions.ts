import { error, fail, redirect } from '@sveltejs/kit';
import { PartContent } from '#areas/studies/parts-contract.ts';
import { isUuid } from '#platform/values/id.ts';
import type { BareRefusal } from '#ui/words/say-refusal.ts';
import { textOf } from '../../../../server/text-of.ts';
import { readSent, refusalOf, type FormEvent } from '../../atur/keep-actions.ts';
import { KEEPERS } from '../../perjanjian/keep-agreement.ts';
import { PART_FIELDS, type FormedKind } from './part-fields.ts';
import { toContent, typedIn } from './read-fields.ts';

/** A form about the study that came back. `about` says which, where a page has several. */
export interface SentBack {
  readonly about: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
  readonly refusal: BareRefusal | undefined;
}

export function sentBack(status: 400 | 409, back: SentBack) {
  return fail(status, back);
}

/** The names of the fields with which a reading was not right. */
export function problemsOf(issues: readonly { readonly path: readonly PropertyKey[] }[]): string[] {
  return [...new Set(issues.map(({ path }) => String(path[0])))];
}

/** Keeps a part, new or changed, and goes back to its page. Scores of a location are fields `nilai-…` of the criterion. */
export async function keepPart(event: FormEvent, kind: FormedKind, page: string) {
  const { form, api, version } = await readSent(event, KEEPERS);
  const fields = PART_FIELDS[kind];
  const scores = [...form.entries()].filter(([name, score]) => name.startsWith('nilai-') && score !== '');
  const typed = {
    ...typedIn(form, fields),
    ...(kind === 'service' ? { serviceId: textOf(form, 'serviceId').slice(0, 40) } : {}),
    ...Object.fromEntries(scores.map(([name, score]) => [name, typeof score === 'string' ? score : ''])),
  };
  const parsed = PartContent.safeParse({
    kind,
    ...toContent(typed, fields),
    ...(kind === 'service' ? { serviceId: typed['serviceId'] || null } : {}),
    ...(kind === 'location'
      ? {
          scores: Object.fromEntries(
            scores.map(([name, score]) => [name.slice('nilai-'.length), Number(score)]),
          ),
        }
      : {}),
  });
  if (!parsed.success)
    return sentBack(400, {
      about: kind,
      typed,
      problems: problemsOf(parsed.error.issues),
      refusal: undefined,
    });
  const id = textOf(form, 'bagian');
  const upload = textOf(form, 'unggahan');
  const wish = {
    part: isUuid(id) ? { id, version } : null,
    content: parsed.data,
    uploadId: isUuid(upload) ? upload : null,
  };
  const refusal = await refusalOf(api.studies.savePart(wish));
  if (refusal !== undefined) return sentBack(409, { about: kind, typed, problems: [], refusal });
  redirect(303, `${page}?kabar=simpan`);
}

export async function removePart(event: FormEvent, page: string) {
  const { form, api } = await readSent(event, KEEPERS);
  const partId = textOf(form, 'bagian');
  if (!isUuid(partId)) error(400, 'BAD_INPUT');
  const refusal = await refusalOf(api.studies.removePart({ partId }));
  if (refusal !== undefined) return sentBack(409, { about: 'hapus', typed: {}, problems: [], refusal });
  redirect(303, `${page}?kabar=hapus`);
}
