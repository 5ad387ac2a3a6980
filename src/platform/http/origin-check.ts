import type { IncomingHttpHeaders } from 'node:http';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request could have been sent by another site's page in a signed-in person's browser. An unsafe method
 * that carries a cookie must come from our own origin: the browser says so in Sec-Fetch-Site, older ones in Origin.
 * Programs without cookies (partners, devices with a header) are not browsers and pass.
 * @param host what the browser calls us: the Host header, or the forwarded one behind a trusted proxy
 */
export function isCrossSite(method: string, headers: IncomingHttpHeaders, host: string | undefined): boolean {
  if (SAFE_METHODS.has(method) || headers.cookie === undefined) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  if (headers.origin === undefined || host === undefined) return true;
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== host;
}
