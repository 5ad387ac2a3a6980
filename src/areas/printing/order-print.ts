import { findStopByToken } from '#areas/queue/public.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { DeviceActor, StaffActor } from '#platform/contract/access.ts';
import type { Language } from '#platform/contract/shapes.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { dayAt } from '#platform/values/day.ts';
import { refuse } from '#platform/values/refusal.ts';
import { PRINTS_PER_TICKET_MAX } from './rules/print-limits.ts';
import { countPrintsOfStop, deleteOldPrintOrders, insertPrintOrder, lockPrinter } from './store.ts';

const KEPT_HOURS = 48;
/** The job that prints; see perform-print.ts. */
export const PRINT_TASK = 'print-receipt';

/**
 * Orders a ticket's paper from the kiosk's own printer. The number is there already: nothing that happens to the paper
 * changes it. Refusals: PRINTER_UNKNOWN, TICKET_UNKNOWN, TICKET_EXPIRED, PRINTED_ENOUGH.
 */
export async function orderTicketPrint(
  tx: Tx,
  kiosk: DeviceActor,
  input: { token: string; language: Language; addressStart: string },
) {
  const { mallId, id: deviceId } = kiosk;
  if (!(await lockPrinter(tx, mallId, deviceId))) refused(refuse('PRINTER_UNKNOWN'));
  const stop = await findStopByToken(tx, input.token);
  if (stop?.mallId !== mallId) refused(refuse('TICKET_UNKNOWN'));
  if (stop.state === 'done' || stop.serviceDay !== dayAt(tx.now.getTime(), stop.timeZone))
    refused(refuse('TICKET_EXPIRED'));
  if ((await countPrintsOfStop(tx, mallId, stop.stopId)) >= PRINTS_PER_TICKET_MAX)
    refused(refuse('PRINTED_ENOUGH'));
  return order(tx, { mallId, deviceId, stopId: stop.stopId, ...input });
}

/** Orders a trial. Refusals: PRINTER_UNKNOWN. */
export async function orderTrialPrint(tx: Tx, actor: StaffActor, deviceId: string) {
  const { mallId } = actor;
  if (!(await lockPrinter(tx, mallId, deviceId))) refused(refuse('PRINTER_UNKNOWN'));
  tx.record({ subjectKind: 'device', subjectId: deviceId });
  return order(tx, { mallId, deviceId, stopId: null, language: 'id', addressStart: '' });
}

interface Order {
  readonly mallId: string;
  readonly deviceId: string;
  readonly stopId: string | null;
  readonly language: Language;
  readonly addressStart: string;
}

async function order(tx: Tx, { mallId, deviceId, stopId, language, addressStart }: Order) {
  const id = newId();
  await deleteOldPrintOrders(tx, mallId, deviceId, new Date(tx.now.getTime() - KEPT_HOURS * 3_600_000));
  await insertPrintOrder(tx, { mallId, id, deviceId, stopId, language, addressStart });
  tx.enqueue({ task: PRINT_TASK, payload: { mallId, printId: id } });
  return { printId: id };
}
