import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { ask } from './operations.ts';
import { openHall, type Hall } from './support.ts';

const MANAGER = 'hairunnisa@balangan.contoh';
/** A Wednesday, in which the manager sets the Friday up. */
const WEDNESDAY = '2026-11-25T09:00+08:00';

describe('a Friday', () => {
  let hall: Hall;
  let kiosk: Page;
  let page: Page;
  before(async () => {
    hall = await openHall({ at: WEDNESDAY });
    kiosk = await hall.newPage('kiosk');
    await ask(kiosk, 'staff/claimPairing', { token: new URL(hall.kioskLink).searchParams.get('pasang') });
    page = await hall.newPage('desktop', { signedInAs: MANAGER });
  });
  after(() => hall?.stop());

  const take = () => ask<{ code: string }>(kiosk, 'queue/issueTicket', { service: 'ktp-el-baru' }, 'device');
  const fill = async (day: string, which: number, opens: string, closes: string) => {
    await page.getByLabel(`${day}, jam ke-${which}, buka`).fill(opens);
    await page.getByLabel(`${day}, jam ke-${which}, tutup`).fill(closes);
  };

  it('is set up in the browser: one day written, copied to the others, with its gap for the prayer', async () => {
    await page.goto('/kelola/atur/jam', { waitUntil: 'networkidle' });
    await page.getByText('Setiap hari 00.00–24.00 WITA').first().waitFor();
    await checkAccessibility(page, 'the hours of all booths');
    await page.getByRole('link', { name: 'Ubah jam Disdukcapil' }).click();
    await page.getByRole('button', { name: 'Simpan jam' }).waitFor();
    await page.waitForLoadState('networkidle');
    await fill('Senin', 1, '8', '15.00');
    await page.getByRole('button', { name: 'Salin jam Senin' }).click();
    for (const day of ['Selasa', 'Rabu', 'Kamis', 'Jumat'])
      await page.getByRole('button', { name: `Tempel jam Senin ke ${day}` }).click();
    for (const day of ['Sabtu', 'Minggu'])
      await page.getByRole('button', { name: `Hapus ${day}, jam ke-1` }).click();
    await page.getByRole('button', { name: 'Sela salat Jumat' }).click();
    assert.equal(await page.getByLabel('Jumat, jam ke-2, buka').inputValue(), '13.00');
    await checkAccessibility(page, 'the editor of a week');
  });

  it('is refused at the very place where two stretches overlap or end before they begin', async () => {
    await page.getByRole('button', { name: 'Tambah jam, Kamis' }).click();
    await fill('Kamis', 2, '14.30', '16.00');
    await fill('Rabu', 1, '15.00', '8.00');
    await page.getByRole('button', { name: 'Simpan jam' }).click();
    await page.getByRole('link', { name: 'Rabu: jam tutup harus sesudah jam buka.' }).waitFor();
    await page.getByRole('link', { name: 'Kamis: jam ini tumpang tindih dengan jam sebelumnya.' }).click();
    await checkAccessibility(page, 'hours that overlap');
    await page.getByRole('button', { name: 'Hapus Kamis, jam ke-2' }).click();
    await fill('Rabu', 1, '8.00', '15.00');
  });

  it('is saved for another booth too, from the day that was chosen, and stands on the trail', async () => {
    await page.getByLabel('UPPD Samsat').check();
    await page.getByLabel('Berlaku mulai').fill('2026-11-27');
    await page.getByRole('button', { name: 'Simpan jam' }).click();
    await page.getByText('Jam disimpan.').waitFor();
    const coming =
      'mulai Jumat, 27 November 2026: Senin–Kamis 08.00–15.00, Jumat 08.00–11.30, 13.00–15.00 WITA';
    assert.equal(await page.getByText(coming).count(), 2);
    const trail = await hall.newTab(page);
    await trail.goto('/kelola/jejak');
    await trail.getByText('mengubah jam layanan').first().waitFor();
    assert.ok(await trail.getByText(/instansi Disdukcapil, .*jam seminggu 33/).count());
    await trail.close();
  });

  it('changes nothing before it comes', async () => {
    await hall.setClock('2026-11-26T23:20+08:00');
    assert.match((await take()).code, /^A-\d{3}$/);
  });

  it('gives numbers in the morning and after the prayer, not in the gap before who waits is served', async () => {
    await hall.setClock('2026-11-27T08:30+08:00');
    assert.match((await take()).code, /^A-\d{3}$/);
    await hall.setClock('2026-11-27T11:45+08:00');
    await assert.rejects(take(), /BOOTH_CLOSED/);
    const portal = await hall.newPage('phone');
    await portal.goto('/instansi/disdukcapil');
    await portal.getByText('13.00 WITA').first().waitFor();
    await hall.setClock('2026-11-27T13:00+08:00');
    assert.match((await take()).code, /^A-\d{3}$/);
    await hall.setClock('2026-11-27T15:00+08:00');
    await assert.rejects(take(), /BOOTH_CLOSED/);
  });

  it('has a history, and hours that have not begun are taken back', async () => {
    await page.goto('/kelola/atur/jam');
    await page.getByRole('link', { name: 'Ubah jam Disdukcapil' }).click();
    await page.getByRole('heading', { name: 'Riwayat jam' }).waitFor();
    await page.getByText('sejak awal').waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Berlaku mulai').fill('2026-12-01');
    await page.getByRole('button', { name: 'Hapus Jumat, jam ke-2' }).click();
    await page.getByRole('button', { name: 'Simpan jam' }).click();
    await page.getByText('Jam disimpan.').waitFor();
    await page.getByRole('link', { name: 'Ubah jam Disdukcapil' }).click();
    await page.getByRole('button', { name: 'Batalkan jam mulai Selasa, 1 Desember 2026' }).click();
    await page.getByText('Jam yang akan datang dibatalkan.').waitFor();
  });

  it('fits a phone, dark, and works without JavaScript', async () => {
    await page.getByRole('link', { name: 'Ubah jam UPPD Samsat' }).click();
    await page.getByRole('heading', { name: 'Riwayat jam' }).waitFor();
    await page.setViewportSize({ width: 320, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertReflows(page, 'the editor of a week on a phone');
    await checkAccessibility(page, 'the editor of a week, phone, dark');
    const plain = await hall.newPage('phone', { signedInAs: MANAGER, javaScript: false });
    await plain.goto('/kelola/atur/jam');
    await plain.getByRole('link', { name: 'Ubah jam BRI' }).click();
    await plain.getByLabel('Senin, jam ke-1, tutup').fill('10.00');
    await plain.getByLabel('Senin, jam ke-2, buka').fill('11.00');
    await plain.getByLabel('Senin, jam ke-2, tutup').fill('12.00');
    await plain.getByRole('button', { name: 'Simpan jam' }).click();
    await plain.getByText('Jam disimpan.').waitFor();
    await plain.getByText(/Senin 00\.00–10\.00, 11\.00–12\.00/).waitFor();
  });
});
