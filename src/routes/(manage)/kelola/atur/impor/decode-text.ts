/**
 * The text of a file that somebody picked. UTF-8 with or without a byte order mark; UTF-16 where its mark says so;
 * anything that is not UTF-8 is what Windows writes in these parts, windows-1252.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: every byte is a sign of windows-1252.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
