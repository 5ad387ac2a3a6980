import { keepPart, removePart } from '../form/part-actions.ts';
import type { Actions } from './$types';

const PAGE = '/kelola/kajian/bukti';

export const actions: Actions = {
  simpan: (event) => keepPart(event, 'evidence', PAGE),
  hapus: (event) => removePart(event, PAGE),
};
