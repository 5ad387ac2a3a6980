import type { MediaType } from './media-type.ts';

/**
 * Headers for sending a stored file. The browser may not guess another type, nor run anything that hides in it.
 * Pictures and PDFs open in place; texts are saved.
 */
export function downloadHeaders(file: {
  name: string;
  mediaType: MediaType;
  sizeBytes: number;
}): Record<string, string> {
  const { name, mediaType, sizeBytes } = file;
  const isText = mediaType.startsWith('text/');
  return {
    'content-type': isText ? `${mediaType}; charset=utf-8` : mediaType,
    'content-length': String(sizeBytes),
    'content-disposition': `${isText ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeName(name)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
  };
}

/** RFC 8187: what encodeURIComponent leaves, but that standard does not allow, is encoded too. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
