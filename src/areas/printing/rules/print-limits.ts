/** A number that is on paper this often is not lost any more; the rest would be waste, or play. */
export const PRINTS_PER_TICKET_MAX = 3;
/** Whoever waited this long for the paper has left: it would fall at the next visitor's feet. */
export const PRINT_AGE_MS_MAX = 45_000;
/** Raw printing. Nothing else listens there, so that nobody can make us talk to another service of this machine. */
export const PRINTER_PORTS = { min: 9100, max: 9199 } as const;

/** Why there is no paper; the first four as the printer says, the rest as it looks from here. */
export const PRINT_TROUBLES = [
  'paper-out',
  'cover-open',
  'printer-error',
  'unreachable',
  'silent',
  'cut-off',
  'too-late',
] as const;
