import { z } from 'zod';
import { Authenticator, Email, LinkToken, NewPassword, SixDigits } from '#areas/staff/contract.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { Instant, line } from '#platform/contract/shapes.ts';

export const TIME_ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export const FLOOR_MIN = -5;
export const FLOOR_MAX = 60;

const count = z.int();

/** See rules/steps.ts. */
export const Progress = z.object({
  sites: count,
  zones: count,
  agencies: count,
  agenciesWithoutCounter: count,
  services: count,
  agenciesWithoutService: count,
  agenciesWithHours: count,
  agenciesWithoutHours: count,
  officers: count,
  agenciesWithoutOfficer: count,
  invited: count,
  kiosks: count,
  boards: count,
  firstNumber: z.object({ code: z.string(), at: Instant }).nullable(),
});

/** The mall as its founder names it, with the first place where people go. */
export const NewMall = z.object({
  name: line(3, 120),
  shortName: line(2, 60),
  regency: line(3, 80),
  timeZone: z.enum(TIME_ZONES),
  siteName: line(2, 80),
  address: line(5, 200),
  zoneName: line(1, 40),
  floor: z.int().min(FLOOR_MIN).max(FLOOR_MAX),
});
export type NewMall = z.infer<typeof NewMall>;

const linkRefusals = refusals('LINK_UNKNOWN', 'LINK_USED', 'LINK_EXPIRED');

export const setUpContract = {
  getSetUp: read({
    access: { public: true },
    summary: 'Whether a set-up link is good, and the authenticator of the first administrator',
  })
    .input(z.object({ token: LinkToken }))
    .errors(linkRefusals)
    .output(z.object({ expiresAt: Instant, authenticator: Authenticator })),
  setUpMall: command({
    access: { public: true },
    // Nothing of a password stays behind, not even a hash of the input; a link is good once anyway.
    keepsReply: false,
    summary: 'Set up the mall and its first administrator; gives the recovery codes, once',
  })
    .input(
      z.object({
        token: LinkToken,
        mall: NewMall,
        administrator: z.object({ name: line(2, 120), email: Email, password: NewPassword, code: SixDigits }),
      }),
    )
    .errors({ ...linkRefusals, ...refusals('CODE_WRONG', 'EMAIL_TAKEN') })
    .output(z.object({ recoveryCodes: z.array(z.string()) })),
  getProgress: read({
    access: { roles: ['manager', 'administrator'] },
    summary: 'What the mall has and what is missing before the first number',
  }).output(Progress),
};
