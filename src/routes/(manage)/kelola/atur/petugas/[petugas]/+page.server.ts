import { error, fail, redirect } from '@sveltejs/kit';
import { SIGN_IN_PARTS, type SignInPart } from '#areas/staff/rules/sign-in-parts.ts';
import { refusalFrom } from '../../../../../server/refusal-from.ts';
import { requireStaff } from '../../../../../server/staff-door.ts';
import { textOf } from '../../../../../server/text-of.ts';
import { readOfficerForm } from '../read-officer-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url, setHeaders }) => {
  await parent();
  requireStaff(locals, url, ['administrator']);
  // The page shows a link that lets somebody in.
  setHeaders({ 'cache-control': 'no-store' });
  const { api } = locals.door;
  const { publicUrl, linkToken, ...officer } = await api.staff
    .getOfficer({ officerId: params.petugas })
    .catch(notFound);
  const agencies = await api.agencies.listAgencies({});
  const base = publicUrl ?? url.origin;
  return {
    officer,
    link: linkToken === null ? null : `${base}/masuk/undangan?tautan=${linkToken}`,
    /** Other machines and phones know no such address. */
    linkOnlyHere: ['localhost', '127.0.0.1'].includes(new URL(base).hostname),
    agencies: agencies.map(({ id, shortName }) => ({ id, shortName })),
    formKey: crypto.randomUUID(),
    news: url.searchParams.get('kabar'),
  };
};

function notFound(thrown: unknown): never {
  refusalFrom(thrown);
  error(404, 'OFFICER_UNKNOWN');
}

/** Both where nothing that we know was said: whoever loses both can do nothing with one. */
function readLost(form: FormData): SignInPart {
  const lost = textOf(form, 'hilang');
  return SIGN_IN_PARTS.find((part) => part === lost) ?? 'both';
}

type Staff = ReturnType<App.Locals['door']['withKey']>['staff'];

/** One deed on this officer, under the key of its form; then the page again with the news, or the refusal on it. */
async function act(
  event: RequestEvent,
  news: string,
  deed: (staff: Staff, officerId: string, form: FormData) => Promise<unknown>,
  to = `/kelola/atur/petugas/${event.params.petugas}`,
) {
  requireStaff(event.locals, event.url, ['administrator']);
  const form = await event.request.formData();
  try {
    await deed(event.locals.door.withKey(textOf(form, 'kunci')).staff, event.params.petugas, form);
  } catch (thrown) {
    return fail(409, { values: undefined, problems: undefined, refusal: refusalFrom(thrown) });
  }
  redirect(303, `${to}?kabar=${news}`);
}

export const actions: Actions = {
  async ubah({ locals, params, request, url }) {
    requireStaff(locals, url, ['administrator']);
    const form = await request.formData();
    const { values, problems, wish } = readOfficerForm(form, 'known');
    if (wish === undefined) return fail(400, { values, problems, refusal: undefined });
    const { name, role, agencyId } = wish;
    try {
      const { staff } = locals.door.withKey(textOf(form, 'kunci'));
      await staff.changeOfficer({ officerId: params.petugas, name, role, agencyId });
    } catch (thrown) {
      return fail(409, { values, problems, refusal: refusalFrom(thrown) });
    }
    redirect(303, `/kelola/atur/petugas/${params.petugas}?kabar=diubah`);
  },
  tautan: (event) =>
    act(event, 'tautan', (staff, officerId, form) => staff.renewAccess({ officerId, lost: readLost(form) })),
  nonaktif: (event) => act(event, 'nonaktif', (staff, officerId) => staff.deactivateOfficer({ officerId })),
  aktif: (event) => act(event, 'aktif', (staff, officerId) => staff.reactivateOfficer({ officerId })),
  /** Whoever was only invited is gone with the link, and so is this page. */
  cabut: (event) =>
    act(event, 'dicabut', (staff, officerId) => staff.withdrawLink({ officerId }), '/kelola/atur/petugas'),
};
