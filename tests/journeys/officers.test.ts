import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { PASSWORD, scanKey } from './first-run.ts';
import { assertReflows } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

const ADMINISTRATOR = 'fitriansyah@balangan.contoh';
const MANAGER = 'hairunnisa@balangan.contoh';
const OFFICERS = '/kelola/atur/petugas';
const OTHER_PASSWORD = 'sore di tepi sungai';

describe('the administrator keeps the officers', () => {
  let hall: Hall;
  let page: Page;
  let invitation: string;
  before(async () => {
    hall = await openHall();
    page = await hall.newPage('desktop', { signedInAs: ADMINISTRATOR });
  });
  after(() => hall?.stop());

  /** The page of one officer, found by the search. */
  async function openOfficer(name: string): Promise<void> {
    await page.goto(OFFICERS);
    await page.getByLabel(/^Cari nama/).fill(name);
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByText(`1 cocok dengan “${name}”.`).waitFor();
    await page.getByRole('link', { name: `Atur ${name}` }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
  /** What Aminah's phone shows now, since she scanned a key last. */
  let code: () => Promise<string>;
  async function accept(link: string): Promise<Page> {
    const phone = await hall.newPage('phone', { javaScript: false });
    await phone.goto(link);
    code = await scanKey(phone);
    await fillPassword(phone, PASSWORD);
    await phone.getByLabel('Enam angka dari aplikasi').fill(await code());
    await finish(phone, 'Akun Anda siap dipakai.');
    await enter(phone, PASSWORD);
    return phone;
  }
  async function fillPassword(phone: Page, password: string): Promise<void> {
    await phone.getByLabel('Kata sandi baru').fill(password);
    await phone.getByLabel('Tulis sekali lagi').fill(password);
  }
  async function finish(phone: Page, saying: string): Promise<void> {
    await phone.getByRole('button', { name: 'Simpan dan selesai' }).click();
    await phone.getByRole('heading', { name: saying }).waitFor();
    await phone.getByRole('link', { name: 'Masuk' }).click();
  }
  async function enter(phone: Page, password: string): Promise<void> {
    await phone.getByLabel('E-mail').fill('aminah@balangan.contoh');
    await phone.getByLabel('Kata sandi').fill(password);
    await phone.getByRole('button', { name: 'Lanjut' }).click();
    await phone.getByLabel('Kode dari autentikator').fill(await code());
    await phone.getByRole('button', { name: 'Masuk' }).click();
    await phone.waitForURL('**/loket');
  }
  /** The administrator resets what Aminah lost, and hands over the link. */
  async function reset(lost: 'Kata sandi' | 'Ponsel' | 'Keduanya'): Promise<string> {
    await openOfficer('Aminah');
    await page.getByText('bisa masuk').first().waitFor();
    await page.getByRole('radio', { name: new RegExp(`^${lost}`) }).check();
    await page.getByRole('button', { name: 'Atur ulang dengan tautan baru' }).click();
    await page.getByText('Tautan baru dibuat. Berikan kepada orangnya.').waitFor();
    return page.locator('a.address').innerText();
  }

  it('invites one, after being told what is missing, and hands over a link', async () => {
    await page.goto('/kelola/atur');
    await checkAccessibility(page, 'the guide');
    await page.getByRole('link', { name: 'Petugas', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Petugas' }).waitFor();
    await checkAccessibility(page, 'officers');
    await page.getByRole('button', { name: 'Undang' }).click();
    await page.getByRole('link', { name: 'Nama belum lengkap. Tulis 2 sampai 120 huruf.' }).waitFor();
    await page.getByRole('link', { name: 'Pilih instansinya.' }).waitFor();
    await checkAccessibility(page, 'an invitation with mistakes');
    await page.getByLabel('Nama', { exact: true }).fill('Aminah');
    await page.getByLabel('E-mail', { exact: true }).fill(MANAGER.toUpperCase());
    await page.getByLabel('Instansi (boleh kosong)', { exact: true }).selectOption({ label: 'Disdukcapil' });
    await page.getByRole('button', { name: 'Undang' }).click();
    await page.getByRole('link', { name: /E-mail ini sudah dipakai orang lain/ }).waitFor();
    await page.getByLabel('E-mail', { exact: true }).fill('aminah@balangan.contoh');
    await page.getByRole('button', { name: 'Undang' }).click();
    await page.getByText('Undangan dibuat. Berikan tautannya.').waitFor();
    await page.getByRole('img', { name: 'Kode QR: tautan masuk untuk Aminah' }).waitFor();
    invitation = await page.locator('a.address').innerText();
    await checkAccessibility(page, 'an invited officer');
  });

  it('reads it whole on a small phone, in the dark', async () => {
    const phone = await hall.newPage({ width: 320, height: 740 }, { signedInAs: ADMINISTRATOR });
    await phone.emulateMedia({ colorScheme: 'dark' });
    for (const path of ['/kelola/atur', OFFICERS, new URL(page.url()).pathname]) {
      await phone.goto(path);
      await assertReflows(phone, path);
      await checkAccessibility(phone, `${path}, phone, dark`);
    }
  });

  it('whom the link lets in once, without scripts too', async () => {
    const phone = await accept(invitation);
    await phone.goto(invitation);
    await phone.getByRole('heading', { name: 'Tautan ini sudah dipakai.' }).waitFor();
    await checkAccessibility(await reopen(invitation), 'a used link');
  });
  async function reopen(link: string): Promise<Page> {
    const other = await hall.newPage('phone');
    await other.goto(link);
    return other;
  }

  it('resets a lost password alone: the phone stays, and its code is asked for', async () => {
    await openOfficer('Aminah');
    await checkAccessibility(page, 'an officer who is in');
    const link = await reset('Kata sandi');
    await page.getByText('ia menulis kode dari ponselnya').waitFor();
    await page.getByRole('heading', { name: 'Ponselnya juga hilang?' }).waitFor();
    await checkAccessibility(page, 'an officer whose password is lost');
    const phone = await hall.newPage('phone');
    await phone.goto(link);
    await phone.getByRole('heading', { name: 'Buat kata sandi baru' }).waitFor();
    assert.equal(await phone.locator('.key').count(), 0, 'no key is shown');
    await assertReflows(phone, 'a new password');
    await checkAccessibility(phone, 'a new password');
    await fillPassword(phone, OTHER_PASSWORD);
    const right = await code();
    await phone.getByLabel('Enam angka dari aplikasi').fill(right === '000000' ? '000001' : '000000');
    await phone.getByRole('button', { name: 'Simpan dan selesai' }).click();
    await phone.getByRole('link', { name: /Anda bisa mencoba 4 kali lagi/ }).waitFor();
    await phone.getByLabel('Enam angka dari aplikasi').fill(await code());
    await finish(phone, 'Kata sandi baru sudah berlaku.');
    await enter(phone, OTHER_PASSWORD);
  });

  it('resets a lost phone alone: the password stays, and opens nothing until the new phone is there', async () => {
    const link = await reset('Ponsel');
    const phone = await hall.newPage('phone');
    await phone.goto('/masuk');
    await phone.getByLabel('E-mail').fill('aminah@balangan.contoh');
    await phone.getByLabel('Kata sandi').fill(OTHER_PASSWORD);
    await phone.getByRole('button', { name: 'Lanjut' }).click();
    await phone.getByRole('link', { name: /Kode di ponsel Anda sedang diatur ulang/ }).waitFor();
    await phone.goto(link);
    await phone.getByRole('heading', { name: 'Pasang kode di ponsel baru' }).waitFor();
    await checkAccessibility(phone, 'a new phone');
    code = await scanKey(phone);
    await phone.getByLabel('Kata sandi sekarang').fill(OTHER_PASSWORD);
    await phone.getByLabel('Enam angka dari aplikasi').fill(await code());
    await finish(phone, 'Ponsel baru sudah terpasang.');
    await enter(phone, OTHER_PASSWORD);
  });

  it('who changes password, phone and recovery codes without anybody’s help', async () => {
    const phone = await hall.newPage('phone');
    await phone.goto('/masuk');
    await enter(phone, OTHER_PASSWORD);
    await phone.getByRole('link', { name: 'Aminah' }).click();
    await phone.getByRole('heading', { level: 1, name: 'Akun saya' }).waitFor();
    await phone.getByText('Tersisa 8 kode cadangan.').waitFor();
    await assertReflows(phone, 'own account');
    await checkAccessibility(phone, 'own account');
    await phone.getByRole('link', { name: 'Buat kode cadangan baru' }).click();
    await phone.getByLabel('Kata sandi sekarang').fill('bukan kata sandi ini');
    await phone.getByRole('button', { name: 'Buat kode baru' }).click();
    await phone.getByRole('link', { name: /Kata sandi itu belum cocok/ }).waitFor();
    await checkAccessibility(phone, 'a wrong password of one’s own');
    await phone.getByLabel('Kata sandi sekarang').fill(OTHER_PASSWORD);
    await phone.getByRole('button', { name: 'Buat kode baru' }).click();
    await phone.getByText('Simpan kode cadangan ini sekarang').waitFor();
    await phone.getByRole('link', { name: 'Akun saya' }).first().click();
    await phone.getByRole('link', { name: 'Ganti ponsel' }).click();
    code = await scanKey(phone);
    await assertReflows(phone, 'another phone');
    await checkAccessibility(phone, 'another phone');
    await phone.getByLabel('Kata sandi sekarang').fill(OTHER_PASSWORD);
    await phone.getByLabel('Enam angka dari aplikasi').fill('12');
    await phone.getByRole('button', { name: 'Pakai ponsel ini' }).click();
    await phone.getByRole('link', { name: 'Kode belum lengkap. Tulis enam angka.' }).waitFor();
    await phone.getByLabel('Enam angka dari aplikasi').fill(await code());
    await phone.getByRole('button', { name: 'Pakai ponsel ini' }).click();
    await phone.getByText('Simpan kode cadangan ini sekarang').waitFor();
    await phone.getByRole('link', { name: 'Masuk', exact: true }).click();
    await enter(phone, OTHER_PASSWORD);
    await phone.goto('/akun/sandi');
    await phone.getByLabel('Kata sandi sekarang').fill(OTHER_PASSWORD);
    await fillPassword(phone, PASSWORD);
    await phone.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await phone.getByText('Kata sandi Anda sudah diganti. Masuk dengan yang baru.').waitFor();
    await enter(phone, PASSWORD);
  });

  it('resets both at once: whoever is in by the old ones is out at the next click', async () => {
    const officer = await accept(await reset('Keduanya'));
    await officer.goto('/loket');
    assert.equal(new URL(officer.url()).pathname, '/loket');
    await openOfficer('Aminah');
    await page.getByRole('button', { name: 'Nonaktifkan' }).click();
    await page.getByText('Petugas dinonaktifkan.').waitFor();
    await officer.goto('/loket');
    assert.equal(new URL(officer.url()).pathname, '/masuk');
    await page.getByRole('button', { name: 'Aktifkan lagi' }).click();
    await page.getByText('Petugas aktif lagi.').waitFor();
  });

  it('moves one to another agency and role, and cannot change the own account', async () => {
    await openOfficer('Aminah');
    await page.getByRole('radio', { name: /^Kepala instansi/ }).check();
    await page.getByLabel('Instansi (boleh kosong)', { exact: true }).selectOption({ label: 'UPPD Samsat' });
    await page.getByRole('button', { name: 'Simpan perubahan' }).click();
    await page.getByText('Perubahan disimpan dan langsung berlaku.').waitFor();
    await page.goto(`${OFFICERS}?cari=${ADMINISTRATOR}`);
    await page
      .getByRole('link', { name: /^Atur / })
      .last()
      .click();
    await page.getByText('Ini akun Anda. Hanya administrator lain yang bisa mengubahnya.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Simpan perubahan' }).count(), 0);
    await page.goto('/kelola/jejak');
    await page.getByText('mengubah petugas').first().waitFor();
    await page
      .getByText(/nama Aminah/)
      .first()
      .waitFor();
  });

  it('who are read by a manager and by the head of their agency, and changed by neither', async () => {
    const manager = await hall.newPage('desktop', { signedInAs: MANAGER });
    await manager.goto(OFFICERS);
    await manager.getByText('Hanya administrator yang mengundang dan mengubah petugas.').waitFor();
    assert.equal(await manager.getByRole('link', { name: /^Atur \S/ }).count(), 0);
    const head = [...hall.signIn.staff.values()].find((one) => one.role === 'agency-head')!;
    const own = await hall.newPage('desktop', { signedInAs: head.email });
    await own.goto('/loket');
    await own.getByRole('link', { name: 'Petugas' }).click();
    await own.getByText('Siapa bekerja di instansi Anda.').waitFor();
    await own.getByRole('cell', { name: head.email }).waitFor();
    assert.equal(await own.getByRole('cell', { name: MANAGER }).count(), 0);
    await checkAccessibility(own, 'officers of the own agency');
  });
});
