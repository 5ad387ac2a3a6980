const HOME = '/';

/**
 * A path of this site to go back to, from an address that anybody may have written; the home page when it leads
 * elsewhere. `//other.example`, `/\other.example`, `https:other`, control characters: all of them elsewhere.
 */
export function localPath(wanted: string | null, origin: string): string {
  if (wanted === null || !wanted.startsWith('/') || !URL.canParse(wanted, origin)) return HOME;
  const target = new URL(wanted, origin);
  const path = target.pathname + target.search + target.hash;
  // A path that itself begins with two slashes would be read as another host by the browser.
  return target.origin === origin && !path.startsWith('//') ? path : HOME;
}
