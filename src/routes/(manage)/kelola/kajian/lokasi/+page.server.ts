import { keepPart, removePart } from '../form/part-actions.ts';
import type { Actions } from './$types';

const PAGE = '/kelola/kajian/lokasi';

export const actions: Actions = {
  simpan: (event) => keepPart(event, 'location', PAGE),
  kriteria: (event) => keepPart(event, 'criterion', PAGE),
  hapus: (event) => removePart(event, PAGE),
};
