import { fail, redirect } from '@sveltejs/kit';
import { formatIsoDay } from '#ui/format/times.ts';
import { readKnown } from '../../../server/known-waiting.ts';
import { refusalFrom } from '../../../server/refusal-from.ts';
import { requireStaff } from '../../../server/staff-door.ts';
import { textOf } from '../../../server/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

const CSV_LENGTH_MAX = 200_000;

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { mall } = await parent();
  const { api } = locals.door;
  const thisYear = Number(formatIsoDay(Date.now(), mall.timeZone).slice(0, 4));
  const asked = Number(url.searchParams.get('tahun'));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : thisYear;
  const holidays = await api.calendar.listHolidays({ year });
  const next = await api.calendar.listHolidays({ year: thisYear + 1 });
  return {
    holidays,
    unknownNextYear: next.imported ? null : thisYear + 1,
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

export const actions: Actions = {
  async default({ locals, request, url }) {
    requireStaff(locals, url, ['administrator']);
    const form = await request.formData();
    const file = form.get('berkas');
    const pasted = textOf(form, 'daftar');
    const fromFile = file instanceof File && file.size > 0;
    if (fromFile && file.size > CSV_LENGTH_MAX * 2)
      return fail(413, { pasted: '', problem: 'importTooLarge' as const });
    const csv = fromFile ? await file.text() : pasted;
    if (csv.trim() === '') return fail(400, { pasted: '', problem: 'importNothing' as const });
    if (csv.length > CSV_LENGTH_MAX) return fail(413, { pasted: '', problem: 'importTooLarge' as const });
    let years: readonly number[];
    try {
      const { calendar } = locals.door.withKey(textOf(form, 'kunci'));
      ({ years } = await calendar.importHolidays({ csv, knownWaiting: readKnown(form) }));
    } catch (error) {
      // A chosen file does not come back by itself; its lines do.
      return fail(409, { pasted: csv, refusal: refusalFrom(error) });
    }
    redirect(303, `/kelola/libur?tahun=${years[0]}&kabar=masuk`);
  },
};
