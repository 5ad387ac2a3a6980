import { getMall } from '#areas/malls/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import { writeDate, writeWeekday } from '#platform/typeset/official-days.ts';
import type { Agreement } from '../contract.ts';
import type { Clause } from '../terms-contract.ts';
import {
  checkClause,
  CLAUSED_KINDS,
  CLAUSES,
  fillClause,
  TERM_SUBJECTS,
  type ClausedKind,
  type ClauseVariable,
  type TermSubject,
} from '../rules/clauses.ts';
import { deleteWording, listWordingRows, putWording } from './clause-store.ts';

/** How each kind is worded at this mall, and whether that is its own wording. */
export async function listClauses(tx: Tx, mallId: string): Promise<Clause[]> {
  const own = await listWordingRows(tx, mallId);
  return CLAUSED_KINDS.flatMap((kind) =>
    TERM_SUBJECTS.map((subject) => {
      const row = own.find((one) => one.kind === kind && one.subject === subject);
      return {
        ...{ kind, subject, own: row !== undefined, version: row?.version ?? 0 },
        wording: row?.wording ?? CLAUSES[kind][subject],
      };
    }),
  );
}

/** The wording with which a new agreement of a kind begins. */
export async function proposeTerms(
  tx: Tx,
  mallId: string,
  kind: ClausedKind,
): Promise<Record<TermSubject, string>> {
  const own = (await listClauses(tx, mallId)).filter((clause) => clause.kind === kind);
  const wordingOf = (subject: TermSubject) => own.find((clause) => clause.subject === subject)!.wording;
  return {
    purpose: wordingOf('purpose'),
    facilities: wordingOf('facilities'),
    costs: wordingOf('costs'),
    data: wordingOf('data'),
    disputes: wordingOf('disputes'),
  };
}

/**
 * Words a clause for agreements to come; null goes back to the wording that comes with the program.
 * Refusals: CLAUSE_VARIABLE (`name`), CHANGED_MEANWHILE.
 */
export async function saveClause(
  tx: Tx,
  { mallId }: StaffActor,
  { wording, ...clause }: Pick<Clause, 'kind' | 'subject' | 'version'> & { readonly wording: string | null },
): Promise<{ saved: true }> {
  if (wording === null) await deleteWording(tx, mallId, clause);
  else {
    const no = checkClause(wording);
    if (no !== undefined) refused(no);
    if (!(await putWording(tx, mallId, { ...clause, wording }))) refused(refuse('CHANGED_MEANWHILE'));
  }
  const name = `${clause.kind}, ${clause.subject}`;
  tx.record({ subjectKind: 'clause', subjectId: `${clause.kind}-${clause.subject}`, facts: { name } });
  return { saved: true };
}

/** The words of an agreement beside those that its kind usually has, both filled from the agreement. */
export async function fillTerms(
  tx: Tx,
  mallId: string,
  agreement: Pick<
    Agreement,
    'kind' | 'terms' | 'promises' | 'parties' | 'beginsOn' | 'endsOn' | 'extensionNoticeDays'
  >,
): Promise<Agreement['wordings']> {
  const { kind, terms } = agreement;
  const values = await valuesOf(tx, agreement);
  const usual = kind === 'adendum' ? undefined : await proposeTerms(tx, mallId, kind);
  return TERM_SUBJECTS.map((subject) => ({
    subject,
    text: fillClause(terms[subject], values),
    usual: usual === undefined ? null : fillClause(usual[subject], values),
  }));
}

async function valuesOf(
  tx: Tx,
  { promises, parties, beginsOn, endsOn, extensionNoticeDays }: Parameters<typeof fillTerms>[2],
): Promise<Partial<Record<ClauseVariable, string>>> {
  const mall = await getMall(tx);
  const region = parties.find(({ agencyId }) => agencyId === null)?.name;
  const agencies = parties.filter(({ agencyId }) => agencyId !== null).map(({ name }) => name);
  const days = [...new Set(promises.flatMap(({ hours }) => hours.map(({ weekday }) => weekday)))].toSorted(
    (a, b) => a - b,
  );
  const sum = (count: (one: Agreement['promises'][number]) => number) =>
    promises.reduce((total, one) => total + count(one), 0);
  return {
    mal: mall.name,
    pemberitahuan: `${extensionNoticeDays} hari`,
    ...(region === undefined ? {} : { daerah: region }),
    ...(agencies.length === 0 ? {} : { instansi: agencies.join(', ') }),
    ...(promises.length === 0
      ? {}
      : {
          layanan: String(sum(({ services }) => services.length)),
          petugas: String(sum(({ staff }) => staff)),
        }),
    ...(days.length === 0 ? {} : { hari: `hari ${days.map(writeWeekday).join(', ')}` }),
    ...(beginsOn === null ? {} : { mulai: writeDate(beginsOn) }),
    berakhir: endsOn === null ? 'tanpa batas waktu' : writeDate(endsOn),
  };
}
