/** Why a printer does not print, as far as it can be known from outside. */
export type PrinterTrouble =
  'paper-out' | 'cover-open' | 'printer-error' | 'unreachable' | 'silent' | 'cut-off';

export interface PrinterStatus {
  readonly trouble: 'paper-out' | 'cover-open' | 'printer-error' | undefined;
  /** The roll ends soon. */
  readonly paperLow: boolean;
}

/** DLE EOT 1, 2 and 4: state, why it is offline, paper. Answered at once, even by a printer that has stopped. */
export const STATUS_QUESTIONS = Uint8Array.from([0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4]);
export const STATUS_ANSWERS = 3;

/** Every real-time answer has these bits, whatever it tells: other bytes are a printer's own news. */
export function isStatusByte(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** The three answers in the order of the questions. */
export function readStatus([state = 0, offline = 0, paper = 0]: readonly number[]): PrinterStatus {
  const paperLow = (paper & 0x0c) !== 0;
  if ((paper & 0x60) !== 0 || (offline & 0x20) !== 0) return { trouble: 'paper-out', paperLow };
  if ((offline & 0x04) !== 0) return { trouble: 'cover-open', paperLow };
  if ((offline & 0x40) !== 0 || (state & 0x08) !== 0) return { trouble: 'printer-error', paperLow };
  return { trouble: undefined, paperLow };
}
