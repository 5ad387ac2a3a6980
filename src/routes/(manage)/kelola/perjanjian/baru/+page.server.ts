import { fail, redirect } from '@sveltejs/kit';
import { AgreementKind } from '#areas/agreements/contract.ts';
import { isUuid } from '#platform/values/id.ts';
import { textOf } from '../../../../server/text-of.ts';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import { readSent } from '../../atur/keep-actions.ts';
import { KEEPERS } from '../keep-agreement.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  await parent();
  const agencies = await locals.door.api.agencies.listKeptAgencies();
  return {
    agencies: agencies.map(({ id, shortName }) => ({ value: id, label: shortName })),
    formKey: crypto.randomUUID(),
  };
};

const Kind = AgreementKind.exclude(['adendum']);

export const actions: Actions = {
  async default(event) {
    const { form, api } = await readSent(event, KEEPERS);
    const typed = {
      kind: textOf(form, 'kind'),
      agencyId: textOf(form, 'agencyId'),
      title: textOf(form, 'title').trim().slice(0, 300),
    };
    const kind = Kind.safeParse(typed.kind);
    const problems = [
      ...(kind.success ? [] : ['kind']),
      ...(typed.title.length < 3 || typed.title.length > 200 ? ['title'] : []),
      ...(typed.agencyId === '' || isUuid(typed.agencyId) ? [] : ['agencyId']),
    ];
    if (problems.length > 0 || !kind.success) return fail(400, { typed, problems, refusal: undefined });
    let agreementId: string;
    try {
      ({ agreementId } = await api.agreements.draftAgreement({
        ...{ kind: kind.data, title: typed.title },
        agencyId: typed.agencyId === '' ? null : typed.agencyId,
      }));
    } catch (error) {
      return fail(409, { typed, problems, refusal: refusalFrom(error) });
    }
    redirect(303, `/kelola/perjanjian/${agreementId}?kabar=baru`);
  },
};
