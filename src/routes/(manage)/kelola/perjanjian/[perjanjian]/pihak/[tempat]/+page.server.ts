import { error } from '@sveltejs/kit';
import type { PartyValues } from '#areas/agreements/contract.ts';
import { doneOr, readAbout, wrongIn } from '../../../keep-agreement.ts';
import { partyTyped, readParty } from '../../../read-forms.ts';
import type { Actions, PageServerLoad } from './$types';

const NEW = 'baru';

const NOBODY: PartyValues = {
  ...{ agencyId: null, name: '', signatory: null, position: null, authority: null, delegated: false },
  ...{ powerOfAttorney: null, dataRole: 'none', contactName: null, contactPhone: null, contactEmail: null },
};

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { agreement } = await parent();
  const party = agreement.parties.find(({ place }) => String(place) === params.tempat);
  if (party === undefined && params.tempat !== NEW) error(404, 'PARTY_UNKNOWN');
  const agencies = await locals.door.api.agencies.listKeptAgencies();
  return {
    place: party?.place ?? null,
    typed: partyTyped(party ?? NOBODY),
    agencies: agencies.map(({ id, shortName }) => ({ value: id, label: shortName })),
  };
};

export const actions: Actions = {
  async simpan(event) {
    const { form, api, seen } = await readAbout(event);
    const read = readParty(form);
    if (read.values === undefined) return wrongIn(read);
    const place = event.params.tempat === NEW ? null : Number(event.params.tempat);
    return doneOr(api.agreements.saveParty({ ...seen, ...read.values, place }), seen, 'simpan', read);
  },

  async keluarkan(event) {
    const { form, api, seen } = await readAbout(event);
    const place = Number(event.params.tempat);
    return doneOr(api.agreements.removeParty({ ...seen, place }), seen, 'simpan', readParty(form));
  },
};
