const COMBINING_MARKS = /\p{M}/gu;

/** An address from a name: `Dinas Dukcapil & Catatan` becomes `dinas-dukcapil-catatan`. */
export function slugFrom(name: string, lengthMax = 60): string {
  const plain = name.normalize('NFD').replace(COMBINING_MARKS, '').toLowerCase();
  const joined = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '');
  return joined.slice(0, lengthMax).replace(/-+$/, '');
}
