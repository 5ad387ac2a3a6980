import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

const MANAGER = 'hairunnisa@balangan.contoh';
const NORLAILA = 'norlaila@balangan.contoh';
const TEN_TO_TWELVE = '2026-11-24T11:50+08:00';

describe('the rest turns of a booth', () => {
  let hall: Hall;
  let page: Page;
  before(async () => {
    hall = await openHall({ at: TEN_TO_TWELVE });
    page = await hall.newPage('desktop', { signedInAs: MANAGER });
    await page.goto('/kelola');
    await page.getByRole('link', { name: 'Loket', exact: true }).click();
    await page.getByRole('combobox', { name: 'Instansi' }).selectOption({ label: 'Disdukcapil' });
    await page.getByRole('button', { name: 'Tampilkan' }).click();
    await page.getByRole('heading', { name: 'Giliran istirahat Disdukcapil' }).waitFor();
  });
  after(() => hall?.stop());

  it('are proposed evenly, looked at, and saved', async () => {
    await page.getByLabel('Loket yang harus tetap buka').fill('2');
    await page.getByLabel('Mulai jam').fill('12:00');
    await page.getByLabel('Sampai jam').fill('13:00');
    await page.getByRole('button', { name: 'Isi dengan usulan' }).click();
    await page.getByText('Usulan sudah diisi. Periksa, lalu simpan.').waitFor();
    await checkAccessibility(page, 'a proposal of rests');
    await page.getByRole('button', { name: 'Simpan giliran' }).click();
    await page.getByText('Giliran istirahat disimpan.').waitFor();
    await page.setViewportSize({ width: 320, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertReflows(page, 'rests on a phone');
    await checkAccessibility(page, 'rests, phone, dark');
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('are refused where too few would stay open, with the nearest time', async () => {
    await page.getByLabel('Loket 4, mulai').fill('12:00');
    await page.getByLabel('Loket 4, sampai').fill('12:30');
    await page.getByRole('button', { name: 'Simpan giliran' }).click();
    await page.getByText('Minimal 2 loket harus tetap buka.').waitFor();
    await page.getByText('Untuk loket 4 yang paling dekat mulai 11.30.').waitFor();
    await checkAccessibility(page, 'too few would stay open');
    await page.getByLabel('Loket 4, sampai').fill('');
    await page.getByRole('button', { name: 'Simpan giliran' }).click();
    await page
      .getByRole('link', { name: 'Isi jam mulai dan jam selesai, atau kosongkan keduanya.' })
      .waitFor();
    await checkAccessibility(page, 'half a rest');
  });

  it('remind the officer at the counter before and at the time', async () => {
    const officer = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await officer.goto('/loket');
    await officer.locator('.counters .btn:not([aria-busy])').first().waitFor();
    await officer.getByRole('button', { name: 'Buka loket 1' }).click();
    await officer.getByText('Giliran istirahat 12.00 sampai 12.30.').waitFor();
    await checkAccessibility(officer, 'a rest is coming');
    await hall.setClock('2026-11-24T12:01+08:00');
    await officer.reload();
    await officer.getByText('Sekarang giliran istirahat Anda, sampai 12.30.').waitFor();
    await officer.locator('.go .btn-main:not([aria-busy])').waitFor();
    await officer.keyboard.press('i');
    await officer.getByRole('button', { name: 'Mulai sekarang' }).click();
    await officer.getByRole('heading', { name: /Istirahat sampai 12\.3/ }).waitFor();
  });
});
