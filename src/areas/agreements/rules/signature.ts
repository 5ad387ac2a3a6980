import { refuse, type Refusal } from '#platform/values/refusal.ts';

/** What a party's signature needs to be valid. */
export interface SigningParty {
  readonly name: string;
  readonly signatory: string | null;
  readonly position: string | null;
  readonly authority: string | null;
  readonly delegated: boolean;
  readonly powerOfAttorney: string | null;
}

export const PARTIES_MIN = 2;
export const PARTIES_MAX = 20;

export type SignatureRefusal = 'PARTIES_FEW' | 'AUTHORITY_MISSING' | 'POWER_MISSING';

/**
 * Why an agreement cannot be signed as its parties stand: fewer than two, one without a signatory, position or basis of
 * authority, or one who signs for somebody else without a power of attorney (Permendagri 22/2020; domain notes §11.7).
 */
export function findUnauthorised(parties: readonly SigningParty[]): Refusal<SignatureRefusal> | undefined {
  if (parties.length < PARTIES_MIN) return refuse('PARTIES_FEW', { limit: PARTIES_MIN });
  for (const party of parties) {
    const { name, signatory, position, authority, delegated, powerOfAttorney } = party;
    if (signatory === null || position === null || authority === null)
      return refuse('AUTHORITY_MISSING', { name });
    if (delegated && powerOfAttorney === null) return refuse('POWER_MISSING', { name });
  }
  return undefined;
}
