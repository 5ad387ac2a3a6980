/** What somebody signs in with, as far as it was lost, is missing, or is set by a link. */
export const SIGN_IN_PARTS = ['password', 'authenticator', 'both'] as const;
export type SignInPart = (typeof SIGN_IN_PARTS)[number];

/** After this many wrong tries a link for a lost part is void: the part that was kept is all that guards it. */
export const WRONG_TRIES_MAX = 5;

export interface PartsHeld {
  readonly password: boolean;
  readonly authenticator: boolean;
}

/** What a link must set before its holder can sign in; undefined where nothing is missing. */
export function missingPart({ password, authenticator }: PartsHeld): SignInPart | undefined {
  if (password) return authenticator ? undefined : 'authenticator';
  return authenticator ? 'password' : 'both';
}

/** Whether losing this part takes that one away. */
export function takes(lost: SignInPart, part: 'password' | 'authenticator'): boolean {
  return lost === part || lost === 'both';
}
