import { keepPart, removePart } from '../form/part-actions.ts';
import type { Actions } from './$types';

const PAGE = '/kelola/kajian/layanan';

export const actions: Actions = {
  simpan: (event) => keepPart(event, 'service', PAGE),
  hapus: (event) => removePart(event, PAGE),
};
