import { refuse, type Refusal } from '#platform/values/refusal.ts';

/** What may stand in braces in the wording of a clause, and is filled from the agreement. */
export const CLAUSE_VARIABLES = [
  'mal',
  'daerah',
  'instansi',
  'layanan',
  'petugas',
  'hari',
  'mulai',
  'berakhir',
  'pemberitahuan',
] as const;
export type ClauseVariable = (typeof CLAUSE_VARIABLES)[number];

/** The subjects of which an agreement says something in words. */
export const TERM_SUBJECTS = ['purpose', 'facilities', 'costs', 'data', 'disputes'] as const;
export type TermSubject = (typeof TERM_SUBJECTS)[number];

export const CLAUSED_KINDS = ['pks', 'kesepakatan-bersama', 'nota-kesepakatan', 'penempatan'] as const;
export type ClausedKind = (typeof CLAUSED_KINDS)[number];

const COMMON: Readonly<Record<TermSubject, string>> = {
  purpose:
    'Para pihak bekerja sama menyelenggarakan {layanan} layanan {instansi} di {mal}, agar warga cukup datang ke satu tempat atau tidak perlu datang.',
  facilities:
    '{daerah} menyediakan gerai, loket, listrik, jaringan, dan sistem antrean. {instansi} menugaskan {petugas} petugas pada {hari}.',
  costs:
    'Gedung dan operasional dibebankan pada anggaran {daerah}. Petugas dan layanan dibebankan pada anggaran {instansi}.',
  data: '{instansi} adalah pengendali data pribadi atas layanannya. {daerah} memproses data antrean menurut UU 27/2022 dan tidak menyimpannya lebih lama dari yang diperlukan.',
  disputes:
    'Perbedaan pendapat diselesaikan dengan musyawarah. Bila tidak tercapai dalam 30 hari, para pihak menempuh mediasi.',
};

/**
 * How each kind is worded where the mall has not said otherwise. Common wording of practice, to be looked at by the
 * region's own lawyers; no rule prescribes it.
 */
export const CLAUSES: Readonly<Record<ClausedKind, Readonly<Record<TermSubject, string>>>> = {
  pks: COMMON,
  'kesepakatan-bersama': {
    ...COMMON,
    purpose:
      'Para pihak sepakat mendukung {mal} dan menuangkan rincian layanan {instansi} dalam perjanjian kerja sama tersendiri.',
  },
  'nota-kesepakatan': {
    ...COMMON,
    purpose:
      'Para pihak menyelaraskan perencanaan dan pelaksanaan layanan {instansi} di {mal} menurut kewenangan masing-masing.',
  },
  penempatan: {
    ...COMMON,
    purpose: '{instansi} menempatkan {layanan} layanan di {mal} pada {hari}.',
    costs: 'Seluruh biaya dibebankan pada anggaran {daerah} melalui perangkat daerah masing-masing.',
    data: '{instansi} adalah pengendali data pribadi atas layanannya di lingkungan {daerah}.',
  },
};

const BRACES = /\{([^{}]*)\}/g;

/** Refusals: CLAUSE_VARIABLE (`name`) for something in braces that nothing fills. */
export function checkClause(wording: string): Refusal<'CLAUSE_VARIABLE'> | undefined {
  for (const [, name = ''] of wording.matchAll(BRACES)) {
    if (!CLAUSE_VARIABLES.some((known) => known === name))
      return refuse('CLAUSE_VARIABLE', { name: name.slice(0, 40) });
  }
  return undefined;
}

/** The wording with everything in braces filled; what is not known yet stays as dots to be written by hand. */
export function fillClause(
  wording: string,
  values: Readonly<Partial<Record<ClauseVariable, string>>>,
): string {
  return wording.replaceAll(BRACES, (whole, name: string) =>
    CLAUSE_VARIABLES.some((known) => known === name) ? (values[name as ClauseVariable] ?? '……') : whole,
  );
}
