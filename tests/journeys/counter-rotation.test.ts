import assert from 'node:assert/strict';
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
    await page.goto('/kelola', { waitUntil: 'networkidle' });
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
    await page.getByLabel('Loket 4, istirahat 1, mulai').fill('12:00');
    await page.getByLabel('Loket 4, istirahat 1, sampai').fill('12:30');
    await page.getByRole('button', { name: 'Simpan giliran' }).click();
    await page.getByText('Senin: minimal 2 loket harus tetap buka.').waitFor();
    await page.getByText('Untuk loket 4 yang paling dekat mulai 11.30.').waitFor();
    await checkAccessibility(page, 'too few would stay open');
    await page.getByLabel('Loket 4, istirahat 1, sampai').fill('');
    await page.getByRole('button', { name: 'Simpan giliran' }).click();
    await page
      .getByRole('link', { name: 'Isi jam mulai dan jam selesai, atau kosongkan keduanya.' })
      .waitFor();
    await checkAccessibility(page, 'half a rest');
  });

  it('differ on Friday, and a second one is added to a counter', async () => {
    const row = (label: string) => page.getByLabel(`Loket 4, istirahat 1, ${label}`);
    await row('hari').selectOption({ label: 'Senin–Kamis' });
    await row('mulai').fill('12:30');
    await row('sampai').fill('13:00');
    await page.getByText('Tambah istirahat, Loket 4').click();
    await page.getByLabel('Loket 4, istirahat 2, hari').selectOption({ label: 'Jumat' });
    await page.getByLabel('Loket 4, istirahat 2, mulai').fill('11:30');
    await page.getByLabel('Loket 4, istirahat 2, sampai').fill('12:00');
    await page.getByRole('button', { name: 'Simpan giliran' }).click();
    await page.getByText('Giliran istirahat disimpan.').waitFor();
    assert.equal(await page.getByLabel('Loket 4, istirahat 2, mulai').inputValue(), '11:30');
    assert.equal(await row('hari').inputValue(), '1234');
    await checkAccessibility(page, 'rests by weekday');
  });

  it('are saved although a service has no counter meanwhile only when that is ticked', async () => {
    await hall.sql(`delete from rest_slot using counter c where c.id = counter_id and c.number = 4`);
    await hall.sql(
      `insert into counter_service (mall_id, counter_id, agency_id, service_id)
       select c.mall_id, c.id, b.agency_id, s.id from counter c
         join booth b on b.id = c.booth_id join agency a on a.id = b.agency_id
         join service s on s.agency_id = a.id
       where a.slug = 'disdukcapil' and (c.number = 4) = (s.slug = 'ktp-el-baru')`,
    );
    await page.reload();
    await page.getByLabel('Loket 4, istirahat 1, mulai').fill('12:30');
    await page.getByLabel('Loket 4, istirahat 1, sampai').fill('13:00');
    await page.getByRole('button', { name: 'Simpan giliran' }).click();
    await page.getByText(/^Senin 12.30, tidak ada loket untuk /).waitFor();
    await checkAccessibility(page, 'a service without a counter');
    await page.getByLabel('Ya, simpan walaupun layanan itu sementara tanpa loket').check();
    await page.getByRole('button', { name: 'Simpan giliran' }).click();
    await page.getByText('Giliran istirahat disimpan.').waitFor();
    await page.getByText('Saat istirahat ini, layanan berikut tanpa loket:').waitFor();
    await hall.sql('delete from counter_service');
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
