import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import { refuseBroken } from '#platform/database/broken-constraint.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import { holdAgreement, type Seen } from '../hold-agreement.ts';
import { holderOf, mapPatterns, putPattern, putSequence, takeSequence } from './number-store.ts';
import { hasNumber, listPartyRows, setPartyNumber, type PartyRow } from '../parts/parts-store.ts';
import { checkPattern, writeNumber } from '../rules/letter-number.ts';
import { findAgreementRow, updateAgreement, type AgreementRow } from '../store.ts';

/** So many numbers that were written by hand are stepped over before somebody has to look. */
const STEPS_MAX = 50;

/**
 * Gives the agreement the number that a party has for it, in every state: numbers often come weeks after the day.
 * Refusals: those of `holdAgreement`, PARTY_UNKNOWN, NUMBER_USED (`number`).
 */
export async function numberParty(
  tx: Tx,
  staff: StaffActor,
  { place, number, ...seen }: Seen & { readonly place: number; readonly number: string | null },
): Promise<{ version: number }> {
  const row = await holdAgreement(tx, staff, seen, 'number');
  const party = getParty(await listPartyRows(tx, row), place);
  return writeDown(tx, row, party, number);
}

/**
 * Says how a party writes its numbers, and which one is its next this year; the party uses it in every agreement.
 * Refusals: AGREEMENT_UNKNOWN, PARTY_UNKNOWN, NUMBER_PATTERN (`name` of the part that is unknown).
 */
export async function setNumberPattern(
  tx: Tx,
  { mallId, timeZone }: StaffActor,
  wish: {
    readonly agreementId: string;
    readonly place: number;
    readonly pattern: string;
    readonly next: number;
  },
): Promise<{ example: string }> {
  const row = (await findAgreementRow(tx, mallId, wish.agreementId)) ?? refused(refuse('AGREEMENT_UNKNOWN'));
  const party = getParty(await listPartyRows(tx, row), wish.place);
  const no = checkPattern(wish.pattern);
  if (no !== undefined) refused(no);
  const today = dayAt(tx.now.getTime(), timeZone);
  const holder = holderOf(party);
  await putPattern(tx, mallId, holder, wish.pattern);
  await putSequence(tx, mallId, { holder, year: Number(today.slice(0, 4)), last: wish.next - 1 });
  tx.record({
    subjectKind: 'agreement',
    subjectId: row.id,
    facts: { name: row.title, party: party.name, pattern: wish.pattern, next: wish.next },
  });
  return { example: writeNumber(wish.pattern, wish.next, today) };
}

/**
 * Takes the party's next number by its pattern, of the year in which the agreement was signed. Numbers that were written
 * by hand are stepped over.
 * Refusals: those of `holdAgreement`, PARTY_UNKNOWN, NO_PATTERN, NUMBER_THERE (`number`), NUMBER_USED.
 */
export async function takeNumber(
  tx: Tx,
  staff: StaffActor,
  { place, ...seen }: Seen & { readonly place: number },
): Promise<{ version: number }> {
  const row = await holdAgreement(tx, staff, seen, 'number');
  const party = getParty(await listPartyRows(tx, row), place);
  if (party.number !== null) refused(refuse('NUMBER_THERE', { number: party.number }));
  const holder = holderOf(party);
  const pattern = (await mapPatterns(tx, staff.mallId)).get(holder) ?? refused(refuse('NO_PATTERN'));
  const day = row.signed_on ?? dayAt(tx.now.getTime(), staff.timeZone);
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const sequence = await takeSequence(tx, staff.mallId, holder, Number(day.slice(0, 4)));
    const number = writeNumber(pattern, sequence, day);
    if (!(await hasNumber(tx, row, party, number))) return writeDown(tx, row, party, number);
  }
  return refused(refuse('NUMBER_USED'));
}

async function writeDown(
  tx: Tx,
  row: AgreementRow,
  party: PartyRow,
  number: string | null,
): Promise<{ version: number }> {
  await refuseBroken(setPartyNumber(tx, row, party.place, number), sayUsed(number));
  tx.record({
    subjectKind: 'agreement',
    subjectId: row.id,
    facts: { name: row.title, party: party.name, code: number ?? '' },
  });
  return updateAgreement(tx, row);
}

/** Refusals: PARTY_UNKNOWN. */
export function getParty(parties: readonly PartyRow[], place: number): PartyRow {
  return parties.find((one) => one.place === place) ?? refused(refuse('PARTY_UNKNOWN'));
}

/** The refusal of a number that its party has used. */
export function sayUsed(number: string | null | undefined) {
  return (constraint: string) =>
    constraint === 'agreement_party_number' ? refuse('NUMBER_USED', { number: number ?? '' }) : undefined;
}
