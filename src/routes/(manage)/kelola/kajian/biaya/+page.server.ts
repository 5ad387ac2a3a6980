import { keepPart, removePart } from '../form/part-actions.ts';
import type { Actions } from './$types';

const PAGE = '/kelola/kajian/biaya';

export const actions: Actions = {
  simpan: (event) => keepPart(event, 'money', PAGE),
  hapus: (event) => removePart(event, PAGE),
};
