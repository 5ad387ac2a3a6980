/** RFC 1918 and loopback: the first octets and how many of the 32 bits they fix. */
const LOCAL_RANGES = [
  { start: [10, 0], bits: 8 },
  { start: [172, 16], bits: 12 },
  { start: [192, 168], bits: 16 },
  { start: [127, 0], bits: 8 },
] as const;

const OCTET = /^(0|[1-9]\d{0,2})$/;

/**
 * Whether this text is an IPv4 address of the hall's own network or of this machine. Names are refused, since what
 * they lead to can change after the check; so are other spellings of an address (octal, one number, IPv6), and
 * link-local ones, under which clouds keep their secrets.
 */
export function isLocalAddress(text: string): boolean {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => OCTET.test(part) && Number(part) < 256)) return false;
  const [first = 0, second = 0] = parts.map(Number);
  const leading = first * 256 + second;
  return LOCAL_RANGES.some(
    ({ start: [a, b], bits }) => leading >> (16 - bits) === (a * 256 + b) >> (16 - bits),
  );
}
