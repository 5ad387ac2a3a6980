import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  startFakePrinter,
  type FakePrinter,
} from '#platform/partners/receipt-printer/testing/fake-printer.ts';
import { checkAccessibility } from './accessibility.ts';
import { button, codeOnScreen, countStops, goHome, openDisdukcapil, openKiosk } from './kiosk-page.ts';
import { openHall, type Hall } from './support.ts';

describe('a kiosk with a printer', () => {
  let hall: Hall;
  let kiosk: Page;
  let office: Page;
  let printer: FakePrinter;
  before(async () => {
    hall = await openHall();
    printer = await startFakePrinter();
    kiosk = await openKiosk(hall);
    office = await hall.newPage('desktop', { signedInAs: 'fitriansyah@balangan.contoh' });
  });
  beforeEach(async () => {
    printer.mood = 'well';
    await goHome(kiosk);
  });
  after(async () => {
    await printer?.stop();
    await hall?.stop();
  });

  async function takeNumber(): Promise<string> {
    await openDisdukcapil(kiosk);
    await button(kiosk, 'Akta kelahiran').click();
    return codeOnScreen(kiosk);
  }

  it('is set up by an administrator: an address outside the building is refused, a trial comes out', async () => {
    await office.goto('/kelola/perangkat');
    await office.getByRole('link', { name: /^Atur Kios/ }).click();
    await office.getByText(/Tanpa printer/).waitFor();
    await checkAccessibility(office, 'kiosk without a printer');
    await office.getByLabel('Alamat IP printer').fill('8.8.8.8');
    await office.getByRole('button', { name: 'Simpan printer' }).click();
    await office
      .getByText(/Tulis empat angka/)
      .first()
      .waitFor();
    await checkAccessibility(office, 'address refused');
    await office.getByLabel('Alamat IP printer').fill(printer.host);
    await office.getByLabel('Port').fill(String(printer.port));
    await office.getByRole('button', { name: 'Simpan printer' }).click();
    await office.getByText(/Printer tersimpan/).waitFor();
    await office.getByRole('button', { name: 'Cetak uji' }).click();
    await office.getByText(/Cetak uji dikirim/).waitFor();
    await office.waitForTimeout(1_000);
    await office.reload();
    await office.getByText(/Tercetak, /).waitFor();
    assert.match(printer.papers[0]!, /Cetak uji/);
    await checkAccessibility(office, 'printer set');
  });

  it('gives the paper with the number, and says where it comes out', async () => {
    const code = await takeNumber();
    await kiosk.getByText('Karcis keluar di bawah layar. Silakan ambil.').waitFor();
    assert.ok(printer.papers.at(-1)!.includes(code));
    await checkAccessibility(kiosk, 'printed');
  });

  it('whose paper ends says so, keeps the number on the screen, and prints the same number later', async () => {
    printer.mood = 'paper-out';
    const code = await takeNumber();
    await kiosk.getByRole('alert').getByText('Kertas karcis habis').waitFor();
    await kiosk.getByText(`Nomor Anda tetap ${code}. Foto layar ini, atau ingat nomornya.`).waitFor();
    await checkAccessibility(kiosk, 'paper out');
    const stops = await countStops(hall);
    printer.mood = 'well';
    await button(kiosk, 'Cetak lagi').click();
    await kiosk.getByText('Karcis keluar di bawah layar. Silakan ambil.').waitFor();
    assert.ok(printer.papers.at(-1)!.includes(code));
    assert.equal(await countStops(hall), stops, 'a second paper is no second number');
  });

  it('that hangs up in the middle leaves a number to keep on the screen', async () => {
    printer.mood = 'breaks';
    const code = await takeNumber();
    await kiosk.getByRole('alert').getByText('Karcis tidak tercetak utuh').waitFor();
    assert.equal(await codeOnScreen(kiosk), code);
  });

  it('that dies is told from a number that was not given', async () => {
    await printer.stop();
    const stops = await countStops(hall);
    const code = await takeNumber();
    await kiosk.getByRole('alert').getByText('Printer tidak menyala').waitFor();
    await kiosk.getByText(`Nomor Anda tetap ${code}`, { exact: false }).waitFor();
    assert.equal(await countStops(hall), stops + 1);
    await button(kiosk, 'Selesai').click();
  });

  it('prints one paper of one number when it is started anew in the middle', async () => {
    printer = await startFakePrinter();
    await hall.sql('update printer set port = $1', [printer.port]);
    const code = await takeNumber();
    await kiosk.getByText('Karcis keluar di bawah layar. Silakan ambil.').waitFor();
    await kiosk.reload();
    assert.equal(await codeOnScreen(kiosk), code);
    await kiosk.getByText('Karcis keluar di bawah layar. Silakan ambil.').waitFor();
    assert.equal(printer.papers.length, 1);
  });
});
