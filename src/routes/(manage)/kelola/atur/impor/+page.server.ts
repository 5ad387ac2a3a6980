import { fail, redirect } from '@sveltejs/kit';
import type { ImportPreview } from '#platform/contract/import-shapes.ts';
import { SHEET_LENGTH_MAX } from '#platform/values/sheet-limits.ts';
import type { Api } from '#server/page-door.ts';
import type { BareRefusal } from '#ui/words/say-refusal.ts';
import { refusalFrom } from '../../../../server/refusal-from.ts';
import { requireStaff } from '../../../../server/staff-door.ts';
import { textOf } from '../../../../server/text-of.ts';
import { readSent } from '../keep-actions.ts';
import { decodeText } from './decode-text.ts';
import type { Actions, PageServerLoad } from './$types';

const LISTS = ['instansi', 'layanan'] as const;
export type ListName = (typeof LISTS)[number];

const OPERATIONS = {
  instansi: {
    preview: (api: Api, csv: string) => api.agencies.previewAgencies({ csv }),
    take: (api: Api, csv: string) => api.agencies.importAgencies({ csv }),
  },
  layanan: {
    preview: (api: Api, csv: string) => api.services.previewServices({ csv }),
    take: (api: Api, csv: string) => api.services.importServices({ csv }),
  },
} as const;

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  requireStaff(locals, url, ['administrator']);
  await parent();
  const done = /^(\d{1,6})-(\d{1,6})$/.exec(url.searchParams.get('masuk') ?? '');
  return {
    formKey: crypto.randomUUID(),
    done: done === null ? undefined : { fresh: Number(done[1]), changed: Number(done[2]) },
  };
};

interface Answer {
  readonly list: ListName;
  readonly problem?: 'importEmpty' | 'importTooLong';
  readonly refusal?: BareRefusal;
  readonly preview?: ImportPreview;
  /** The text of the file, sent along until it is taken in. */
  readonly csv?: string;
}

export const actions: Actions = {
  async periksa(event) {
    const { form } = await readSent(event);
    const list = readList(form);
    const file = form.get('berkas');
    if (!(file instanceof File) || file.size === 0)
      return fail<Answer>(400, { list, problem: 'importEmpty' });
    const csv = decodeText(new Uint8Array(await file.arrayBuffer()));
    if (csv.length > SHEET_LENGTH_MAX) return fail<Answer>(413, { list, problem: 'importTooLong' });
    const answer: Answer = { list, preview: await OPERATIONS[list].preview(event.locals.door.api, csv), csv };
    return answer;
  },

  async masukkan(event) {
    const { form, api } = await readSent(event);
    const list = readList(form);
    let counts: { fresh: number; changed: number };
    try {
      counts = await OPERATIONS[list].take(api, textOf(form, 'isi'));
    } catch (error) {
      return fail<Answer>(409, { list, refusal: refusalFrom(error) });
    }
    redirect(303, `/kelola/atur/impor?masuk=${counts.fresh}-${counts.changed}`);
  },
};

function readList(form: FormData): ListName {
  return LISTS.find((list) => list === textOf(form, 'daftar')) ?? 'instansi';
}
