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
  async function accept(link: string): Promise<Page> {
    const phone = await hall.newPage('phone', { javaScript: false });
    await phone.goto(link);
    const code = await scanKey(phone);
    await phone.getByLabel('Kata sandi baru').fill(PASSWORD);
    await phone.getByLabel('Tulis sekali lagi').fill(PASSWORD);
    await phone.getByLabel('Enam angka dari aplikasi').fill(await code());
    await phone.getByRole('button', { name: 'Simpan dan selesai' }).click();
    await phone.getByRole('heading', { name: 'Akun Anda siap dipakai.' }).waitFor();
    await phone.getByRole('link', { name: 'Masuk' }).click();
    await phone.getByLabel('E-mail').fill('aminah@balangan.contoh');
    await phone.getByLabel('Kata sandi').fill(PASSWORD);
    await phone.getByRole('button', { name: 'Lanjut' }).click();
    await phone.getByLabel('Kode dari autentikator').fill(await code());
    await phone.getByRole('button', { name: 'Masuk' }).click();
    await phone.waitForURL('**/loket');
    return phone;
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

  it('resets one who lost the phone: whoever is in by the old one is out at the next click', async () => {
    await openOfficer('Aminah');
    await page.getByText('bisa masuk').first().waitFor();
    await checkAccessibility(page, 'an officer who is in');
    await page.getByRole('button', { name: 'Atur ulang dengan tautan baru' }).click();
    await page.getByText('Tautan baru dibuat. Berikan kepada orangnya.').waitFor();
    const officer = await accept(await page.locator('a.address').innerText());
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
