import type { AgreementState } from '#areas/agreements/rules/agreement-states.ts';
import { findUnauthorised, type SigningParty } from '#areas/agreements/rules/signature.ts';

/** What keeps an agreement from being signed (`not-agreed` to `promise`), and what only has to follow (`number`, `scan`). */
export const LACKS = ['not-agreed', 'parties', 'authority', 'power', 'promise', 'number', 'scan'] as const;
export type Lack = (typeof LACKS)[number];

export interface ToBeSigned {
  readonly state: AgreementState;
  readonly parties: readonly (SigningParty & {
    readonly agencyId: string | null;
    readonly number: string | null;
  })[];
  /** Ids of the agencies that promise hours in it. */
  readonly promising: readonly string[];
  readonly scanned: boolean;
}

const FOLLOWING: ReadonlySet<Lack> = new Set(['number', 'scan']);

/** What an agreement lacks on its signing day, the gravest first. Numbers and scans may follow weeks later. */
export function findLacks({ state, parties, promising, scanned }: ToBeSigned): Lack[] {
  const signed = state === 'signed' || state === 'ended';
  const no = findUnauthorised(parties)?.refused;
  const lacks: readonly (Lack | false)[] = [
    !signed && state !== 'agreed' && 'not-agreed',
    !signed && no === 'PARTIES_FEW' && 'parties',
    !signed && no === 'AUTHORITY_MISSING' && 'authority',
    !signed && no === 'POWER_MISSING' && 'power',
    !signed &&
      parties.some(({ agencyId }) => agencyId !== null && !promising.includes(agencyId)) &&
      'promise',
    parties.some(({ number }) => number === null) && 'number',
    signed && !scanned && 'scan',
  ];
  return lacks.filter((lack) => lack !== false);
}

/** Whether it can be signed now: nothing is lacking but what may follow. */
export function isReady(state: AgreementState, lacks: readonly Lack[]): boolean {
  return state === 'agreed' && lacks.every((lack) => FOLLOWING.has(lack));
}
