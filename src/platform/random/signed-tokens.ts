import { createHmac, timingSafeEqual } from 'node:crypto';

export type TokenPurpose =
  'device' | 'pairing' | 'stream' | 'set-up' | 'staff-link' | 'authenticator' | 'new-authenticator';

export interface SignedTokens {
  /** A token that only this installation can make: text and HMAC-SHA256 over purpose and text. */
  sign(purpose: TokenPurpose, text: string): string;
  /** The text of a genuine token of this purpose; undefined for anything else. */
  read(purpose: TokenPurpose, token: string): string | undefined;
}

/** A token says what it may be used for, so that one made for a stream can never pass as a device's. */
export function createSignedTokens(secret: string): SignedTokens {
  const seal = (purpose: TokenPurpose, body: string) =>
    createHmac('sha256', secret).update(`${purpose}.${body}`).digest('base64url');
  return {
    sign(purpose, text) {
      const body = Buffer.from(text, 'utf8').toString('base64url');
      return `${body}.${seal(purpose, body)}`;
    },
    read(purpose, token) {
      const dot = token.indexOf('.');
      if (dot < 1 || token.length > 4096) return undefined;
      const body = token.slice(0, dot);
      const given = Buffer.from(token.slice(dot + 1), 'utf8');
      const expected = Buffer.from(seal(purpose, body), 'utf8');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      return Buffer.from(body, 'base64url').toString('utf8');
    },
  };
}
