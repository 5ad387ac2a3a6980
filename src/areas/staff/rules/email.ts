export const EMAIL_LENGTH_MAX = 254;

/**
 * An address as people type theirs: one @, a domain with a dot, no spaces. Whether it reaches anybody only a letter
 * would tell, and here it is a name to sign in with.
 */
export function isEmail(text: string): boolean {
  return (
    text.length <= EMAIL_LENGTH_MAX &&
    /^[a-z0-9._%+'-]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}$/i.test(text)
  );
}
