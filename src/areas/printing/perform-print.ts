import type { Ticket } from '#areas/queue/contract.ts';
import { mapTickets } from '#areas/queue/public.ts';
import type { Language } from '#platform/contract/shapes.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { encodeReceipt } from '#platform/partners/receipt-printer/encode-receipt.ts';
import type { PaperWidthMm, ReceiptPart } from '#platform/partners/receipt-printer/receipt.ts';
import { sendToPrinter, type PrinterAddress } from '#platform/partners/receipt-printer/send-to-printer.ts';
import { PRINT_AGE_MS_MAX } from './rules/print-limits.ts';
import { endPrintOrder, lockWaitingOrder } from './store.ts';

/** What a receipt can tell. */
export interface ReceiptFacts {
  /** Undefined on a trial. */
  readonly ticket: Ticket | undefined;
  readonly language: Language;
  readonly mallShortName: string;
  readonly timeZone: string;
  readonly sampleData: boolean;
  /** Start of the ticket page's address. */
  readonly addressStart: string;
  readonly now: Date;
}

export interface PrintParts {
  /** One transaction of our own. */
  readonly within: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The words of the receipt: catalogues belong to the screens, which areas do not know. */
  readonly layReceipt: (facts: ReceiptFacts) => readonly ReceiptPart[];
}

interface Job {
  readonly mallId: string;
  readonly printId: string;
}

/**
 * Prints an order that waits: reads it, speaks to the printer outside any transaction, writes down how it ended. Run
 * again it finds nothing waiting; run too late (a worker that was killed) it prints nothing, since nobody stands there.
 */
export async function performPrint(parts: PrintParts, job: Job): Promise<void> {
  const order = await parts.within((tx) => takeOrder(tx, parts, job));
  if (order === undefined) return;
  const outcome = await sendToPrinter(order.address, order.bytes);
  await parts.within((tx) =>
    endPrintOrder(
      tx,
      { mallId: job.mallId, id: job.printId },
      {
        state: outcome.printed ? 'printed' : 'failed',
        because: outcome.printed ? null : outcome.because,
        paperLow: outcome.printed && outcome.paperLow,
      },
    ),
  );
}

async function takeOrder(
  tx: Tx,
  parts: PrintParts,
  { mallId, printId }: Job,
): Promise<{ address: PrinterAddress; bytes: Uint8Array } | undefined> {
  const row = await lockWaitingOrder(tx, mallId, printId);
  if (row === undefined) return undefined;
  if (tx.now.getTime() - row.requested_at.getTime() > PRINT_AGE_MS_MAX) {
    const late = { state: 'failed', because: 'too-late', paperLow: false } as const;
    await endPrintOrder(tx, { mallId, id: printId }, late);
    return undefined;
  }
  const ticket =
    row.stop_id === null ? undefined : (await mapTickets(tx, mallId, [row.stop_id])).get(row.stop_id);
  const receiptParts = parts.layReceipt({
    ticket,
    language: row.language as Language,
    mallShortName: row.short_name,
    timeZone: row.time_zone,
    sampleData: row.sample_data,
    addressStart: row.address_start,
    now: tx.now,
  });
  const bytes = encodeReceipt({ paperMm: row.paper_mm as PaperWidthMm, parts: receiptParts });
  return { address: { host: row.host, port: row.port }, bytes };
}
