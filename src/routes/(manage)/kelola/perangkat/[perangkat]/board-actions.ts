import { fail, redirect } from '@sveltejs/kit';
import { MESSAGE_LENGTH_MIN } from '#areas/boards/rules/message-limits.ts';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import { readMoment } from '../../../../server/read-moment.ts';
import { requireStaff } from '../../../../server/staff-door.ts';
import { textOf } from '../../../../server/text-of.ts';
import { readBoardForm } from './read-board-form.ts';

interface FormEvent {
  readonly locals: App.Locals;
  readonly request: Request;
  readonly url: URL;
  readonly params: { readonly perangkat: string };
}

const KEEPERS = ['manager', 'administrator'] as const;
const TEXT_MAX = 1_000;

/** The forms of a board's page; after a deed the page comes back with its news. */
export const boardActions = {
  async papan({ locals, request, url, params }: FormEvent) {
    requireStaff(locals, url, KEEPERS);
    const form = await request.formData();
    const { values, badSteps, wish } = readBoardForm(form);
    if (wish === undefined) return fail(400, { board: { values, badSteps } });
    try {
      await commandsOf(locals, form).setBoard({ ...wish, deviceId: params.perangkat });
    } catch (error) {
      return fail(409, { board: { values, badSteps }, refusal: refusalFrom(error) });
    }
    return back(params.perangkat, 'papan');
  },

  async pesan({ locals, request, url, params }: FormEvent) {
    const { timeZone } = requireStaff(locals, url, KEEPERS);
    const form = await request.formData();
    const values = {
      text: textOf(form, 'pesan').trim().slice(0, TEXT_MAX),
      textEn: textOf(form, 'pesaninggris').trim().slice(0, TEXT_MAX),
      from: textOf(form, 'pesandari').slice(0, 30),
      until: textOf(form, 'pesansampai').slice(0, 30),
      where: textOf(form, 'pesandi') === 'all' ? ('all' as const) : ('this' as const),
    };
    const startsAt = readMoment(values.from, timeZone);
    const endsAt = readMoment(values.until, timeZone);
    const problems = {
      text: values.text.length < MESSAGE_LENGTH_MIN ? ('messageProblem' as const) : undefined,
      from: startsAt === undefined ? ('messageFromProblem' as const) : undefined,
      until: endsAt === undefined ? ('messageUntilProblem' as const) : undefined,
    };
    if (problems.text !== undefined || startsAt === undefined || endsAt === undefined)
      return fail(400, { message: { values, problems } });
    try {
      await commandsOf(locals, form).addMessage({
        deviceId: values.where === 'all' ? null : params.perangkat,
        text: values.text,
        textEn: values.textEn === '' ? null : values.textEn,
        startsAt,
        endsAt,
      });
    } catch (error) {
      return fail(409, { message: { values, problems }, refusal: refusalFrom(error) });
    }
    return back(params.perangkat, 'pesan');
  },

  async hapuspesan({ locals, request, url, params }: FormEvent) {
    requireStaff(locals, url, KEEPERS);
    const form = await request.formData();
    try {
      await commandsOf(locals, form).removeMessage({ messageId: textOf(form, 'pesan') });
    } catch (error) {
      return fail(409, { refusal: refusalFrom(error) });
    }
    return back(params.perangkat, 'hapuspesan');
  },

  async gambar({ locals, request, url, params }: FormEvent) {
    requireStaff(locals, url, KEEPERS);
    const form = await request.formData();
    const mediaId = textOf(form, 'gambar');
    const deed = textOf(form, 'tindakan');
    const { moveMedia, removeMedia } = commandsOf(locals, form);
    try {
      if (deed === 'hapus') await removeMedia({ mediaId });
      else await moveMedia({ mediaId, deviceId: params.perangkat, up: deed === 'naik' });
    } catch (error) {
      return fail(409, { refusal: refusalFrom(error) });
    }
    return back(params.perangkat, deed === 'hapus' ? 'hapusgambar' : 'urutan');
  },
};

function commandsOf(locals: App.Locals, form: FormData) {
  return locals.door.withKey(textOf(form, 'kunci')).boards;
}

function back(deviceId: string, news: string): never {
  redirect(303, `/kelola/perangkat/${deviceId}?kabar=${news}`);
}
