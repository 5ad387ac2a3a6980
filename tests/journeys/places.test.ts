import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { ask } from './operations.ts';
import { openHall, type Hall } from './support.ts';

const ADMINISTRATOR = 'fitriansyah@balangan.contoh';

describe('the administrator keeps sites and zones', () => {
  let hall: Hall;
  let page: Page;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T09:00+08:00' });
    page = await hall.newPage('desktop', { signedInAs: ADMINISTRATOR });
  });
  after(() => hall?.stop());

  const save = () => page.getByRole('button', { name: 'Simpan perubahan' }).click();
  const open = (address: string) => page.goto(address, { waitUntil: 'networkidle' });

  it('and adds a zone, is told that no board shows a zone with booths, and cannot take one away in use', async () => {
    await open('/kelola/atur/lokasi');
    await page.getByText(/^Tidak ada papan yang menampilkan/).waitFor();
    await checkAccessibility(page, 'sites and zones');
    await page.getByLabel('Nama zona').fill('');
    await page.getByRole('button', { name: 'Tambah zona' }).click();
    await page.getByRole('link', { name: 'Nama zona belum benar. Tulis 1 sampai 40 huruf.' }).waitFor();
    await page.getByLabel('Nama zona').fill('Zona Teras');
    await page.getByLabel('Lantai').fill('2');
    await page.getByRole('button', { name: 'Tambah zona' }).click();
    await page.getByText('Zona ditambahkan.').waitFor();
    await page.getByRole('link', { name: 'Zona Teras' }).click();
    await page.getByRole('heading', { name: 'Data zona' }).waitFor();
    await page.getByLabel('Nama zona').fill('Zona Taman');
    await save();
    await page.getByText('Nama: Zona Teras menjadi Zona Taman').waitFor();
    await checkAccessibility(page, 'a zone with its history');
    await page.getByRole('button', { name: /^Kembalikan keadaan sebelum/ }).click();
    await page.getByText('Keadaan sebelumnya dikembalikan.').waitFor();
    await page.getByRole('button', { name: 'Hapus' }).click();
    await page.getByText('Zona dihapus.').waitFor();
    await page.getByRole('link', { name: 'Zona A', exact: true }).click();
    await page.getByRole('heading', { name: 'Data zona' }).waitFor();
    await page.getByRole('button', { name: 'Hapus' }).click();
    await page.getByText('Zona A belum bisa dihapus: masih ada gerai.').waitFor();
  });

  it('and opens a stand at an event as a second site', async () => {
    await open('/kelola/atur/lokasi');
    await page.getByLabel('Nama lokasi').fill('Stan Festival');
    await page.getByLabel('Alamat').fill('Lapangan Martasura, Paringin');
    await page.getByRole('button', { name: 'Tambah lokasi' }).click();
    await page.getByText('Lokasi ditambahkan.').waitFor();
    await page.getByRole('link', { name: 'Ubah lokasi Stan Festival' }).click();
    await page.getByRole('heading', { name: 'Data lokasi' }).waitFor();
    await page.getByLabel('Alamat').fill('Taman Sanggam, Paringin');
    await save();
    await page.getByText('Alamat: Lapangan Martasura, Paringin menjadi Taman Sanggam, Paringin').waitFor();
    await page.getByLabel('Hari pertama').fill('2026-11-27');
    await page.getByLabel('Hari terakhir').fill('2026-11-26');
    await save();
    await page.getByRole('link', { name: /^Hari terakhir belum benar/ }).waitFor();
    await checkAccessibility(page, 'a site that ends before it begins');
    await page.getByLabel('Hari terakhir').fill('2026-11-29');
    await save();
    await page.getByText('Hari terakhir: kosong menjadi Minggu, 29 November 2026').waitFor();
    await assertReflows(page, 'a site with its days');
    await open('/kelola/atur/lokasi');
    await page.getByText('27 November 2026 sampai 29 November 2026').waitFor();
  });

  it('and gives a site its days: its booths leave the portal after the last, and come back with the former state', async () => {
    const kiosk = await hall.newPage('kiosk');
    await ask(kiosk, 'staff/claimPairing', { token: new URL(hall.kioskLink).searchParams.get('pasang') });
    const wish = { service: 'skck-baru' };
    const { token } = await ask<{ token: string }>(kiosk, 'queue/issueTicket', wish, 'device');
    const portal = await hall.newPage('phone');
    await portal.goto('/');
    const listed = portal.getByRole('link', { name: 'Disdukcapil', exact: true });
    assert.equal(await listed.count(), 1);
    await open('/kelola/atur/lokasi');
    await page
      .getByRole('link', { name: /^Ubah lokasi / })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Data lokasi' }).waitFor();
    await page.getByLabel('Hari pertama').fill('2026-11-25');
    await save();
    await page.getByText(/^1 orang menunggu di .*, padahal harinya jadi tutup\.$/).waitFor();
    await checkAccessibility(page, 'a site at which people wait');
    await ask(kiosk, 'queue/cancelTicket', { token });
    await save();
    await page.getByText('Hari pertama: kosong menjadi Rabu, 25 November 2026').waitFor();
    await portal.goto('/instansi/disdukcapil');
    await portal.getByText('Disdukcapil belum dibuka, mulai Rabu, 25 November 2026.').waitFor();
    await checkAccessibility(portal, 'an agency at a site that is not there yet');
    await kiosk.goto('/kios');
    await kiosk.getByRole('button', { name: /Disdukcapil Mulai 25 November 2026/ }).waitFor();
    await checkAccessibility(kiosk, 'a kiosk of a site that is not there yet');
    await page.getByLabel('Hari pertama').fill('');
    await page.getByLabel('Hari terakhir').fill('2026-11-23');
    await save();
    await page.getByText('Hari terakhir: kosong menjadi Senin, 23 November 2026').waitFor();
    await portal.goto('/');
    assert.equal(await listed.count(), 0);
    await portal.goto('/layanan');
    assert.equal(await listed.count(), 0);
    await portal.goto('/instansi/disdukcapil');
    await portal.getByText('Disdukcapil sudah selesai, terakhir Senin, 23 November 2026.').waitFor();
    await checkAccessibility(portal, 'an agency at a site that is over');
    await page
      .getByRole('button', { name: /^Kembalikan/ })
      .first()
      .click();
    await page.getByText('Keadaan sebelumnya dikembalikan.').waitFor();
    await page.getByLabel('Hari pertama').fill('');
    await save();
    await page.getByText('Perubahan tersimpan.').waitFor();
    await portal.goto('/');
    assert.equal(await listed.count(), 1);
  });
});
