import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { ask } from './operations.ts';
import { openHall, type Hall } from './support.ts';

const HEAD = 'rusmiati@balangan.contoh';
const NORLAILA = 'norlaila@balangan.contoh';

describe('the services at the counters', () => {
  let hall: Hall;
  let page: Page;
  before(async () => {
    hall = await openHall();
    page = await hall.newPage('desktop', { signedInAs: HEAD });
  });
  after(() => hall?.stop());

  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });

  it('are limited by the head of the agency, for a counter', async () => {
    await page.goto('/loket/giliran');
    await page.getByRole('link', { name: 'Layanan di loket' }).first().click();
    await page.getByRole('heading', { name: 'Layanan di loket Disdukcapil' }).waitFor();
    await checkAccessibility(page, 'services at counters');
    await page.getByRole('link', { name: 'Ubah layanan Loket 3' }).click();
    await page.getByLabel('Hanya yang dicentang').check();
    await page.getByRole('button', { name: 'Simpan layanan' }).click();
    await page.getByRole('link', { name: /Belum ada layanan yang dicentang/ }).waitFor();
    await checkAccessibility(page, 'no service ticked');
    await page.getByLabel('Akta kelahiran').check();
    await page.getByRole('button', { name: 'Simpan layanan' }).click();
    await page.getByText('Layanan di loket disimpan.').waitFor();
    await row('Loket 3').getByText('Akta kelahiran').waitFor();
    await page.setViewportSize({ width: 320, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertReflows(page, 'services on a phone');
    await checkAccessibility(page, 'services, phone, dark');
  });

  it('are seen at the desk: who is passed, and where they are served', async () => {
    const kiosk = await hall.newPage('kiosk');
    await ask(kiosk, 'staff/claimPairing', { token: new URL(hall.kioskLink).searchParams.get('pasang') });
    const issue = (service: string) =>
      ask<{ code: string }>(kiosk, 'queue/issueTicket', { service }, 'device');
    const other = await issue('ktp-el-baru');
    const desk = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await desk.goto('/loket');
    await desk.locator('.counters .btn:not([aria-busy])').first().waitFor();
    await desk.getByRole('button', { name: 'Buka loket 3' }).click();
    await desk.getByText('Yang menunggu perlu loket lain.').first().waitFor();
    await desk.getByText('Belum ada loket buka untuk layanan ini.').waitFor();
    await checkAccessibility(desk, 'nobody for this counter');
    const mine = await issue('akta-kelahiran');
    await desk.getByText(`${mine.code} berikutnya di loket ini`).first().waitFor();
    await desk.getByRole('button', { name: `Panggil ${mine.code}` }).click();
    await desk.getByText(mine.code).first().waitFor();
    assert.equal(await desk.getByRole('button', { name: other.code }).count(), 0, 'cannot be called here');
    await checkAccessibility(desk, 'called past one for another counter');
  });

  it('are kept without a counter only when that is meant', async () => {
    const manager = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
    await manager.goto('/kelola');
    await manager.getByRole('link', { name: 'Loket', exact: true }).click();
    await manager.getByRole('heading', { name: /Giliran istirahat/ }).waitFor();
    await manager.getByRole('combobox', { name: 'Instansi' }).selectOption({ label: 'Dinas Sosial' });
    await manager.getByRole('button', { name: 'Tampilkan' }).click();
    await manager.getByRole('heading', { name: /Dinas Sosial/ }).waitFor();
    await manager.getByRole('link', { name: 'Layanan di loket' }).click();
    await manager
      .getByRole('link', { name: /Ubah layanan Loket/ })
      .first()
      .click();
    await manager.getByLabel('Hanya yang dicentang').check();
    await manager.getByRole('checkbox').first().check();
    await manager.getByRole('button', { name: 'Simpan layanan' }).click();
    await manager.getByText(/Tidak ada loket lagi untuk/).waitFor();
    await checkAccessibility(manager, 'a service without counter');
    await manager.getByLabel('Ya, simpan walaupun layanan itu tidak punya loket').check();
    await manager.getByRole('button', { name: 'Simpan layanan' }).click();
    await manager.getByText('Layanan di loket disimpan.').waitFor();
    await manager.getByText('Tidak ada loket untuk layanan ini:').waitFor();
  });
});
