import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { queueProcedures } from '#areas/queue/procedures.ts';
import type { DeviceActor, StaffActor } from '#platform/contract/access.ts';
import {
  startFakePrinter,
  type FakePrinter,
} from '#platform/partners/receipt-printer/testing/fake-printer.ts';
import { newId } from '#platform/random/ids.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { layReceipt } from '#server/words/ticket-receipt.ts';
import { performPrint } from './perform-print.ts';
import { printingProcedures } from './procedures.ts';

const ORIGIN = 'http://192.168.1.2:3000';

describe('the ticket on paper', () => {
  let mall: TestMall;
  let administrator: StaffActor;
  let kiosk: DeviceActor;
  let printer: FakePrinter;
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: '2026-11-24T09:00:00+08:00' });
    administrator = await mall.staff('administrator');
    kiosk = await pairKiosk();
    printer = await startFakePrinter();
    await office().setPrinter({ deviceId: kiosk.id, host: printer.host, port: printer.port, paperMm: '80' });
  });
  afterEach(() => (printer.mood = 'well'));
  after(async () => {
    await printer.stop();
    await mall.stop();
  });

  const office = (who: StaffActor = administrator) => mall.as(printingProcedures, who);
  const hall = (who: DeviceActor = kiosk) => mall.as(printingProcedures, who);
  const issue = (priority = false) =>
    mall.as(queueProcedures, kiosk).issueTicket({ service: 'akta-kelahiran', priority });

  async function pairKiosk(): Promise<DeviceActor> {
    const device = mall.kiosk();
    const [zone] = await mall.sql<{ id: string }>('select id from zone order by slug limit 1');
    await mall.sql(
      `insert into device (mall_id, id, kind, name, zone_id, paired_at) values ($1, $2, 'kiosk', 'Kios uji', $3, now())`,
      [mall.mallId, device.id, zone!.id],
    );
    return { ...device, zoneId: zone!.id };
  }
  const order = (token: string, language: 'id' | 'en' = 'id') =>
    hall().printTicket({ token, language, origin: ORIGIN });
  const perform = (printId: string) =>
    performPrint({ within: (work) => mall.within(work), layReceipt }, { mallId: mall.mallId, printId });
  async function print(token: string, language: 'id' | 'en' = 'id') {
    const { printId } = await order(token, language);
    await perform(printId);
    return hall().getPrint({ printId });
  }
  const lastPaper = () => printer.papers.at(-1)!;

  it('tells number, place, time, people ahead and the address of its page, and nobody’s name', async () => {
    await issue();
    const ticket = await issue();
    assert.deepEqual(await print(ticket.token), { state: 'printed', because: null });
    const paper = lastPaper();
    for (const text of ['MPP Balangan', ticket.code, 'Disdukcapil', 'Akta kelahiran', 'Zona A, lantai 1'])
      assert.ok(paper.includes(text), text);
    assert.match(paper, /1 orang di depan Anda/);
    assert.match(paper, /24 November 2026, 09\.0\d WITA/);
    assert.match(paper, /Simpan nomor ini/);
    assert.ok(
      paper.includes(`https://mpp.contoh/tiket/${ticket.token}`),
      'the public address, where there is one',
    );
  });

  it('is in the visitor’s language', async () => {
    const ticket = await issue();
    await print(ticket.token, 'en');
    assert.match(lastPaper(), /Birth certificate[^]*Keep this number/);
  });

  for (const [mood, because] of [
    ['paper-out', 'paper-out'],
    ['cover-open', 'cover-open'],
    ['error', 'printer-error'],
    ['breaks', 'cut-off'],
  ] as const) {
    it(`says why it did not come when the printer says ${mood}; the number stays and is printed later`, async () => {
      const ticket = await issue();
      const before = printer.papers.length;
      printer.mood = mood;
      assert.deepEqual(await print(ticket.token), { state: 'failed', because });
      assert.equal(printer.papers.length, before);
      const state = await mall.as(queueProcedures, kiosk).getTicket({ token: ticket.token });
      assert.equal(state.state, 'waiting');
      printer.mood = 'well';
      assert.deepEqual(await print(ticket.token), { state: 'printed', because: null });
      assert.ok(lastPaper().includes(ticket.code));
    });
  }

  it('is the same number however often it is printed, and three times at most', async () => {
    const ticket = await issue();
    const [stops] = await mall.sql<{ n: number }>('select count(*)::int as n from stop');
    for (let paper = 0; paper < 3; paper += 1) {
      await print(ticket.token);
      assert.ok(lastPaper().includes(ticket.code));
    }
    await assert.rejects(order(ticket.token), { code: 'PRINTED_ENOUGH' });
    assert.deepEqual(await mall.sql('select count(*)::int as n from stop'), [stops]);
  });

  it('comes once, also when its job runs twice', async () => {
    const ticket = await issue();
    const { printId } = await order(ticket.token);
    await perform(printId);
    const papers = printer.papers.length;
    await perform(printId);
    assert.equal(printer.papers.length, papers);
  });

  it('does not fall at the feet of the next visitor when the job comes late', async () => {
    const ticket = await issue();
    const { printId } = await order(ticket.token);
    const papers = printer.papers.length;
    await mall.sql(
      `update print_order set requested_at = requested_at - interval '46 seconds' where id = $1`,
      [printId],
    );
    await perform(printId);
    assert.equal(printer.papers.length, papers);
    assert.deepEqual(await hall().getPrint({ printId }), { state: 'failed', because: 'too-late' });
  });

  it('is not printed for a ticket that is over, unknown, or of another day', async () => {
    await assert.rejects(order('abcdefghijklmnopqrstuv'), { code: 'TICKET_UNKNOWN' });
    const ticket = await issue();
    await mall.setClock('2026-11-25T09:00:00+08:00');
    await assert.rejects(order(ticket.token), { code: 'TICKET_EXPIRED' });
    await mall.setClock('2026-11-24T10:00:00+08:00');
  });

  it('comes from the kiosk’s own printer alone, and no other kiosk sees the order', async () => {
    const other = await pairKiosk();
    const ticket = await issue();
    await assert.rejects(hall(other).printTicket({ token: ticket.token, language: 'id', origin: ORIGIN }), {
      code: 'PRINTER_UNKNOWN',
    });
    const { printId } = await order(ticket.token);
    await assert.rejects(hall(other).getPrint({ printId }), { code: 'PRINT_UNKNOWN' });
    await assert.rejects(hall().getPrint({ printId: newId() }), { code: 'PRINT_UNKNOWN' });
  });

  it('is tried by an administrator, and the list says how it went', async () => {
    printer.mood = 'paper-low';
    const { printId } = await office().tryPrinter({ deviceId: kiosk.id });
    await perform(printId);
    assert.match(lastPaper(), /Cetak uji/);
    const manager = await mall.staff('manager');
    const [listed] = await office(manager).listPrinters();
    assert.deepEqual(
      { ...listed!.last, at: undefined },
      { state: 'printed', because: null, paperLow: true, at: undefined },
    );
  });

  it('is removed with its printer: the kiosk then shows the number only', async () => {
    const other = await pairKiosk();
    await office().setPrinter({ deviceId: other.id, host: '10.1.2.3', port: 9100, paperMm: '58' });
    await office().removePrinter({ deviceId: other.id });
    await assert.rejects(office().tryPrinter({ deviceId: other.id }), { code: 'PRINTER_UNKNOWN' });
    await assert.rejects(office().removePrinter({ deviceId: other.id }), { code: 'PRINTER_UNKNOWN' });
  });

  it('stands in the hall’s own network: any other address is refused, by the rule and by the table', async () => {
    for (const host of ['8.8.8.8', '169.254.169.254', 'localhost', '::1', '10.0.0.1@evil.example']) {
      const asked = office().setPrinter({ deviceId: kiosk.id, host, port: 9100, paperMm: '80' });
      await assert.rejects(asked, { code: 'PRINTER_NOT_LOCAL' }, host);
    }
    await assert.rejects(
      office().setPrinter({ deviceId: kiosk.id, host: '10.0.0.1', port: 5432, paperMm: '80' }),
    );
    await assert.rejects(mall.sql(`update printer set host = '8.8.8.8'`), /printer_host_check/);
    await assert.rejects(mall.sql('update printer set port = 5432'), /printer_port_check/);
    await assert.rejects(
      office().setPrinter({ deviceId: newId(), host: '10.0.0.1', port: 9100, paperMm: '80' }),
      {
        code: 'DEVICE_UNKNOWN',
      },
    );
  });
});
