import { fail, redirect } from '@sveltejs/kit';
import type { Role } from '#platform/contract/access.ts';
import type { BareRefusal } from '#ui/words/say-refusal.ts';
import { refusalFrom } from '../server/refusal-from.ts';
import { requireStaff } from '../server/staff-door.ts';
import { textOf } from '../server/text-of.ts';
import { readKnown } from '../server/known-waiting.ts';
import { readClosureForm } from './read-closure-form.ts';

/** What a form needs of the request, whichever route it was sent to. */
interface FormEvent {
  readonly locals: App.Locals;
  readonly request: Request;
  readonly url: URL;
}

/** The forms of the page of closures, for the roles of a surface; after a deed the page comes back with its news. */
export function closureActions(path: string, roles: readonly Role[]) {
  return {
    async tutup({ locals, request, url }: FormEvent) {
      const staff = requireStaff(locals, url, roles);
      const form = await request.formData();
      const { values, problems, wish } = readClosureForm(form, staff.timeZone, staff.agencyId);
      if (wish === undefined) return fail(400, { values, problems, refusal: undefined });
      let state: string;
      try {
        ({ state } = await commandsOf(locals, form).closeBooth(wish));
      } catch (error) {
        return fail(409, { values, problems, refusal: refusalFrom(error) });
      }
      const news = state === 'asked' ? 'diminta' : wish.from === null ? 'ditutup' : 'diumumkan';
      redirect(303, `${path}?kabar=${news}`);
    },
    async putuskan({ locals, request, url }: FormEvent) {
      requireStaff(locals, url, roles);
      const form = await request.formData();
      const approve = textOf(form, 'putusan') === 'setuju';
      const input = { closureId: textOf(form, 'penutupan'), approve, knownWaiting: readKnown(form) };
      const refusal = await refusalOf(commandsOf(locals, form).decideClosure(input));
      if (refusal !== undefined) return failed(refusal);
      redirect(303, `${path}?kabar=${approve ? 'disetujui' : 'ditolak'}`);
    },
    async akhiri({ locals, request, url }: FormEvent) {
      requireStaff(locals, url, roles);
      const form = await request.formData();
      const input = { closureId: textOf(form, 'penutupan') };
      const refusal = await refusalOf(commandsOf(locals, form).liftClosure(input));
      if (refusal !== undefined) return failed(refusal);
      redirect(303, `${path}?kabar=diakhiri`);
    },
  };
}

function commandsOf(locals: App.Locals, form: FormData) {
  return locals.door.withKey(textOf(form, 'kunci')).capacity;
}

async function refusalOf(deed: Promise<unknown>): Promise<BareRefusal | undefined> {
  try {
    await deed;
    return undefined;
  } catch (error) {
    return refusalFrom(error);
  }
}

function failed(refusal: BareRefusal) {
  return fail(409, { values: undefined, problems: undefined, refusal });
}
