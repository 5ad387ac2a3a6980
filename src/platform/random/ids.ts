import { createHash, randomBytes } from 'node:crypto';

/**
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds, then random bits, so that rows made together lie together.
 * @param at epoch milliseconds; the application's clock is enough, since nothing is ordered by it alone
 */
export function newId(at: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** 128 random bits as 22 characters of base64url: a ticket's address, which nobody can guess. */
export function newTicketToken(): string {
  return randomBytes(16).toString('base64url');
}

/** SHA-256 in hexadecimal, for secrets that are themselves random (a password needs a slow hash instead). */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Letters and digits that nobody confuses when reading aloud or typing: no 0 O 1 I L 2 Z 5 S 8 B. */
const CODE_ALPHABET = 'ACDEFGHJKMNPQRTUVWXY34679';

/** A short code to be typed by a person within minutes, e.g. `K7Q-M4X`: 25^6, about 244 million. */
export function newPairingCode(): string {
  return `${drawSigns(3)}-${drawSigns(3)}`;
}

/** A code that opens an account once where the authenticator was lost, e.g. `K7QM4-XACD3`: 25^10. */
export function newRecoveryCode(): string {
  return `${drawSigns(5)}-${drawSigns(5)}`;
}

function drawSigns(count: number): string {
  const draw = () => {
    // 250 is the largest multiple of 25 below 256: larger bytes are drawn again, so each sign is equally likely.
    for (;;) {
      const byte = randomBytes(1)[0]!;
      if (byte < 250) return CODE_ALPHABET[byte % CODE_ALPHABET.length]!;
    }
  };
  return Array.from({ length: count }, draw).join('');
}

/** The number of a fault that can be read aloud, e.g. `7K3-28A`; the log line carries the same. */
export function newIncident(): string {
  return newPairingCode();
}
