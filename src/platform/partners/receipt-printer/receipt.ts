/** What stands on a receipt, from top to bottom; how a printer is told so is `encode-receipt.ts`. */
export type ReceiptPart =
  | { readonly kind: 'line'; readonly text: string; readonly bold?: true }
  /** As large as the paper allows. */
  | { readonly kind: 'huge'; readonly text: string }
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'gap' };

/** Millimetres of the roll: 32 or 48 characters to a line. */
export type PaperWidthMm = 58 | 80;

export interface Receipt {
  readonly paperMm: PaperWidthMm;
  readonly parts: readonly ReceiptPart[];
}
