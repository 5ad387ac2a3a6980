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
  const open = (address: string) => page.goto(address, { waitUntil: 'networkidle' });

  it('the mall itself, its names and the rules of all counters, and brings a former state back', async () => {
    await open('/kelola/atur');
    await page.getByRole('link', { name: 'Mal', exact: true }).click();
    await page.getByRole('heading', { name: 'Mal ini' }).waitFor();
    await checkAccessibility(page, 'the mall itself');
    await page.getByLabel('Nama pendek').fill('MPP Sanggam');
    await page.getByLabel('Panggilan ulang paling banyak').fill('12');
    await save();
    await page.getByRole('link', { name: /Jumlah panggilan ulang belum benar/ }).waitFor();
    await page.getByLabel('Panggilan ulang paling banyak').fill('1');
    await save();
    await page.getByText('Perubahan tersimpan.').waitFor();
    await page.locator('header').getByText('MPP Sanggam').waitFor();
    await assertReflows(page, 'the mall itself');
    await page
      .getByRole('button', { name: /Kembalikan/ })
      .first()
      .click();
    await page.locator('header').getByText('MPP Balangan').waitFor();
  });

  describe('agencies', () => {
    it('and adds one with its booth and counters, after being told what is missing', async () => {
      await open('/kelola');
      await page.getByRole('link', { name: 'Atur', exact: true }).click();
      await page.getByRole('link', { name: 'Instansi', exact: true }).click();
      await page.getByRole('heading', { name: 'Instansi', level: 1 }).waitFor();
      await checkAccessibility(page, 'the list of agencies');
      await page.getByRole('link', { name: 'Tambah instansi' }).click();
      await page.getByRole('heading', { name: 'Data instansi' }).waitFor();
      await page.getByRole('button', { name: 'Tambah instansi' }).click();
      await page.getByRole('link', { name: 'Nama belum benar. Tulis 3 sampai 160 huruf.' }).waitFor();
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
      await page.getByRole('heading', { name: 'Data instansi' }).waitFor();
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

    it('and lets one come to the booth of another on some weekdays', async () => {
      await open('/kelola/atur/instansi');
      await page.getByRole('link', { name: 'Taspen' }).click();
      await page.getByRole('heading', { name: 'Berbagi gerai' }).waitFor();
      await page.getByRole('button', { name: 'Pakai bersama' }).click();
      await page.getByRole('link', { name: 'Gerai atau harinya belum dipilih.' }).waitFor();
      await checkAccessibility(page, 'a booth shared with nobody');
      await page.getByLabel('Menumpang di gerai').selectOption({ label: 'Kejaksaan Negeri' });
      await page.getByLabel('Rabu').check();
      await page.getByLabel('Kamis').check();
      await page.getByRole('button', { name: 'Pakai bersama' }).click();
      await page.getByText('Pembagian hari disimpan.').waitFor();
      await page.getByText('Taspen: Rabu, Kamis').waitFor();
      await assertReflows(page, 'a shared booth');
      await checkAccessibility(page, 'a shared booth');
      const portal = await hall.newPage('phone');
      await portal.goto('/instansi/taspen');
      await portal
        .getByText(/Rabu–Kamis/)
        .first()
        .waitFor();
      await page.getByLabel('Nomor loket sendiri').fill('88');
      await page.getByRole('button', { name: 'Akhiri berbagi' }).click();
      await page.getByText('Instansi ini punya loket sendiri lagi.').waitFor();
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

  describe('services', () => {
    it('and adds one whose fee is unknown, which the portal does not tell as free', async () => {
      await open('/kelola/atur/layanan');
      await page.getByLabel('Instansi').selectOption('polres');
      await page.getByRole('button', { name: 'Tampilkan' }).click();
      await page.waitForURL(/instansi=polres/);
      await checkAccessibility(page, 'the list of services');
      await page.getByRole('link', { name: 'Tambah layanan' }).click();
      await page.getByRole('heading', { name: 'Data layanan' }).waitFor();
      await page.getByLabel('Nama layanan').fill('Tanda terima laporan barang hilang');
      await page.getByLabel('Nama dalam bahasa Inggris').fill('Receipt for a report of lost property');
      await page.getByLabel('Kode layanan').fill('pol-77');
      await page.getByLabel('Biaya', { exact: true }).selectOption('fixed');
      await page.getByLabel('Syarat').fill('KTP asli\nSurat permohonan');
      await page.getByRole('button', { name: 'Tambah layanan' }).click();
      await page.getByRole('link', { name: /^Lama di loket belum benar/ }).waitFor();
      await page.getByRole('link', { name: /^Dasar hukum biaya belum diisi/ }).waitFor();
      await checkAccessibility(page, 'a service with mistakes');
      await page.getByLabel('Lama di loket, menit').fill('15');
      await page.getByLabel('Biaya', { exact: true }).selectOption('unknown');
      await page.getByRole('button', { name: 'Tambah layanan' }).click();
      await page.getByText('Layanan ditambahkan.').waitFor();
      const portal = await hall.newPage('phone');
      await portal.goto('/layanan/tanda-terima-laporan-barang-hilang');
      await portal.getByText('Surat permohonan').waitFor();
      assert.equal(await portal.getByText('Gratis', { exact: true }).count(), 0);
    });

    it('and changes it, sees what changed, and brings the former state back', async () => {
      await page.getByLabel('Biaya', { exact: true }).selectOption('free');
      await page.getByLabel('Dasar hukum biaya').fill('PP 76/2020');
      await save();
      await page.getByText('Biaya: Belum diketahui menjadi Gratis').waitFor();
      await checkAccessibility(page, 'a service with its history');
      await page.getByRole('button', { name: /^Kembalikan keadaan sebelum/ }).click();
      await page.getByText('Keadaan sebelumnya dikembalikan.').waitFor();
      assert.equal(await page.getByLabel('Biaya', { exact: true }).inputValue(), 'unknown');
      await page.getByRole('button', { name: 'Hapus' }).click();
      await page.getByText('Layanan dihapus.').waitFor();
    });
  });

  describe('lists from files', () => {
    const pick = (list: string, name: string, text: string | Buffer) =>
      page
        .locator(`#berkas-${list}`)
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text as string) });
    const check = (list: string) => page.getByRole('button', { name: `Periksa berkas, ${list}` }).click();

    it('and is told each mistake by row and column before anything is taken in', async () => {
      await open('/kelola/atur/impor');
      await checkAccessibility(page, 'taking in lists');
      await check('Daftar layanan');
      await page.getByRole('link', { name: 'Berkas belum dipilih.' }).waitFor();
      await pick(
        'layanan',
        'layanan.csv',
        'Instansi;Kode layanan;Nama layanan;Menit di loket\nKantor Pos;POS-01;Kirim paket;10\nPolres Balangan;POL-81;Laporan kehilangan;lama\n',
      );
      await check('Daftar layanan');
      await page.getByText('Ada 2 yang perlu diperbaiki.').first().waitFor();
      await page.getByText('Instansi ini tidak ada. Tulis nama pendeknya.').waitFor();
      await page.getByText('Lama di loket belum benar. Tulis angka 1 sampai 480.').waitFor();
      await checkAccessibility(page, 'a file with mistakes');
    });

    it('and sees what a file from old Windows would do, takes it in, and the second time there is nothing to do', async () => {
      const text =
        'Instansi;Kode layanan;Nama layanan;Menit di loket;Biaya;Dasar biaya\r\nPolres Balangan;POL-81;Laporan kehilangan \u201csurat\u201d;10;Gratis;PP 76/2020\r\n';
      const windows = Buffer.from(
        text.replaceAll('\u201c', '\u0093').replaceAll('\u201d', '\u0094'),
        'latin1',
      );
      await pick('layanan', 'layanan.csv', windows);
      await check('Daftar layanan');
      await page.getByText('1 baru, 0 berubah, 0 tetap.').waitFor();
      await page.getByText('Laporan kehilangan \u201csurat\u201d').waitFor();
      await checkAccessibility(page, 'a file that can be taken in');
      await page.getByRole('button', { name: 'Masukkan semua' }).click();
      await page.getByText('Dimasukkan: 1 baru, 0 berubah.').waitFor();
      await pick('layanan', 'layanan.csv', windows);
      await check('Daftar layanan');
      await page.getByText('Semua isinya sudah ada. Tidak ada yang perlu dimasukkan.').waitFor();
    });

    it('and fills in a sample list that can be taken in as it is downloaded', async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Unduh contoh, Daftar instansi' }).click();
      const path = await (await download).path();
      await page.locator('#berkas-instansi').setInputFiles(path);
      await check('Daftar instansi');
      await page.getByRole('heading', { name: 'Yang akan terjadi' }).waitFor();
    });
  });
});
