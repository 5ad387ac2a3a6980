import { refuse, type Refusal } from '#platform/values/refusal.ts';

/**
 * An agreement is drafted, goes to its parties, is agreed by all of them, is signed, and may be ended before its term.
 * Whether a signed one is in force is not stored: its days say so (`agreementStanding`).
 */
export const AGREEMENT_STATES = ['draft', 'review', 'agreed', 'signed', 'ended'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/**
 * What may be done: `write` its contents, `send` it to the parties, `tell` what a party says of it, `reopen` it to be written
 * again, `agree` where all have, `sign` it (also a draft that was never sent around: paper from before it was kept here), `number` a party,
 * `add-paper`, go on from it (`renew`, `amend`), `end` it before its term, `remove` what never was signed.
 */
export const AGREEMENT_ACTS = [
  'write',
  'send',
  'tell',
  'reopen',
  'agree',
  'sign',
  'number',
  'add-paper',
  'renew',
  'amend',
  'end',
  'remove',
] as const;
export type AgreementAct = (typeof AGREEMENT_ACTS)[number];

/** The state after each act; what is not named is refused. `gone`: nothing is left of it. */
export const AGREEMENT_TRANSITIONS = {
  draft: {
    write: 'draft',
    send: 'review',
    sign: 'signed',
    number: 'draft',
    'add-paper': 'draft',
    remove: 'gone',
  },
  review: { tell: 'review', reopen: 'draft', agree: 'agreed', number: 'review', 'add-paper': 'review' },
  agreed: { reopen: 'draft', sign: 'signed', number: 'agreed', 'add-paper': 'agreed' },
  signed: { number: 'signed', 'add-paper': 'signed', renew: 'signed', amend: 'signed', end: 'ended' },
  ended: { number: 'ended', 'add-paper': 'ended', renew: 'ended' },
} as const satisfies Readonly<Record<AgreementState, Partial<Record<AgreementAct, AgreementState | 'gone'>>>>;

/** The state after the act. Refusals: AGREEMENT_STATE (`state`). */
export function moveAgreement(
  state: AgreementState,
  act: AgreementAct,
): AgreementState | 'gone' | Refusal<'AGREEMENT_STATE'> {
  const acts: Partial<Record<AgreementAct, AgreementState | 'gone'>> = AGREEMENT_TRANSITIONS[state];
  return acts[act] ?? refuse('AGREEMENT_STATE', { state });
}

/** What may be done in a state, in the order of the acts. */
export function actsIn(state: AgreementState): AgreementAct[] {
  return AGREEMENT_ACTS.filter((act) => act in AGREEMENT_TRANSITIONS[state]);
}
