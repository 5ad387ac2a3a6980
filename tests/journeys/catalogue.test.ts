import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { ask } from './operations.ts';
import { openHall, type Hall } from './support.ts';

const ADMINISTRATOR = 'fitriansyah@balangan.contoh';
const MANAGER = 'hairunnisa@balangan.contoh';
const NINE = '2026-11-24T09:00+08:00';

describe('the administrator keeps', () => {
  let hall: Hall;
  let page: Page;
  before(async () => {
    hall = await openHall({ at: NINE });
    page = await hall.newPage('desktop', { signedInAs: ADMINISTRATOR });
  });
  after(() => hall?.stop());

  const save = () => page.getByRole('button', { name: 'Simpan perubahan' }).click();
  // A choice made before the page has come alive is taken back by it.
  const open = (address: string) => page.goto(address, { waitUntil: 'networkidle' });

  describe('agencies', () => {
    it('and adds one with its booth and counters, after being told what is missing', async () => {
      await open('/kelola');
      await page.getByRole('link', { name: 'Atur', exact: true }).click();
      await page.getByRole('link', { name: 'Instansi', exact: true }).click();
      await page.getByRole('heading', { name: 'Instansi', level: 1 }).waitFor();
      await checkAccessibility(page, 'the list of agencies');
      await page.getByRole('link', { name: 'Tambah instansi' }).click();
      await page.waitForLoadState('networkidle');
      await page.getByRole('button', { name: 'Tambah instansi' }).click();
      await page.getByRole('link', { name: 'Nama resmi belum benar. Tulis 3 sampai 160 huruf.' }).waitFor();
      await checkAccessibility(page, 'an agency with mistakes');
      await page.getByLabel('Nama resmi').fill('Badan Narkotika Nasional Kabupaten Balangan');
      await page.getByLabel('Nama pendek').fill('BNN');
      await page.getByLabel('Jenis instansi').selectOption('vertical-office');
      await page.getByLabel('Huruf antrean').fill('a');
      await page.getByLabel('Nomor loket').fill('41, 42');
      await page.getByLabel('Zona', { exact: true }).selectOption({ index: 1 });
      await page.getByLabel('Perisai').check();
      await page.getByRole('button', { name: 'Tambah instansi' }).click();
      await page.getByText('Huruf antrean A sudah dipakai Disdukcapil.').waitFor();
      assert.equal(await page.getByLabel('Nomor loket').inputValue(), '41, 42');
      await page.getByLabel('Huruf antrean').fill('ZZ');
      await page.getByRole('button', { name: 'Tambah instansi' }).click();
      await page.getByText('Instansi ditambahkan.').waitFor();
      await page.getByText('menambahkan instansi').waitFor();
      const portal = await hall.newPage('phone');
      await portal.goto('/instansi/bnn');
      await portal.getByRole('heading', { name: 'BNN', exact: true }).waitFor();
    });

    it('and changes it, sees what changed, and brings the former state back', async () => {
      await page.getByLabel('Nomor loket').fill('41');
      await page.getByLabel('Nama pendek').fill('BNNK');
      await save();
      await page.getByText('Perubahan tersimpan.').waitFor();
      await page.getByText('Nama pendek: BNN menjadi BNNK').waitFor();
      await page.getByText('Nomor loket: 41, 42 menjadi 41').waitFor();
      await checkAccessibility(page, 'an agency with its history');
      await page.getByRole('button', { name: /^Kembalikan keadaan sebelum/ }).click();
      await page.getByText('Keadaan sebelumnya dikembalikan.').waitFor();
      assert.equal(await page.getByLabel('Nomor loket').inputValue(), '41, 42');
      await open('/kelola/jejak');
      await page.getByText('Nama pendek: BNNK menjadi BNN').first().waitFor();
    });

    it('but not while people wait for it, nor without knowing what a colleague changed meanwhile', async () => {
      const kiosk = await hall.newPage('kiosk');
      await ask(kiosk, 'staff/claimPairing', { token: new URL(hall.kioskLink).searchParams.get('pasang') });
      await ask(kiosk, 'queue/issueTicket', { service: 'skck-baru' }, 'device');
      await open('/kelola/atur/instansi');
      await page.getByRole('link', { name: 'Polres', exact: false }).click();
      await page.waitForLoadState('networkidle');
      await page.getByRole('radio', { name: /^Tidak aktif/ }).check();
      await save();
      await page.getByText(/belum bisa dinonaktifkan: 1 orang menunggu\./).waitFor();
      const colleague = await hall.newPage('desktop', { signedInAs: ADMINISTRATOR });
      await colleague.goto(page.url().replace(/\?.*/, ''), { waitUntil: 'networkidle' });
      await page.goto(page.url().replace(/\?.*/, ''), { waitUntil: 'networkidle' });
      await colleague.getByLabel('Nama gerai').fill('Gerai Polres');
      await colleague.getByRole('button', { name: 'Simpan perubahan' }).click();
      await colleague.getByText('Perubahan tersimpan.').waitFor();
      await page.getByLabel('Nama gerai').fill('Polres Balangan');
      await save();
      await page.getByText('Orang lain baru saja mengubah data ini.').waitFor();
      await page.getByText(/menjadi Gerai Polres/).waitFor();
      assert.equal(await page.getByLabel('Nama gerai').inputValue(), 'Polres Balangan');
    });

    it('and the manager reads them on a phone, without a form', async () => {
      const manager = await hall.newPage({ width: 320, height: 700 }, { signedInAs: MANAGER });
      await manager.goto('/kelola/atur/instansi');
      assert.equal(await manager.getByRole('link', { name: 'Tambah instansi' }).count(), 0);
      await assertReflows(manager, 'the list of agencies');
      await manager.getByRole('link', { name: 'BNN' }).click();
      await manager.getByRole('heading', { name: 'Riwayat perubahan' }).waitFor();
      assert.equal(await manager.getByRole('button', { name: 'Simpan perubahan' }).count(), 0);
      await assertReflows(manager, 'an agency');
      await checkAccessibility(manager, 'an agency as the manager reads it');
    });
  });
});
