import type { ClausedKind } from '#areas/agreements/rules/clauses.ts';
import { signAgreement } from '#areas/agreements/conclude-agreement.ts';
import { draftAgreement, saveHead } from '#areas/agreements/draft-agreement.ts';
import { getAgreement } from '#areas/agreements/read-agreements.ts';
import { numberParty, setNumberPattern } from '#areas/agreements/numbers/number-party.ts';
import { saveParty, savePromise } from '#areas/agreements/parts/write-parts.ts';
import { writeNumber } from '#areas/agreements/rules/letter-number.ts';
import { listAgencies } from '#areas/agencies/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { AgencyFacts, ScenarioFacts, SigningFacts } from '../scenario-facts.ts';

const NOTICE_DAYS = 90;
/**
 * The agreements of a mall as they were signed on its day, each with two parties, its numbers and the agency's real week.
 * Does nothing where the mall has agreements, and before the day of signing. Names and numbers are invented.
 */
export async function signAgreements(
  tx: Tx,
  mallId: string,
  { mall, agencies, signing }: ScenarioFacts,
): Promise<void> {
  if (signing === undefined || tx.now.toISOString().slice(0, 10) <= signing.day) return;
  const there = await tx.db
    .selectFrom('agreement')
    .select('id')
    .where('mall_id', '=', mallId)
    .limit(1)
    .execute();
  if (there.length > 0) return;
  const keeper: StaffActor = {
    ...{ kind: 'staff', id: 'scenario', mallId, timeZone: mall.zone, role: 'administrator' },
    ...{ agencyId: null, name: 'Contoh', simulated: false },
  };
  const ids = new Map((await listAgencies(tx, mallId)).map(({ slug, id }) => [slug, id]));
  for (const [place, facts] of agencies.entries()) {
    const agencyId = ids.get(facts.slug);
    if (agencyId !== undefined) await signOne(tx, keeper, signing, { place: place + 1, agencyId, facts });
  }
}

async function signOne(
  tx: Tx,
  keeper: StaffActor,
  signing: SigningFacts,
  { place, agencyId, facts }: { place: number; agencyId: string; facts: AgencyFacts },
): Promise<void> {
  const kind = kindFor(facts);
  const title = `${TITLES[kind]} dengan ${facts.shortName}`;
  const { agreementId } = await draftAgreement(tx, keeper, { kind, agencyId, title });
  const { parties, promises, terms } = await getAgreement(tx, keeper, agreementId);
  let version = 1;
  const term = { beginsOn: signing.beginsOn, endsOn: endFor(facts, signing) };
  const head = { title, ...term, extensionNoticeDays: NOTICE_DAYS, terms };
  ({ version } = await saveHead(tx, keeper, { agreementId, version, ...head }));
  const services = promises.flatMap((promise) => promise.services.map(({ id }) => id));
  ({ version } = await savePromise(tx, keeper, {
    ...{
      agreementId,
      version,
      agencyId,
      services,
      staff: facts.counters.length,
      backup: 1,
      dailyQuota: null,
    },
    hours: [...facts.realWeekly],
  }));
  const signatories = [
    { signatory: signing.head.name, position: signing.head.position, authority: signing.head.authority },
    {
      signatory: `Pimpinan ${facts.shortName} (contoh)`,
      position: `Kepala ${facts.shortName}`,
      authority: AUTHORITY,
    },
  ];
  for (const [index, { number: _number, ...party }] of parties.entries()) {
    ({ version } = await saveParty(tx, keeper, { agreementId, version, ...party, ...signatories[index] }));
  }
  ({ version } = await signAgreement(tx, keeper, {
    ...{ agreementId, version, signedOn: signing.day, signedAt: signing.place },
  }));
  const numbers = [
    writeNumber(signing.head.numbers, place, signing.day),
    writeNumber(`B-{urut:3}/${facts.series}/{romawi}/{tahun}`, place * 7, signing.day),
  ];
  if (place === 1)
    await setNumberPattern(tx, keeper, { agreementId, place: 1, pattern: signing.head.numbers, next: 1 });
  for (const [index, number] of numbers.entries()) {
    ({ version } = await numberParty(tx, keeper, { agreementId, version, place: index + 1, number }));
  }
}

const AUTHORITY = 'Keputusan pengangkatan (contoh)';

const TITLES: Readonly<Record<ClausedKind, string>> = {
  pks: 'Perjanjian kerja sama layanan',
  'kesepakatan-bersama': 'Kesepakatan bersama layanan',
  'nota-kesepakatan': 'Nota kesepakatan layanan',
  penempatan: 'Perjanjian penempatan layanan',
};

/** Offices of the region are placed, those of the state agree on synergy, everybody else cooperates. */
function kindFor({ kind }: AgencyFacts): ClausedKind {
  if (kind === 'regency-office') return 'penempatan';
  return kind === 'vertical-office' || kind === 'police' || kind === 'prosecutor'
    ? 'nota-kesepakatan'
    : 'pks';
}

function endFor({ kind, slug }: AgencyFacts, { beginsOn, years, shorter }: SigningFacts): string {
  if (shorter?.[slug] !== undefined) return shorter[slug];
  const length = kind === 'regency-office' ? years.region : kind === 'bank' ? years.bank : years.others;
  return `${Number(beginsOn.slice(0, 4)) + length}${beginsOn.slice(4)}`;
}
