import { fail, redirect } from '@sveltejs/kit';
import type { Role } from '#platform/contract/access.ts';
import type { BareRefusal } from '#ui/words/say-refusal.ts';
import { refusalFrom } from '../../server/refusal-from.ts';
import { requireStaff } from '../../server/staff-door.ts';
import { textOf } from '../../server/text-of.ts';

interface FormEvent {
  readonly locals: App.Locals;
  readonly request: Request;
  readonly url: URL;
}

/** Whose services are changed, as the address names it: `loket-…` or `petugas-…` with the id. */
export interface Subject {
  readonly kind: 'counter' | 'officer';
  readonly id: string;
}

export function readSubject(text: string | null): Subject | undefined {
  const [, kind, id] = /^(loket|petugas)-([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  if (id === undefined) return undefined;
  return { kind: kind === 'loket' ? 'counter' : 'officer', id };
}

/** A form that came back. */
export interface SkillsReturned {
  /** Null: all services were chosen. */
  readonly chosen: readonly string[] | null;
  readonly problem: boolean;
  readonly refusal: BareRefusal | undefined;
}

/** The deed of the page, at `path`: limit one counter or officer, or lift the limit. */
export function skillsActions(path: string, roles: readonly Role[]) {
  return {
    async simpan({ locals, request, url }: FormEvent) {
      requireStaff(locals, url, roles);
      const form = await request.formData();
      const agencyId = textOf(form, 'instansi');
      const subject = readSubject(textOf(form, 'siapa'));
      const every = textOf(form, 'lingkup') !== 'pilihan';
      const chosen = every ? null : form.getAll('layanan').map(String);
      const back = (status: 400 | 409, problem: boolean, refusal?: BareRefusal) =>
        fail(status, { chosen, problem, refusal } satisfies SkillsReturned);
      if (chosen?.length === 0) return back(400, true);
      try {
        const { skills } = locals.door.withKey(textOf(form, 'kunci'));
        if (subject?.kind === 'officer')
          await skills.limitOfficer({ agencyId, officerId: subject.id, services: chosen });
        else
          await skills.limitCounter({
            agencyId,
            counterId: subject?.id ?? '',
            services: chosen,
            anyway: textOf(form, 'tetap') === 'ya',
          });
      } catch (error) {
        return back(409, false, refusalFrom(error));
      }
      const agency = url.searchParams.get('instansi');
      redirect(
        303,
        `${path}?${new URLSearchParams({ ...(agency === null ? {} : { instansi: agency }), kabar: 'disimpan' })}`,
      );
    },
  };
}
