import { createHmac, timingSafeEqual } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import type pg from 'pg';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from './rules/password.ts';

export interface SignInOptions {
  /** A pool whose search path is the schema `auth`. */
  readonly pool: pg.Pool;
  readonly secret: string;
  /** Where people reach us; `https:` makes the cookies secure. */
  readonly publicUrl: string;
}

export type FirstStep =
  | { readonly kind: 'second-factor-needed'; readonly cookies: readonly string[] }
  | { readonly kind: 'second-factor-missing' }
  | { readonly kind: 'wrong' };

export type SignInResult =
  { readonly kind: 'signed-in'; readonly cookies: readonly string[] } | { readonly kind: 'wrong' };

export interface SignIn {
  /**
   * First step: e-mail and password. Says the same for an unknown e-mail as for a wrong password. Where the
   * authenticator was reset, the password alone opens nothing, not even later.
   */
  withPassword(email: string, password: string): Promise<FirstStep>;
  /** Second step: the six digits of the authenticator, under the cookie of the first. */
  withCode(code: string, cookieHeader: string): Promise<SignInResult>;
  /** Second step where the authenticator was lost: a recovery code, which is used up by it. */
  withRecoveryCode(code: string, cookieHeader: string): Promise<SignInResult>;
  signOut(cookieHeader: string): Promise<readonly string[]>;
  /** The session token of a genuine cookie, checked without the database. */
  readSessionToken(cookies: Readonly<Record<string, string>>): string | undefined;
}

const COOKIE_PREFIX = 'balairung';
const SESSION_HOURS = 12;

/**
 * Sign-in of officers by password and authenticator. The library's HTTP endpoints are not mounted: screens call
 * these functions in-process, so only what is listed here can be reached from outside.
 */
export function createSignIn({ pool, secret, publicUrl }: SignInOptions): SignIn {
  const secure = publicUrl.startsWith('https:');
  const auth = createAuth({ pool, secret, publicUrl });

  return {
    async withPassword(email, password) {
      const response = await auth.api.signInEmail({ body: { email, password }, asResponse: true });
      if (!response.ok) return { kind: 'wrong' };
      const body = (await response.json()) as { twoFactorRedirect?: boolean };
      const cookies = response.headers.getSetCookie();
      if (body.twoFactorRedirect === true) return { kind: 'second-factor-needed', cookies };
      // The library has opened a session: it must not come to life when the authenticator is set again.
      const cookie = cookies.map((line) => line.split(';', 1)[0]).join('; ');
      await auth.api.signOut({ headers: new Headers({ cookie }) });
      return { kind: 'second-factor-missing' };
    },
    async withCode(code, cookieHeader) {
      const response = await auth.api.verifyTOTP({
        body: { code },
        headers: new Headers({ cookie: cookieHeader }),
        asResponse: true,
      });
      if (!response.ok) return { kind: 'wrong' };
      return { kind: 'signed-in', cookies: response.headers.getSetCookie() };
    },
    async withRecoveryCode(code, cookieHeader) {
      const response = await auth.api.verifyBackupCode({
        body: { code },
        headers: new Headers({ cookie: cookieHeader }),
        asResponse: true,
      });
      if (!response.ok) return { kind: 'wrong' };
      return { kind: 'signed-in', cookies: response.headers.getSetCookie() };
    },
    async signOut(cookieHeader) {
      const response = await auth.api.signOut({
        headers: new Headers({ cookie: cookieHeader }),
        asResponse: true,
      });
      return response.headers.getSetCookie();
    },
    readSessionToken(cookies) {
      const name = `${secure ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`;
      const value = cookies[name];
      return value === undefined ? undefined : checkedToken(value, secret);
    },
  };
}

function createAuth({ pool, secret, publicUrl }: SignInOptions) {
  const secure = publicUrl.startsWith('https:');
  return betterAuth({
    appName: 'Balairung',
    baseURL: publicUrl,
    secret,
    database: pool,
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH_MIN,
      maxPasswordLength: PASSWORD_LENGTH_MAX,
    },
    session: { expiresIn: SESSION_HOURS * 3600, updateAge: 3600 },
    advanced: { cookiePrefix: COOKIE_PREFIX, useSecureCookies: secure },
    plugins: [twoFactor({ issuer: 'Balairung', skipVerificationOnEnable: true })],
  });
}

/** The library signs its cookie as `token.base64(HMAC-SHA256(secret, token))`. */
function checkedToken(value: string, secret: string): string | undefined {
  const dot = value.lastIndexOf('.');
  if (dot < 1 || value.length > 512) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}
