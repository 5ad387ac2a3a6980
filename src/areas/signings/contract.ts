import { z } from 'zod';
import { AgreementLine } from '#areas/agreements/contract.ts';
import { AGREEMENT_STATES } from '#areas/agreements/rules/agreement-states.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, line } from '#platform/contract/shapes.ts';
import { LACKS } from './rules/readiness.ts';

export const SigningValues = z.object({ title: line(3, 160), day: DayText, place: line(3, 160) });
export type SigningValues = z.infer<typeof SigningValues>;

export const SigningLine = SigningValues.extend({ id: Id, signed: z.int(), entries: z.int() });
export type SigningLine = z.infer<typeof SigningLine>;

const Entry = z.object({
  agreementId: Id,
  title: z.string(),
  state: z.enum(AGREEMENT_STATES),
  parties: z.array(
    z.object({ name: z.string(), signatory: z.string().nullable(), number: z.string().nullable() }),
  ),
  lacks: z.array(z.enum(LACKS)),
  ready: z.boolean(),
});
export type SigningEntry = z.infer<typeof Entry>;

export const SigningDay = SigningValues.extend({
  id: Id,
  version: z.int(),
  today: DayText,
  /** In the order of the ceremony. */
  entries: z.array(Entry),
  /** Agreements that are not signed and stand in no ceremony. */
  others: z.array(AgreementLine.pick({ id: true, title: true, standing: true })),
});
export type SigningDay = z.infer<typeof SigningDay>;

const keepers = { roles: ['manager', 'administrator'] as const };
const one = z.object({ signingId: Id });
const seen = one.extend({ version: z.int() });
const changed = z.object({ version: z.int() });
const kept = refusals('SIGNING_UNKNOWN', 'CHANGED_MEANWHILE');

export const signingsContract = {
  listSignings: read({
    access: keepers,
    summary: 'The days on which agreements are signed, latest first',
  }).output(z.array(SigningLine)),
  getSigning: read({ access: keepers, summary: 'A signing day: order, readiness, scans' })
    .input(one)
    .errors(refusals('SIGNING_UNKNOWN'))
    .output(SigningDay),
  planSigning: command({ access: keepers, summary: 'Plan a signing day' })
    .input(SigningValues)
    .output(z.object({ signingId: Id })),
  saveSigning: command({ access: keepers, summary: 'Change name, day and place of a signing day' })
    .input(SigningValues.extend(seen.shape))
    .errors(kept)
    .output(changed),
  removeSigning: command({ access: keepers, summary: 'Take a signing day out; its agreements stay' })
    .input(seen)
    .errors(kept)
    .output(z.object({ removed: z.literal(true) })),
  addToSigning: command({ access: keepers, summary: 'Take agreements into a signing day, at its end' })
    .input(seen.extend({ agreementIds: z.array(Id).min(1).max(200) }))
    .errors({ ...kept, ...refusals('AGREEMENT_UNKNOWN', 'IN_CEREMONY') })
    .output(changed),
  takeFromSigning: command({ access: keepers, summary: 'Take an agreement out of a signing day' })
    .input(seen.extend({ agreementId: Id }))
    .errors({ ...kept, ...refusals('AGREEMENT_UNKNOWN') })
    .output(changed),
  moveInSigning: command({ access: keepers, summary: 'Change the order: one place up or down' })
    .input(seen.extend({ agreementId: Id, by: z.union([z.literal(-1), z.literal(1)]) }))
    .errors({ ...kept, ...refusals('AGREEMENT_UNKNOWN') })
    .output(changed),
  signAllReady: command({ access: keepers, summary: 'Put down the signatures of all that are ready' })
    .input(seen)
    .errors({
      ...kept,
      ...refusals('SIGNED_AHEAD', 'NONE_READY', 'TERM_ENDS_FIRST', 'PROMISED_TWICE', 'AGREEMENT_STATE'),
    })
    .output(z.object({ version: z.int(), signed: z.int() })),
  getSigningSet: read({ access: keepers, summary: 'The printed set: programme and every agreement' })
    .input(one)
    .errors(refusals('SIGNING_UNKNOWN'))
    .output(z.object({ fileName: z.string(), base64: z.string(), sealed: z.boolean() })),
};
