import { z } from 'zod';
import { DEVICE_KINDS, ROLES } from '#platform/contract/access.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { Id, Instant, line } from '#platform/contract/shapes.ts';
import { EMAIL_LENGTH_MAX, isEmail } from './rules/email.ts';
import { isPassword, PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from './rules/password.ts';
import { SIGN_IN_PARTS } from './rules/sign-in-parts.ts';

export const StaffMember = z.object({
  id: Id,
  name: z.string(),
  role: z.enum(ROLES),
  agencyId: Id.nullable(),
  agencyShortName: z.string().nullable(),
});
export type StaffMember = z.infer<typeof StaffMember>;

export const Device = z.object({
  id: Id,
  kind: z.enum(DEVICE_KINDS),
  name: z.string(),
  zoneId: Id,
  zoneName: z.string(),
  pairedAt: Instant,
  revokedAt: Instant.nullable(),
  /** Since when a visitor at this kiosk waits for an officer. */
  helpAskedAt: Instant.nullable(),
});
export type Device = z.infer<typeof Device>;

/** What a device that is not paired yet shows, and keeps to ask again. */
export const Pairing = z.object({ token: z.string(), code: z.string(), expiresAt: Instant });

/** Where somebody signs in: an address of e-mail, in small letters. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(EMAIL_LENGTH_MAX)
  .refine(isEmail)
  .meta({ format: 'email' });
export const NewPassword = z.string().min(PASSWORD_LENGTH_MIN).max(PASSWORD_LENGTH_MAX).refine(isPassword);
/** One that is checked, not set. */
export const OldPassword = z.string().min(1).max(PASSWORD_LENGTH_MAX);
/** The six digits of an authenticator. */
export const SixDigits = z.string().regex(/^[0-9]{6}$/);
export const LinkToken = z.string().min(20).max(400);

/** What a phone needs to become somebody's authenticator: as text, and as the address that a picture holds. */
export const Authenticator = z.object({ secret: z.string(), address: z.string() });
export type Authenticator = z.infer<typeof Authenticator>;

export const Officer = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  agency: z.object({ id: Id, shortName: z.string() }).nullable(),
  access: z.enum(['ready', 'invited', 'link-ended', 'inactive']),
  /** Of the link that was given and not used yet. */
  linkExpiresAt: Instant.nullable(),
  /** The one who asks. */
  own: z.boolean(),
});
export type Officer = z.infer<typeof Officer>;

export const OfficerDetail = Officer.extend({
  purpose: z.enum(['invitation', 'reset']).nullable(),
  /** What a link sets before they can sign in; null where nothing is missing. */
  missing: z.enum(SIGN_IN_PARTS).nullable(),
  /** Of the link that waits to be used; null where none does. */
  linkToken: z.string().nullable(),
  /** Start of the link's address; null: the address by which the administrator came here. */
  publicUrl: z.string().nullable(),
});
export type OfficerDetail = z.infer<typeof OfficerDetail>;

/** What the holder of a link sees: for whom it is, what it sets, and the authenticator to set up. */
export const Invitation = z.object({
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  agencyShortName: z.string().nullable(),
  mallShortName: z.string(),
  expiresAt: Instant,
  sets: z.enum(SIGN_IN_PARTS),
  /** Null where theirs was kept. */
  authenticator: Authenticator.nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

/** How a link was used: it let somebody in, or the part that was kept was not known, which costs a try. */
export const LinkUse = z.discriminatedUnion('kind', [
  /** Codes of a new authenticator; none where theirs was kept. */
  z.object({ kind: z.literal('accepted'), recoveryCodes: z.array(z.string()) }),
  z.object({ kind: z.enum(['password-wrong', 'code-wrong']), triesLeft: z.int() }),
]);
export type LinkUse = z.infer<typeof LinkUse>;

export const OwnAccount = z.object({
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  agencyShortName: z.string().nullable(),
  recoveryCodesLeft: z.int(),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

/** A key for another phone, and what its page carries to say which it was. */
export const AuthenticatorOffer = z.object({ token: LinkToken, authenticator: Authenticator });
export type AuthenticatorOffer = z.infer<typeof AuthenticatorOffer>;

const anyStaff = { roles: [...ROLES] };
const administrators = { roles: ['administrator' as const] };
const officerInput = {
  name: line(2, 120),
  role: z.enum(ROLES),
  /** For officers and agency heads, and for nobody else. */
  agencyId: Id.nullable(),
};
const officerId = z.object({ officerId: Id });

export const staffContract = {
  getMe: read({ access: anyStaff, summary: 'Who is signed in' }).output(
    StaffMember.extend({ mallSlug: z.string() }),
  ),
  requestPairing: command({ access: { public: true }, summary: 'A new kiosk or board asks for a short code' })
    .input(z.object({ kind: z.enum(DEVICE_KINDS) }))
    .output(Pairing),
  claimPairing: command({
    access: { public: true },
    keepsReply: false,
    summary:
      'The device asks whether its code was confirmed, or redeems a one-time link; its cookie comes with the yes',
  })
    .input(z.object({ token: z.string().min(20).max(400) }))
    .errors(refusals('PAIRING_UNKNOWN', 'PAIRING_EXPIRED'))
    .output(z.object({ confirmed: z.boolean(), kind: z.enum(DEVICE_KINDS) })),
  confirmPairing: command({
    access: { roles: ['administrator'] },
    summary: 'An administrator confirms the code that a device shows',
  })
    .input(z.object({ code: line(6, 9), name: line(2, 60), zoneId: Id }))
    .errors(refusals('PAIRING_UNKNOWN', 'PAIRING_EXPIRED', 'ZONE_UNKNOWN'))
    .output(z.object({ kind: z.enum(DEVICE_KINDS), name: z.string() })),
  listDevices: read({
    access: { roles: ['manager', 'administrator'] },
    summary: 'Paired kiosks and boards',
  }).output(z.array(Device)),
  revokeDevice: command({ access: { roles: ['administrator'] }, summary: 'A device may no longer act' })
    .input(z.object({ deviceId: Id }))
    .errors(refusals('DEVICE_UNKNOWN'))
    .output(z.object({ revokedAt: Instant })),
  askHelp: command({
    access: { devices: ['kiosk'] },
    path: '/device/help',
    summary: 'A visitor at this kiosk asks for an officer, or no longer does; the boards of its zone say so',
  })
    .input(z.object({ wanted: z.boolean() }))
    .output(z.object({ askedAt: Instant.nullable() })),
  getMyDevice: read({
    access: { devices: [...DEVICE_KINDS] },
    path: '/device',
    summary: 'What this paired device is called, which zone it serves and where people reach the mall',
  }).output(
    z.object({
      id: Id,
      kind: z.enum(DEVICE_KINDS),
      name: z.string(),
      zoneId: Id,
      zoneName: z.string(),
      /** Start of the addresses that a kiosk draws as QR codes; null: the address by which the device came here. */
      publicUrl: z.string().nullable(),
    }),
  ),
  listOfficers: read({
    access: { roles: ['agency-head', 'manager', 'administrator'] },
    summary: 'Who works at the mall and how far they are with getting in; an agency head sees the own agency',
  })
    .input(z.object({ search: line(0, 60).optional() }))
    .output(z.array(Officer)),
  getOfficer: read({
    access: administrators,
    summary: 'One officer, with the one-time link that waits for them',
  })
    .input(officerId)
    .errors(refusals('OFFICER_UNKNOWN'))
    .output(OfficerDetail),
  inviteOfficer: command({
    access: administrators,
    summary: 'Add somebody to the staff, with a one-time link',
  })
    .input(z.object({ ...officerInput, email: Email }))
    .errors(refusals('EMAIL_TAKEN', 'ROLE_AGENCY', 'AGENCY_UNKNOWN'))
    .output(officerId),
  changeOfficer: command({ access: administrators, summary: 'Give somebody another name, role or agency' })
    .input(officerId.extend(officerInput))
    .errors(refusals('OFFICER_UNKNOWN', 'OWN_ACCOUNT', 'LAST_ADMINISTRATOR', 'ROLE_AGENCY', 'AGENCY_UNKNOWN'))
    .output(officerId),
  renewAccess: command({
    access: administrators,
    summary:
      'A new one-time link for what was lost: password, authenticator or both end at once, with all sessions',
  })
    .input(officerId.extend({ lost: z.enum(SIGN_IN_PARTS) }))
    .errors(refusals('OFFICER_UNKNOWN', 'OFFICER_INACTIVE', 'OWN_ACCOUNT', 'LAST_ADMINISTRATOR'))
    .output(officerId),
  withdrawLink: command({
    access: administrators,
    summary: 'Take a link back; somebody who was invited and never came leaves the staff',
  })
    .input(officerId)
    .errors(refusals('OFFICER_UNKNOWN'))
    .output(z.object({ removed: z.boolean() })),
  deactivateOfficer: command({ access: administrators, summary: 'Let somebody in no longer, from now on' })
    .input(officerId)
    .errors(refusals('OFFICER_UNKNOWN', 'OWN_ACCOUNT', 'LAST_ADMINISTRATOR'))
    .output(officerId),
  reactivateOfficer: command({ access: administrators, summary: 'Let somebody in again' })
    .input(officerId)
    .errors(refusals('OFFICER_UNKNOWN', 'AGENCY_UNKNOWN', 'ROLE_AGENCY'))
    .output(officerId),
  getInvitation: read({
    access: { public: true },
    summary: 'For whom a one-time link is, and its authenticator',
  })
    .input(z.object({ token: LinkToken }))
    .errors(refusals('LINK_UNKNOWN', 'LINK_USED', 'LINK_EXPIRED'))
    .output(Invitation),
  acceptInvitation: command({
    access: { public: true },
    // Nothing of a password stays behind, not even a hash of the input; a link is good once anyway.
    keepsReply: false,
    summary: 'Use a one-time link: set what is missing, prove what was kept; gives the recovery codes, once',
  })
    .input(z.object({ token: LinkToken, password: NewPassword, code: SixDigits }))
    .errors(refusals('LINK_UNKNOWN', 'LINK_USED', 'LINK_EXPIRED', 'CODE_WRONG'))
    .output(LinkUse),
  getOwnAccount: read({ access: anyStaff, summary: 'The own account, and how many recovery codes are left' })
    .errors(refusals('OFFICER_UNKNOWN'))
    .output(OwnAccount),
  changeOwnPassword: command({
    access: anyStaff,
    keepsReply: false,
    summary: 'Another password of one’s own; all sessions end',
  })
    .input(z.object({ password: OldPassword, newPassword: NewPassword }))
    .errors(refusals('OFFICER_UNKNOWN', 'PASSWORD_WRONG'))
    .output(z.object({ changedAt: Instant })),
  offerAuthenticator: read({ access: anyStaff, summary: 'A key for another phone of one’s own' })
    .input(z.object({ token: LinkToken.optional() }))
    .errors(refusals('OFFICER_UNKNOWN'))
    .output(AuthenticatorOffer),
  renewOwnAuthenticator: command({
    access: anyStaff,
    keepsReply: false,
    summary: 'Another authenticator of one’s own; gives its recovery codes, once; all sessions end',
  })
    .input(z.object({ token: LinkToken, password: OldPassword, code: SixDigits }))
    .errors(refusals('OFFICER_UNKNOWN', 'PASSWORD_WRONG', 'CODE_WRONG', 'PICTURE_EXPIRED'))
    .output(z.object({ recoveryCodes: z.array(z.string()) })),
  renewOwnRecoveryCodes: command({
    access: anyStaff,
    keepsReply: false,
    summary: 'Other recovery codes of one’s own; the old ones are void',
  })
    .input(z.object({ password: OldPassword }))
    .errors(refusals('OFFICER_UNKNOWN', 'PASSWORD_WRONG'))
    .output(z.object({ recoveryCodes: z.array(z.string()) })),
};
