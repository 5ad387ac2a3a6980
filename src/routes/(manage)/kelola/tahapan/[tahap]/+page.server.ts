import { error, fail, redirect } from '@sveltejs/kit';
import { StageValues } from '#areas/establishment/contract.ts';
import { isUuid } from '#platform/values/id.ts';
import { textOf } from '../../../../server/text-of.ts';
import { readSent, refusalOf, type FormEvent } from '../../atur/keep-actions.ts';
import { KEEPERS } from '../../perjanjian/keep-agreement.ts';
import { addressOf, stageAt } from '../stage-address.ts';
import { readStage } from './read-stage.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  await parent();
  const key = stageAt(params.tahap);
  if (key === undefined) error(404, 'NOT_FOUND');
  const { stages, today } = await locals.door.api.establishment.getEstablishment();
  const stage = stages.find(({ kind, year }) => kind === key.kind && year === key.year);
  return {
    key,
    // A year of which nothing is written down yet looks like the stage before its first word.
    stage: stage ?? null,
    values: StageValues.parse(stage ?? EMPTY),
    today,
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

const EMPTY: StageValues = {
  ...{ responsible: null, place: null, notes: '', togetherWith: null },
  ...{ plannedFrom: null, plannedUntil: null, actualFrom: null, actualUntil: null },
};

async function readAbout(event: FormEvent & { readonly params: { readonly tahap: string } }) {
  const sent = await readSent(event, KEEPERS);
  const key = stageAt(event.params.tahap);
  if (key === undefined) error(404, 'NOT_FOUND');
  return { ...sent, key, page: `/kelola/tahapan/${addressOf(key)}` };
}

export const actions: Actions = {
  async simpan(event) {
    const { form, api, version, key, page } = await readAbout(event);
    const read = readStage(form);
    if (read.values === undefined) return fail(400, { ...read, refusal: undefined });
    const wish = { ...key, version, ...read.values };
    const refusal = await refusalOf(api.establishment.saveStage(wish));
    if (refusal !== undefined) return fail(409, { ...read, refusal });
    redirect(303, `${page}?kabar=simpan`);
  },

  async kendala(event) {
    const { form, api, key, page } = await readAbout(event);
    const what = textOf(form, 'what').trim().slice(0, 300);
    const owner = textOf(form, 'owner').trim().slice(0, 120);
    const problems = [...(what.length < 3 ? ['what'] : []), ...(owner.length < 2 ? ['owner'] : [])];
    const typed: Record<string, string> = { what, owner };
    if (problems.length > 0) return fail(400, { typed, problems, refusal: undefined });
    const refusal = await refusalOf(api.establishment.addBlocker({ ...key, what, owner }));
    if (refusal !== undefined) return fail(409, { typed, problems, refusal });
    redirect(303, `${page}?kabar=simpan`);
  },

  async beres(event) {
    const { form, api, page } = await readAbout(event);
    const blockerId = textOf(form, 'kendala');
    if (!isUuid(blockerId)) error(400, 'BAD_INPUT');
    const refusal = await refusalOf(api.establishment.solveBlocker({ blockerId }));
    const typed: Record<string, string> = {};
    const problems: string[] = [];
    if (refusal !== undefined) return fail(409, { typed, problems, refusal });
    redirect(303, `${page}?kabar=simpan`);
  },
};
