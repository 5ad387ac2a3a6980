import type { IncomingMessage } from 'node:http';
import type pg from 'pg';
import { findDeviceActor, findStaffActor } from '#areas/staff/public.ts';
import type { SignIn } from '#areas/staff/sign-in.ts';
import { PUBLIC_ACTOR, type Actor } from '#platform/contract/access.ts';
import type { Language } from '#platform/contract/shapes.ts';
import { readCookies } from '#platform/http/cookies.ts';
import type { SignedTokens } from '#platform/random/signed-tokens.ts';

export const DEVICE_COOKIE = 'balairung.device';
export const LANGUAGE_COOKIE = 'bahasa';
/** Kiosk and board screens say that they speak as the device, also where an officer is signed in on it. */
const AS_DEVICE_HEADER = 'x-balairung-as';

export interface WhoAsksOptions {
  readonly pool: pg.Pool;
  readonly signIn: SignIn;
  readonly tokens: SignedTokens;
}

/** The actor of a request: the officer of the session, else the paired device, else the public. One query at most each. */
export async function readActor(
  { pool, signIn, tokens }: WhoAsksOptions,
  request: IncomingMessage,
): Promise<Actor> {
  const cookies = readCookies(request.headers.cookie);
  const asDevice = request.headers[AS_DEVICE_HEADER] === 'device';
  const sessionToken = asDevice ? undefined : signIn.readSessionToken(cookies);
  if (sessionToken !== undefined) {
    const staff = await findStaffActor(pool, sessionToken);
    if (staff) return staff;
  }
  const deviceToken = readBearer(request) ?? cookies[DEVICE_COOKIE];
  const deviceId = deviceToken === undefined ? undefined : tokens.read('device', deviceToken);
  const device = deviceId === undefined ? undefined : await findDeviceActor(pool, deviceId);
  return device ?? PUBLIC_ACTOR;
}

/** A device that is no browser sends its token as `Authorization: Bearer …`. */
function readBearer(request: IncomingMessage): string | undefined {
  const [, token] = /^Bearer ([A-Za-z0-9_.-]{20,400})$/.exec(request.headers.authorization ?? '') ?? [];
  return token;
}

/** Indonesian unless the reader chose English: the browser's own setting is often English out of mere habit. */
export function readLanguage(request: IncomingMessage): Language {
  return readCookies(request.headers.cookie)[LANGUAGE_COOKIE] === 'en' ? 'en' : 'id';
}

export function readCommandKey(request: IncomingMessage): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' ? key : undefined;
}
