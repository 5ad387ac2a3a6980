import { implement } from '@orpc/server';
import { operationDoor, refused, staffActor, type CallContext } from '#platform/contract/procedure.ts';
import type { DeviceActor } from '#platform/contract/access.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import { printingContract, type Printer } from './contract.ts';
import { orderTicketPrint, orderTrialPrint } from './order-print.ts';
import { isLocalAddress } from './rules/local-address.ts';
import { deletePrinter, findPrintOrder, kioskExists, listPrinterRows, putPrinter } from './store.ts';

const os = implement(printingContract).$context<CallContext>().use(operationDoor);

type PaperMm = Printer['paperMm'];
type Last = NonNullable<Printer['last']>;

export const printingProcedures = os.router({
  listPrinters: os.listPrinters.handler(async ({ context: { tx } }) => {
    const rows = await listPrinterRows(tx, staffActor(tx).mallId);
    return rows.map((row) => ({
      deviceId: row.device_id,
      host: row.host,
      port: row.port,
      paperMm: String(row.paper_mm) as PaperMm,
      last:
        row.requested_at === null
          ? null
          : {
              state: row.state as Last['state'],
              because: row.because as Last['because'],
              paperLow: row.paper_low === true,
              at: row.requested_at.toISOString(),
            },
    }));
  }),

  setPrinter: os.setPrinter.handler(async ({ context: { tx }, input }) => {
    const { mallId } = staffActor(tx);
    const { deviceId, host, port, paperMm } = input;
    if (!isLocalAddress(host)) refused(refuse('PRINTER_NOT_LOCAL'));
    if (!(await kioskExists(tx, mallId, deviceId))) refused(refuse('DEVICE_UNKNOWN'));
    await putPrinter(tx, { mallId, deviceId, host, port, paperMm: Number(paperMm) });
    tx.record({ subjectKind: 'device', subjectId: deviceId, facts: { printer: `${host}:${port}`, paperMm } });
    return { deviceId };
  }),

  removePrinter: os.removePrinter.handler(async ({ context: { tx }, input: { deviceId } }) => {
    if (!(await deletePrinter(tx, staffActor(tx).mallId, deviceId))) refused(refuse('PRINTER_UNKNOWN'));
    tx.record({ subjectKind: 'device', subjectId: deviceId });
    return { deviceId };
  }),

  tryPrinter: os.tryPrinter.handler(({ context: { tx }, input }) =>
    orderTrialPrint(tx, staffActor(tx), input.deviceId),
  ),

  printTicket: os.printTicket.handler(({ context: { tx, publicUrl }, input }) => {
    const { token, language, origin } = input;
    return orderTicketPrint(tx, kioskActor(tx), { token, language, addressStart: publicUrl ?? origin });
  }),

  getPrint: os.getPrint.handler(async ({ context: { tx }, input }) => {
    const { mallId, id: deviceId } = kioskActor(tx);
    const order = await findPrintOrder(tx, mallId, input.printId);
    if (order?.device_id !== deviceId) refused(refuse('PRINT_UNKNOWN'));
    return { state: order.state as Last['state'], because: order.because as Last['because'] };
  }),
});

/** The kiosk that asks. The access table has let only kiosks in; a system job has no printer and is refused. */
function kioskActor({ actor }: Tx): DeviceActor {
  return actor.kind === 'device' ? actor : refused(refuse('FORBIDDEN'));
}
