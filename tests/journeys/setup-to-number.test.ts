import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { FIRST_RUN, PASSWORD, scanKey } from './first-run.ts';
import { KeyboardHand } from './keyboard-hand.ts';
import { codeOnScreen, heading } from './kiosk-page.ts';
import { openEmptyHall, type EmptyHall } from './support.ts';

const TUESDAY = '2026-11-24T09:00+08:00';
const MINUTES_MAX = 30;

/** From `npm start -- --empty` to a number that is called, as the README leads: without a mouse and without a developer. */
describe('a manager with nothing but this program', () => {
  let hall: EmptyHall;
  let admin: KeyboardHand;
  let officer: KeyboardHand;
  let kiosk: Page;
  let board: Page;
  const startedAt = Date.now();
  before(async () => {
    hall = await openEmptyHall();
    await hall.sql('update clock_offset set offset_by = $1::timestamptz - clock_timestamp()', [TUESDAY]);
    admin = new KeyboardHand(await hall.newPage('desktop'));
    officer = new KeyboardHand(await hall.newPage('desktop'));
    [kiosk, board] = [await hall.newPage('kiosk'), await hall.newPage('board')];
  });
  after(() => hall?.stop());

  /** The page that a deed has led to, come alive. */
  async function arrive(page: Page, title: string | RegExp): Promise<void> {
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.waitForLoadState('networkidle');
    await checkAccessibility(page, String(title));
  }
  /** Back to the guide, and on to the step that it puts first. */
  async function followGuide(link: string, title: string): Promise<void> {
    await admin.press('link', 'Persiapan');
    await arrive(admin.page, 'Persiapan mal');
    const next = admin.page.locator('li[aria-current=step]');
    assert.equal(await next.getByRole('link').innerText(), link);
    await admin.press('link', link);
    await arrive(admin.page, title);
  }
  async function signIn(hand: KeyboardHand, email: string, password: string, code: string): Promise<void> {
    await hand.write('E-mail', email);
    await hand.write('Kata sandi', password);
    await hand.press('button', 'Lanjut');
    await hand.page.getByLabel('Kode dari autentikator').waitFor();
    await hand.write('Kode dari autentikator', code);
    await hand.press('button', 'Masuk');
  }

  it('sets up the mall and signs in', async () => {
    await admin.page.goto(hall.setUpLink()!);
    const phone = await scanKey(admin.page);
    for (const [label, text] of Object.entries(FIRST_RUN)) {
      if (label === 'Nama lokasi') await admin.choose(/^WITA/);
      await admin.write(label, text);
    }
    await admin.write('Enam angka dari aplikasi', await phone());
    await admin.press('button', 'Siapkan mal');
    await arrive(admin.page, 'Mal Anda sudah ada');
    await admin.press('link', 'Masuk dan lanjutkan');
    await signIn(admin, FIRST_RUN['E-mail']!, PASSWORD, await phone());
    await arrive(admin.page, 'Persiapan mal');
    await admin.page.getByText('1 dari 7 langkah selesai').waitFor();
  });

  it('adds an agency with its counters, a service and the hours, each where the guide leads', async () => {
    await followGuide('Atur instansi', 'Instansi');
    await admin.press('link', 'Tambah instansi');
    await arrive(admin.page, 'Tambah instansi');
    await admin.write('Nama resmi', 'Dinas Kependudukan dan Pencatatan Sipil');
    await admin.write('Nama pendek', 'Disdukcapil');
    await admin.pick('Jenis instansi', 1);
    await admin.write('Huruf antrean', 'A');
    await admin.write('Nomor loket', '1, 2');
    await admin.pick('Zona', 1);
    await admin.press('button', 'Tambah instansi');
    await admin.page.getByText('Instansi ditambahkan.').waitFor();

    await followGuide('Atur layanan', 'Layanan');
    await admin.press('link', 'Tambah layanan');
    await arrive(admin.page, 'Tambah layanan');
    await admin.pick('Instansi', 1);
    await admin.write('Nama layanan', 'KTP elektronik baru');
    await admin.write('Nama dalam bahasa Inggris', 'New identity card');
    await admin.write('Kode layanan', 'DKC-01');
    await admin.write('Lama di loket, menit', '10');
    await admin.press('button', 'Tambah layanan');
    await admin.page.getByText('Layanan ditambahkan.').waitFor();

    await followGuide('Atur jam buka', 'Jam layanan gerai');
    await admin.press('link', 'Ubah jam Disdukcapil');
    await arrive(admin.page, 'Jam layanan Disdukcapil');
    await admin.press('button', 'Tambah jam, Senin');
    await admin.write('Senin, jam ke-1, buka', '08.00');
    await admin.write('Senin, jam ke-1, tutup', '15.30');
    await admin.press('button', 'Salin jam Senin');
    for (const day of ['Selasa', 'Rabu', 'Kamis', 'Jumat'])
      await admin.press('button', `Tempel jam Senin ke ${day}`);
    await admin.press('button', 'Simpan jam');
    await admin.page.getByText('Jam disimpan.').waitFor();
  });

  it('invites an officer, who sets the own password and phone by the link', async () => {
    await followGuide('Undang petugas', 'Petugas');
    await admin.write('Nama', 'Siti Aminah');
    await admin.write('E-mail', 'siti@tabalong.contoh');
    await admin.pick('Instansi (boleh kosong)', 1);
    await admin.press('button', 'Undang');
    await arrive(admin.page, 'Siti Aminah');
    const link = await admin.page.locator('a.address').innerText();
    await officer.page.goto(link);
    await arrive(officer.page, 'Selamat datang, Siti Aminah');
    const phone = await scanKey(officer.page);
    await officer.write('Kata sandi baru', 'ombak kecil di tepi');
    await officer.write('Tulis sekali lagi', 'ombak kecil di tepi');
    await officer.write('Enam angka dari aplikasi', await phone());
    await officer.press('button', 'Simpan dan selesai');
    await arrive(officer.page, 'Akun Anda siap dipakai.');
    await officer.press('link', 'Masuk');
    await signIn(officer, 'siti@tabalong.contoh', 'ombak kecil di tepi', await phone());
    await officer.page.getByRole('heading', { name: 'Anda duduk di loket mana?' }).waitFor();
    const again = await hall.newPage('phone');
    await again.goto(link);
    await arrive(again, 'Tautan ini sudah dipakai.');
  });

  it('pairs a kiosk and a board by the codes on their screens', async () => {
    await followGuide('Pasang kios dan papan', 'Perangkat terpasang');
    for (const [device, path, name] of [
      [kiosk, '/kios', 'Kios pintu depan'],
      [board, '/papan', 'Papan Zona A'],
    ] as const) {
      await device.goto(path);
      await admin.write('Kode di layar perangkat', await device.getByLabel('Kode pemasangan').innerText());
      await admin.write('Nama perangkat', name);
      await admin.pick('Zona', 1);
      await admin.press('button', 'Pasang');
      await admin.page.getByText(/Layarnya menyala/).waitFor();
      await admin.page.waitForLoadState('networkidle');
    }
    await heading(kiosk, 'Anda mau ke mana?').waitFor();
    await board.getByRole('heading', { name: /Zona A/ }).waitFor();
  });

  it('sees the first number taken, called and shown, within half an hour of a person’s time', async (t) => {
    await officer.press('button', 'Buka loket 1');
    await officer.page.getByText('Belum ada yang menunggu.').first().waitFor();
    await kiosk.getByRole('button', { name: /Disdukcapil/ }).click();
    await kiosk.getByRole('button', { name: /KTP elektronik baru/ }).click();
    const code = await codeOnScreen(kiosk);
    assert.equal(code, 'A-001');
    // Presses rest for two seconds after each deed.
    await officer.page.locator('.go .btn-main:not([aria-busy])').waitFor();
    await officer.press('button', new RegExp(`^Panggil ${code}`));
    await board.getByText(code).first().waitFor();
    await admin.press('link', 'Atur');
    await arrive(admin.page, 'Persiapan mal');
    await admin.page.getByText('Mal siap dipakai').waitFor();
    await admin.page.getByText(/Nomor pertama, A-001/).waitFor();
    const minutes = (admin.seconds + officer.seconds) / 60;
    t.diagnostic(
      `${admin.deeds + officer.deeds} things done; ${minutes.toFixed(1)} minutes of a person's time by the keystroke-level model; ${Math.round((Date.now() - startedAt) / 1000)} s in this test`,
    );
    assert.ok(minutes <= MINUTES_MAX, `${minutes} minutes`);
  });
});
