/**
 * Length is what counts (NIST SP 800-63B §3.1.1): no rule about kinds of signs, no expiry. The authenticator is the
 * second lock.
 */
export const PASSWORD_LENGTH_MIN = 10;
export const PASSWORD_LENGTH_MAX = 128;

/** Whether a password can be one: long enough, and no sign in it that a keyboard does not give. */
export function isPassword(text: string): boolean {
  return text.length >= PASSWORD_LENGTH_MIN && text.length <= PASSWORD_LENGTH_MAX && !/\p{Cc}/u.test(text);
}
