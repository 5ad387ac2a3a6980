import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { PaperWidthMm, Receipt, ReceiptPart } from './receipt.ts';

const COLUMNS = { 58: 32, 80: 48 } as const satisfies Record<PaperWidthMm, number>;
/** Larger would only cost paper: this is 18 mm high. */
const HUGE_MAX = 6;
const QR_DOTS = 6;
/** The knife sits above the print head: what is not fed past it stays inside. */
const LINES_BEFORE_CUT = 4;

/** Signs that the oldest code page has no place for, as plain ones: a guess of the printer would be worse. */
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '·': '-',
  '±': '+/-',
};

/** The receipt as ESC/POS, ready to be sent. No text in it can become a command of the printer. */
export function encodeReceipt({ paperMm, parts }: Receipt): Uint8Array {
  const columns = COLUMNS[paperMm];
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    feedBeforeCut: LINES_BEFORE_CUT,
    errors: 'relaxed',
  });
  encoder.initialize().codepage('auto').align('center');
  for (const part of parts) add(encoder, part, columns);
  return encoder.cut('partial').encode();
}

function add(encoder: ReceiptPrinterEncoder, part: ReceiptPart, columns: number): void {
  switch (part.kind) {
    case 'line':
      encoder.bold(part.bold ?? false).line(plain(part.text));
      return;
    case 'huge': {
      const text = plain(part.text);
      const size = Math.max(1, Math.min(HUGE_MAX, Math.floor(columns / Math.max(1, text.length))));
      encoder.bold(true).size(size, size).line(text).size(1, 1);
      return;
    }
    case 'qr':
      encoder.qrcode(part.text, { model: 2, size: QR_DOTS, errorlevel: 'm' }).newline();
      return;
    case 'rule':
      encoder.bold(false).rule();
      return;
    case 'gap':
      encoder.newline();
  }
}

function plain(text: string): string {
  return text.replaceAll(/[‘’“”–—…·±]/g, (sign) => PLAIN[sign] ?? '?').replaceAll(/\p{Cc}/gu, ' ');
}
