import { fail, redirect } from '@sveltejs/kit';
import { refusalFrom } from '../../../server/refusal-from.ts';
import { readReportDay } from '../../../server/report-day.ts';
import { requireStaff } from '../../../server/staff-door.ts';
import { textOf } from '../../../server/text-of.ts';
import type { Actions, PageServerLoad } from './$types';
import { findEntryProblems, readEntry, toEntry } from './read-entry.ts';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  await parent();
  const { api } = locals.door;
  const asked = url.searchParams.get('hari');
  const paper = await api.paper.listNumberBlocks(asked === null ? {} : { day: readReportDay(asked) });
  const agencies = await api.agencies.listAgencies({});
  const reserved = new Set(paper.blocks.map(({ agencySlug }) => agencySlug));
  const services = await api.services.listServices({});
  return {
    paper,
    agencies: agencies.map(({ id, slug, shortName, series }) => ({ id, slug, shortName, series })),
    counters: agencies
      .filter(({ slug }) => reserved.has(slug))
      .flatMap(({ shortName, counters }) => counters.map(({ number }) => ({ number, shortName }))),
    services: services
      .filter(({ agencySlug }) => reserved.has(agencySlug))
      .map(({ slug, name, nameEn, agencyShortName }) => ({ slug, name, nameEn, agencyShortName })),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
    newsCode: url.searchParams.get('nomor'),
  };
};

const KEEPERS = ['manager', 'administrator'] as const;

/** Back to the same day, with what was done in the address, so that a reload does nothing twice. */
function backTo(day: string, news: Record<string, string>): never {
  redirect(303, `/kelola/blok-nomor?${new URLSearchParams({ hari: day, ...news })}`);
}

export const actions: Actions = {
  async siapkan({ locals, request, url }) {
    requireStaff(locals, url, KEEPERS);
    const form = await request.formData();
    const day = readReportDay(textOf(form, 'hari'));
    const agencyIds = form.getAll('instansi').filter((id) => typeof id === 'string');
    const values = {
      first: textOf(form, 'pertama').trim(),
      last: textOf(form, 'terakhir').trim(),
      agencyIds,
    };
    const isNumber = (text: string) => /^[1-9]\d{0,2}$/.test(text);
    const reserveProblem =
      !isNumber(values.first) || !isNumber(values.last)
        ? ('rangeProblem' as const)
        : agencyIds.length === 0
          ? ('agenciesProblem' as const)
          : undefined;
    if (reserveProblem !== undefined) return fail(400, { values, reserveProblem });
    const wish = { day, agencyIds, firstNumber: Number(values.first), lastNumber: Number(values.last) };
    try {
      await locals.door.withKey(textOf(form, 'kunci')).paper.reserveNumberBlocks(wish);
    } catch (error) {
      return fail(409, { values, reserveRefusal: refusalFrom(error) });
    }
    backTo(day, { kabar: 'siap' });
  },

  async masukkan({ locals, request, url }) {
    requireStaff(locals, url, KEEPERS);
    const form = await request.formData();
    const day = readReportDay(textOf(form, 'hari'));
    const entry = readEntry(form);
    const entryProblems = findEntryProblems(entry);
    if (entryProblems.length > 0) return fail(400, { entry, entryProblems });
    try {
      await locals.door.withKey(textOf(form, 'kunci')).paper.enterPaperStop({ day, ...toEntry(entry) });
    } catch (error) {
      return fail(409, { entry, entryRefusal: refusalFrom(error) });
    }
    backTo(day, { kabar: 'masuk', nomor: entry.code });
  },
};
