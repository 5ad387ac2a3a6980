import type { Cookies } from '@sveltejs/kit';

/**
 * Hands the Set-Cookie lines of the sign-in on to the visitor. They are taken apart and set one by one, because a
 * page's reply cannot carry several lines of one header.
 */
export function relayCookies(cookies: Cookies, lines: readonly string[]): void {
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const equals = pair.indexOf('=');
    if (equals < 1) continue;
    const told = new Map(
      attributes.map((attribute): [string, string] => {
        const [name = '', value = ''] = attribute.split('=', 2);
        return [name.toLowerCase(), value];
      }),
    );
    const maxAge = Number(told.get('max-age'));
    cookies.set(pair.slice(0, equals), decodeURIComponent(pair.slice(equals + 1)), {
      path: told.get('path') || '/',
      httpOnly: told.has('httponly'),
      secure: told.has('secure'),
      sameSite: told.get('samesite')?.toLowerCase() === 'strict' ? 'strict' : 'lax',
      ...(told.has('max-age') && Number.isInteger(maxAge) ? { maxAge } : {}),
    });
  }
}
