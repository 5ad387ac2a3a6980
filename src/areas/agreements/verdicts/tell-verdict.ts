import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { Verdict } from '../terms-contract.ts';
import { holdAgreement, type Seen } from '../hold-agreement.ts';
import { getParty } from '../numbers/number-party.ts';
import { listPartyRows } from '../parts/parts-store.ts';
import { updateAgreement, type AgreementRow } from '../store.ts';
import { listVerdictRows, putVerdict } from './verdict-store.ts';

/**
 * Puts down what a party says of the draft in this round: the mall for whoever told it, the head of an agency for the own
 * one. Who wants changes says which.
 * Refusals: those of `holdAgreement`, PARTY_UNKNOWN, also for another agency's party; CHANGES_UNNAMED.
 */
export async function tellVerdict(
  tx: Tx,
  staff: StaffActor,
  said: Seen & { readonly place: number; readonly verdict: Verdict; readonly note: string },
): Promise<{ version: number }> {
  const { place, verdict, note, ...seen } = said;
  const row = await holdAgreement(tx, staff, seen, 'tell');
  const party = getParty(await listPartyRows(tx, row), place);
  if (staff.agencyId !== null && party.agency_id !== staff.agencyId) refused(refuse('PARTY_UNKNOWN'));
  if (verdict === 'wants-changes' && note === '') refused(refuse('CHANGES_UNNAMED'));
  const toldOn = dayAt(tx.now.getTime(), staff.timeZone);
  await putVerdict(tx, row, { round: row.round, place, verdict, note, toldOn });
  tx.record({
    subjectKind: 'agreement',
    subjectId: row.id,
    facts: { name: row.title, party: party.name, mode: verdict },
  });
  return updateAgreement(tx, row);
}

/** How many parties have not agreed in this round. */
export async function countOpenParties(tx: Tx, row: AgreementRow): Promise<number> {
  const verdicts = await listVerdictRows(tx, row);
  const agreed = new Set(
    verdicts
      .filter(({ round, verdict }) => round === row.round && verdict === 'agrees')
      .map(({ place }) => place),
  );
  return (await listPartyRows(tx, row)).filter(({ place }) => !agreed.has(place)).length;
}
