import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { GivenToken, Id, Instant, Language } from '#platform/contract/shapes.ts';
import { PRINT_TROUBLES, PRINTER_PORTS } from './rules/print-limits.ts';

/** Millimetres of the paper roll, as printed on its box. */
const PaperMm = z.enum(['58', '80']);
const PrintState = z.enum(['waiting', 'printed', 'failed']);

export const Printer = z.object({
  deviceId: Id,
  host: z.string(),
  port: z.int(),
  paperMm: PaperMm,
  /** Its last order; null before the first. */
  last: z
    .object({
      state: PrintState,
      because: z.enum(PRINT_TROUBLES).nullable(),
      paperLow: z.boolean(),
      at: Instant,
    })
    .nullable(),
});
export type Printer = z.infer<typeof Printer>;

export const printingContract = {
  listPrinters: read({
    access: { roles: ['manager', 'administrator'] },
    summary: 'Receipt printers of kiosks, and how their last order ended',
  }).output(z.array(Printer)),
  setPrinter: command({
    access: { roles: ['administrator'] },
    summary: 'A kiosk prints on this printer of the hall’s own network',
  })
    .input(
      z.object({
        deviceId: Id,
        host: z.string().max(45),
        port: z.int().min(PRINTER_PORTS.min).max(PRINTER_PORTS.max),
        paperMm: PaperMm,
      }),
    )
    .errors(refusals('DEVICE_UNKNOWN', 'PRINTER_NOT_LOCAL'))
    .output(z.object({ deviceId: Id })),
  removePrinter: command({ access: { roles: ['administrator'] }, summary: 'A kiosk prints no more' })
    .input(z.object({ deviceId: Id }))
    .errors(refusals('PRINTER_UNKNOWN'))
    .output(z.object({ deviceId: Id })),
  tryPrinter: command({ access: { roles: ['administrator'] }, summary: 'Print a trial on a kiosk’s printer' })
    .input(z.object({ deviceId: Id }))
    .errors(refusals('PRINTER_UNKNOWN'))
    .output(z.object({ printId: Id })),
  printTicket: command({
    access: { devices: ['kiosk'] },
    path: '/tickets/{token}/prints',
    summary: 'Print a ticket on the kiosk’s printer: the same number again, never another',
  })
    .input(
      z.object({
        token: GivenToken,
        language: Language,
        /** Where this kiosk reaches us: the QR’s address where the operator has not said a public one. */
        origin: z.string().regex(/^https?:\/\/[A-Za-z0-9.:[\]-]{1,200}$/),
      }),
    )
    .errors(refusals('PRINTER_UNKNOWN', 'TICKET_UNKNOWN', 'TICKET_EXPIRED', 'PRINTED_ENOUGH'))
    .output(z.object({ printId: Id })),
  getPrint: read({
    access: { devices: ['kiosk'] },
    path: '/prints/{printId}',
    summary: 'Whether the paper came, and if not why',
  })
    .input(z.object({ printId: Id }))
    .errors(refusals('PRINT_UNKNOWN'))
    .output(z.object({ state: PrintState, because: z.enum(PRINT_TROUBLES).nullable() })),
};
