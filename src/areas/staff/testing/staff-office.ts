import assert from 'node:assert/strict';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { PUBLIC_ACTOR, type Role, type StaffActor } from '#platform/contract/access.ts';
import { openPool } from '#platform/database/pool.ts';
import { TEST_SECRET, withTestMall } from '#scenarios/testing/test-mall.ts';
import { staffProcedures } from '../procedures.ts';
import { createSignIn, type SignIn } from '../sign-in.ts';

export const PASSWORD = 'sungai balangan pagi';

export type SecondStep = { readonly code: string } | { readonly recovery: string };
export type StaffOffice = Awaited<ReturnType<typeof openStaffOffice>>;

/** A mall with one administrator, who invites people; they come in through the sign-in library as in the hall. */
export async function openStaffOffice() {
  const mall = await withTestMall({ schedule: 'demo' });
  const authPool = openPool(mall.urlFor('app'), { connectionsMax: 2, searchPath: 'auth' });
  const signIn = createSignIn({ pool: authPool, secret: TEST_SECRET, publicUrl: 'http://localhost' });
  const administrator = await mall.staff('administrator', undefined, { name: 'Admin Satu' });
  const as = (actor: StaffActor) => mall.as(staffProcedures, actor);
  const anybody = () => mall.as(staffProcedures, PUBLIC_ACTOR);
  const agencyId = async (slug: string) =>
    (await mall.sql<{ id: string }>('select id from agency where slug = $1', [slug]))[0]!.id;
  const [disdukcapil, samsat] = [await agencyId('disdukcapil'), await agencyId('samsat')];

  async function linkOf(officerId: string): Promise<string> {
    const { linkToken } = await as(administrator).getOfficer({ officerId });
    assert.ok(linkToken, 'a link waits');
    return linkToken;
  }
  /** The code of the key that a link shows. */
  async function codeOf(token: string): Promise<string> {
    const { authenticator } = await anybody().getInvitation({ token });
    assert.ok(authenticator, 'the link shows a key');
    return codeOfKey(authenticator.secret);
  }
  async function use(token: string, password: string, code: string) {
    const used = await anybody().acceptInvitation({ token, password, code });
    assert.ok(used.kind === 'accepted', used.kind);
    return used;
  }
  let invited = 0;
  async function invite(role: Role = 'officer', agency: string | null = disdukcapil) {
    invited += 1;
    const person = { name: `Petugas ${invited}`, email: `petugas${invited}@uji.contoh` };
    const { officerId } = await as(administrator).inviteOfficer({ ...person, role, agencyId: agency });
    return { officerId, ...person, token: await linkOf(officerId) };
  }
  return {
    mall,
    signIn,
    administrator,
    disdukcapil,
    samsat,
    as,
    anybody,
    linkOf,
    codeOf,
    use,
    invite,
    /** Invited, and in. */
    async hire(role?: Role, agency?: string | null) {
      const person = await invite(role, agency);
      const code = await codeOf(person.token);
      const { recoveryCodes } = await use(person.token, PASSWORD, code);
      return { ...person, code, recoveryCodes };
    },
    accessOf: async (officerId: string) => (await as(administrator).getOfficer({ officerId })).access,
    sessionOf: (email: string, second: SecondStep, password = PASSWORD) =>
      openSession(signIn, email, password, second),
    async close() {
      await authPool.end();
      await mall.stop();
    },
  };
}

/** What a phone that has taken this key shows now. */
export function codeOfKey(secret: string): Promise<string> {
  return createOTP(Buffer.from(base32.decode(secret)).toString()).totp();
}

/** The session's token after both steps; undefined where either is refused. */
async function openSession(signIn: SignIn, email: string, password: string, second: SecondStep) {
  const first = await signIn.withPassword(email, password);
  if (first.kind !== 'second-factor-needed') return undefined;
  const header = first.cookies.map((line) => line.split(';', 1)[0]).join('; ');
  const done =
    'code' in second
      ? await signIn.withCode(second.code, header)
      : await signIn.withRecoveryCode(second.recovery, header);
  if (done.kind !== 'signed-in') return undefined;
  const pairs = done.cookies.map((line) => line.split(';', 1)[0]!.split('=', 2) as [string, string]);
  return signIn.readSessionToken(
    Object.fromEntries(pairs.map(([name, value]) => [name, decodeURIComponent(value)])),
  );
}
