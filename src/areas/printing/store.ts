import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

export interface PrinterSetting {
  readonly mallId: string;
  readonly deviceId: string;
  readonly host: string;
  readonly port: number;
  readonly paperMm: number;
}

/** False when the mall has no such kiosk in use. */
export async function kioskExists(tx: Tx, mallId: string, deviceId: string): Promise<boolean> {
  const kiosk = await tx.db
    .selectFrom('device')
    .select('id')
    .where('mall_id', '=', mallId)
    .where('id', '=', deviceId)
    .where('kind', '=', 'kiosk')
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return kiosk !== undefined;
}

export async function putPrinter(tx: Tx, printer: PrinterSetting): Promise<void> {
  const row = { host: printer.host, port: printer.port, paper_mm: printer.paperMm };
  await tx.db
    .insertInto('printer')
    .values({ mall_id: printer.mallId, device_id: printer.deviceId, ...row })
    .onConflict((conflict) => conflict.columns(['mall_id', 'device_id']).doUpdateSet(row))
    .execute();
}

/** Its orders go with it. False when there was none. */
export async function deletePrinter(tx: Tx, mallId: string, deviceId: string): Promise<boolean> {
  const deleted = await tx.db
    .deleteFrom('printer')
    .where('mall_id', '=', mallId)
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

/** Locked: orders of one kiosk are counted one after another. */
export async function lockPrinter(tx: Tx, mallId: string, deviceId: string): Promise<boolean> {
  const printer = await tx.db
    .selectFrom('printer')
    .select('device_id')
    .where('mall_id', '=', mallId)
    .where('device_id', '=', deviceId)
    .forUpdate()
    .executeTakeFirst();
  return printer !== undefined;
}

export async function listPrinterRows(tx: Tx, mallId: string) {
  return tx.db
    .selectFrom('printer')
    .innerJoin('device', (join) =>
      join.onRef('device.mall_id', '=', 'printer.mall_id').onRef('device.id', '=', 'printer.device_id'),
    )
    .leftJoinLateral(
      (inner) =>
        inner
          .selectFrom('print_order')
          .select(['state', 'because', 'paper_low', 'requested_at'])
          .whereRef('print_order.mall_id', '=', 'printer.mall_id')
          .whereRef('print_order.device_id', '=', 'printer.device_id')
          .orderBy('requested_at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['printer.device_id', 'printer.host', 'printer.port', 'printer.paper_mm'])
    .select(['last.state', 'last.because', 'last.paper_low', 'last.requested_at'])
    .where('printer.mall_id', '=', mallId)
    .where('device.revoked_at', 'is', null)
    .limit(200)
    .execute();
}

export interface NewPrintOrder {
  readonly mallId: string;
  readonly id: string;
  readonly deviceId: string;
  readonly stopId: string | null;
  readonly language: string;
  readonly addressStart: string;
}

export async function insertPrintOrder(tx: Tx, order: NewPrintOrder): Promise<void> {
  await tx.db
    .insertInto('print_order')
    .values({
      mall_id: order.mallId,
      id: order.id,
      device_id: order.deviceId,
      stop_id: order.stopId,
      language: order.language,
      address_start: order.addressStart,
      requested_at: tx.now,
    })
    .execute();
}

/** What a kiosk printed days ago is of no use to anybody. */
export async function deleteOldPrintOrders(tx: Tx, mallId: string, deviceId: string, before: Date) {
  await tx.db
    .deleteFrom('print_order')
    .where('mall_id', '=', mallId)
    .where('device_id', '=', deviceId)
    .where('requested_at', '<', before)
    .execute();
}

/** Papers that came or may still come. */
export async function countPrintsOfStop(tx: Tx, mallId: string, stopId: string): Promise<number> {
  const row = await tx.db
    .selectFrom('print_order')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('mall_id', '=', mallId)
    .where('stop_id', '=', stopId)
    .where('state', '<>', 'failed')
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function findPrintOrder(tx: Tx, mallId: string, id: string) {
  return tx.db
    .selectFrom('print_order')
    .selectAll()
    .where('mall_id', '=', mallId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The order with its printer and its mall, while it waits; locked. */
export async function lockWaitingOrder(tx: Tx, mallId: string, id: string) {
  return tx.db
    .selectFrom('print_order')
    .innerJoin('printer', (join) =>
      join
        .onRef('printer.mall_id', '=', 'print_order.mall_id')
        .onRef('printer.device_id', '=', 'print_order.device_id'),
    )
    .innerJoin('mall', 'mall.id', 'print_order.mall_id')
    .select(['print_order.stop_id', 'print_order.language', 'print_order.address_start'])
    .select(['print_order.requested_at', 'printer.host', 'printer.port', 'printer.paper_mm'])
    .select(['mall.short_name', 'mall.time_zone', 'mall.sample_data'])
    .where('print_order.mall_id', '=', mallId)
    .where('print_order.id', '=', id)
    .where('print_order.state', '=', 'waiting')
    .forUpdate('print_order')
    .executeTakeFirst();
}

export async function endPrintOrder(
  tx: Tx,
  order: { mallId: string; id: string },
  end: { state: 'printed' | 'failed'; because: string | null; paperLow: boolean },
): Promise<void> {
  await tx.db
    .updateTable('print_order')
    .set({ state: end.state, because: end.because, paper_low: end.paperLow, ended_at: tx.now })
    .where('mall_id', '=', order.mallId)
    .where('id', '=', order.id)
    .where('state', '=', 'waiting')
    .execute();
}
