import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import {
  button,
  codeOnScreen,
  countStops,
  goHome,
  heading,
  openDisdukcapil,
  openKiosk,
} from './kiosk-page.ts';
import { ask } from './operations.ts';
import { openHall, type Hall } from './support.ts';

describe('a kiosk in trouble', () => {
  let hall: Hall;
  let kiosk: Page;
  before(async () => {
    hall = await openHall();
    kiosk = await openKiosk(hall);
  });
  beforeEach(async () => {
    await kiosk.unrouteAll();
    await goHome(kiosk);
  });
  after(() => hall.stop());

  it('keeps its number when the answer is lost: the same wish brings the same number', async () => {
    const before = await countStops(hall);
    let lost = 0;
    await kiosk.route('**/rpc/queue/issueTicket', async (route) => {
      if (lost >= 4) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await openDisdukcapil(kiosk);
    await button(kiosk, 'Akta kelahiran').click();
    await heading(kiosk, 'Sambungan terputus. Kami terus mencoba.').waitFor();
    await checkAccessibility(kiosk, 'trying');
    const code = await codeOnScreen(kiosk);
    await kiosk.unroute('**/rpc/queue/issueTicket');
    assert.equal(await countStops(hall), before + 1, `one number for ${lost + 1} tries`);
    const [last] = await hall.sql<{ number: number }>('select number from stop order by number desc limit 1');
    assert.equal(Number(code.slice(2)), last!.number);
  });

  it('gets the number also when the kiosk is started anew in the middle', async () => {
    const before = await countStops(hall);
    await kiosk.route('**/rpc/queue/issueTicket', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await openDisdukcapil(kiosk);
    await button(kiosk, 'Akta kelahiran').click();
    await heading(kiosk, 'Sambungan terputus. Kami terus mencoba.').waitFor();
    await kiosk.unroute('**/rpc/queue/issueTicket');
    await kiosk.reload();
    await codeOnScreen(kiosk);
    assert.equal(await countStops(hall), before + 1);
    await button(kiosk, 'Selesai').click();
  });

  it('hears when a closed booth opens, and that a fault has a number to tell', async () => {
    const [booth] = await hall.sql<{ mall_id: string; id: string }>(
      `select b.mall_id, b.id from booth b join agency a on a.id = b.agency_id where a.slug = 'disdukcapil'`,
    );
    await openDisdukcapil(kiosk);
    await hall.sql(
      `insert into booth_closure values ($1, gen_random_uuid(), $2, now() - interval '1 minute',
         now() + interval '2 hours', 'Jaringan terputus')`,
      [booth!.mall_id, booth!.id],
    );
    await button(kiosk, 'Akta kelahiran').click();
    await heading(kiosk, 'Belum ada nomor untuk Anda').waitFor();
    await kiosk.getByText(/Gerai Disdukcapil tutup sementara: Jaringan terputus/).waitFor();
    await kiosk.getByText(/Buka lagi .*WITA/).waitFor();
    await checkAccessibility(kiosk, 'closed');
    await button(kiosk, 'Kembali ke awal').click();
    const tile = button(kiosk, /Disdukcapil/);
    await kiosk.getByText(/^Buka .* WITA$/).waitFor();
    assert.equal(await tile.getAttribute('aria-disabled'), 'true', 'it stays visible, with its hour');
    await checkAccessibility(kiosk, 'first screen with a closed booth');
    await hall.sql('delete from booth_closure');
    await goHome(kiosk);

    const fault = {
      defined: true,
      code: 'FAULT',
      status: 500,
      message: 'FAULT',
      data: { incident: '7K3-28' },
    };
    await kiosk.route('**/rpc/queue/issueTicket', (route) =>
      route.fulfill({ status: 500, json: { json: fault } }),
    );
    await openDisdukcapil(kiosk);
    await button(kiosk, 'Akta kelahiran').click();
    await kiosk.getByText(/7K3-28/).waitFor();
    await kiosk.unroute('**/rpc/queue/issueTicket');
    await button(kiosk, 'Coba lagi').click();
    await codeOnScreen(kiosk);
  });

  it('hears that all numbers of the day are taken', async () => {
    await hall.sql(
      `insert into capacity_ledger (mall_id, service_day, service_id, quota)
       select mall_id, (now() at time zone 'Asia/Makassar')::date, id, 0 from service where slug = 'aktivasi-ikd'
       on conflict (mall_id, service_day, service_id) do update set quota = 0`,
    );
    await openDisdukcapil(kiosk);
    await button(kiosk, /Aktivasi Identitas/).click();
    await kiosk.getByText(/hari ini habis/).waitFor();
    await button(kiosk, 'Kembali ke awal').click();
  });

  it('is told that the line is down, and goes on when it is back', async () => {
    await hall.kill();
    await kiosk.getByText('Sambungan terputus', { exact: true }).waitFor();
    await checkAccessibility(kiosk, 'line down');
    await openDisdukcapil(kiosk);
    await button(kiosk, 'Akta kelahiran').click();
    await heading(kiosk, 'Sambungan terputus. Kami terus mencoba.').waitFor();
    const before = await countStops(hall);
    await hall.restart();
    await codeOnScreen(kiosk);
    assert.equal(await countStops(hall), before + 1);
  });

  it('meets the code again when an administrator revokes the kiosk', async () => {
    const administrator = await hall.newPage('desktop', { signedInAs: 'fitriansyah@balangan.contoh' });
    const devices = await ask<{ id: string; kind: string; revokedAt: string | null }[]>(
      administrator,
      'staff/listDevices',
    );
    const mine = devices.find((device) => device.kind === 'kiosk' && device.revokedAt === null)!;
    await openDisdukcapil(kiosk);
    await ask(administrator, 'staff/revokeDevice', { deviceId: mine.id });
    await button(kiosk, 'Akta kelahiran').click();
    await heading(kiosk, 'Pasang kios ini').waitFor();
    await checkAccessibility(kiosk, 'pairing');
    const code = await kiosk.getByLabel('Kode pemasangan').innerText();
    assert.match(code, /^[A-Z0-9]{3}-[A-Z0-9]{3}$/);
    const { zones } = await ask<{ zones: { id: string }[] }>(administrator, 'malls/getMall');
    await ask(administrator, 'staff/confirmPairing', {
      code,
      name: 'Kios pintu belakang',
      zoneId: zones[0]!.id,
    });
    await heading(kiosk, 'Anda mau ke mana?').waitFor();
  });
});
