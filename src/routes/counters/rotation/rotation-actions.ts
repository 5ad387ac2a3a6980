import { fail, redirect } from '@sveltejs/kit';
import type { Role } from '#platform/contract/access.ts';
import { refusalFrom } from '../../server/refusal-from.ts';
import { requireStaff } from '../../server/staff-door.ts';
import { textOf } from '../../server/text-of.ts';
import {
  findPlanProblems,
  findProposalProblems,
  readRotationForm,
  weekdaysOf,
  withProposal,
} from './read-rotation-form.ts';

/** What a form needs of the request, whichever route it was sent to. */
interface FormEvent {
  readonly locals: App.Locals;
  readonly request: Request;
  readonly url: URL;
}

/** The deeds of the page: fill the form with a proposal, write what stands in it, release a counter. */
export function rotationActions(path: string, roles: readonly Role[]) {
  return {
    async usulkan({ locals, request, url }: FormEvent) {
      requireStaff(locals, url, roles);
      const form = await request.formData();
      const values = readRotationForm(form);
      const problems = findProposalProblems(values);
      if (Object.keys(problems).length > 0) return fail(400, { values, problems, refusal: undefined });
      try {
        const { rests } = await locals.door.api.rotation.proposeRotation({
          agencyId: textOf(form, 'instansi'),
          openMin: Number(values.openMin),
          counterIds: [...values.chosen],
          weekdays: weekdaysOf(values.days),
          from: values.from,
          until: values.until,
          minutes: Number(values.minutes),
        });
        return { values: withProposal(values, rests), problems: undefined, refusal: undefined };
      } catch (error) {
        return fail(409, { values, problems: undefined, refusal: refusalFrom(error) });
      }
    },
    async simpan({ locals, request, url }: FormEvent) {
      requireStaff(locals, url, roles);
      const form = await request.formData();
      const values = readRotationForm(form);
      const problems = findPlanProblems(values);
      if (Object.keys(problems).length > 0) return fail(400, { values, problems, refusal: undefined });
      try {
        await locals.door.withKey(textOf(form, 'kunci')).rotation.setRotation({
          agencyId: textOf(form, 'instansi'),
          openMin: Number(values.openMin),
          rests: values.rests.map(({ days, ...rest }) => ({ ...rest, weekdays: weekdaysOf(days) })),
          anyway: textOf(form, 'tetap') === 'ya',
        });
      } catch (error) {
        return fail(409, { values, problems: undefined, refusal: refusalFrom(error) });
      }
      redirect(303, newsAt(url, path, 'disimpan'));
    },
    async lepaskan({ locals, request, url }: FormEvent) {
      requireStaff(locals, url, roles);
      const form = await request.formData();
      try {
        const counterId = textOf(form, 'loket');
        await locals.door.withKey(textOf(form, 'kunci')).queue.releaseCounter({ counterId });
      } catch (error) {
        return fail(409, { values: undefined, problems: undefined, refusal: refusalFrom(error) });
      }
      redirect(303, newsAt(url, path, 'dilepas'));
    },
  };
}

/** Back to the same agency, with what was done in the address, so that a reload does nothing twice. */
function newsAt(url: URL, path: string, news: string): string {
  const agency = url.searchParams.get('instansi');
  return `${path}?${new URLSearchParams({ ...(agency === null ? {} : { instansi: agency }), kabar: news })}`;
}
