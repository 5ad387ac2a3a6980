import type { RefusalCatalogue } from '../refusal-facts.ts';

/** About officers, their links and their sign-in. */
export const staffRefusals = {
  FORBIDDEN: () => ({
    message: 'Your account may not do this.',
    next: 'Ask the manager for permission if this is your task.',
  }),
  SIGN_IN_NEEDED: () => ({
    message: 'You need to sign in first.',
    next: 'Sign in and we bring you back to this page.',
  }),
  OFFICER_UNKNOWN: () => ({
    message: 'This officer is not at your mall.',
    next: 'The invitation may have been withdrawn. Look at the list again.',
  }),
  OFFICER_INACTIVE: ({ name }) => ({
    message: `${name ?? 'This officer'} is not active.`,
    next: 'Let them in again first, then make a link.',
  }),
  OWN_ACCOUNT: () => ({
    message: 'Your own account is changed by another administrator only.',
    next: 'Ask another administrator to do it.',
  }),
  LAST_ADMINISTRATOR: () => ({
    message: 'This mall must keep an administrator who can come in.',
    next: 'Make somebody else an administrator first.',
  }),
  ROLE_AGENCY: () => ({
    message: 'This role and this agency do not go together.',
    next: 'Officers and agency heads have an agency. Managers and administrators have none.',
  }),
  EMAIL_TAKEN: () => ({
    message: 'Somebody else uses this e-mail address.',
    next: 'Look in the list, also among the inactive, or use another address.',
  }),
  LINK_UNKNOWN: () => ({
    message: 'This link is not valid.',
    next: 'It may have been replaced. Ask your administrator for a new one.',
  }),
  LINK_USED: () => ({
    message: 'This link has been used.',
    next: 'If it was you, just sign in. If not, tell your administrator.',
  }),
  LINK_EXPIRED: () => ({
    message: 'The time of this link is over.',
    next: 'Ask your administrator for a new one.',
  }),
  LINK_VOID: () => ({
    message: 'This link was shut after five wrong answers.',
    next: 'Ask your administrator for a new one.',
  }),
  CODE_WRONG: ({ tries }) => ({
    message: 'These six digits do not match.',
    next:
      tries === undefined
        ? 'Write those shown at the moment. Check the clock of your phone too.'
        : `Write those shown at the moment. Tries left: ${tries}.`,
  }),
  PASSWORD_WRONG: ({ tries }) => ({
    message: 'This password does not match.',
    next:
      tries === undefined
        ? 'Write the password you sign in with.'
        : `Write the password you sign in with. Tries left: ${tries}.`,
  }),
  PICTURE_EXPIRED: () => ({
    message: 'The time of the picture on this page is over.',
    next: 'Remove that key from the app, and scan the new picture.',
  }),
} satisfies Partial<RefusalCatalogue>;
