import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { ask } from './operations.ts';
import { openHall, type Hall } from './support.ts';

const MANAGER = 'hairunnisa@balangan.contoh';
const CALENDAR = '/kelola/atur/jam/kalender';

describe('days that are not as usual', () => {
  let hall: Hall;
  let kiosk: Page;
  let page: Page;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T09:00+08:00' });
    kiosk = await hall.newPage('kiosk');
    await ask(kiosk, 'staff/claimPairing', { token: new URL(hall.kioskLink).searchParams.get('pasang') });
    page = await hall.newPage('desktop', { signedInAs: MANAGER });
  });
  after(() => hall?.stop());

  const take = () => ask(kiosk, 'queue/issueTicket', { service: 'ktp-el-baru' }, 'device');
  const open = async (path: string) => {
    await page.goto(path, { waitUntil: 'networkidle' });
  };
  const fillStretch = async (day: string, opens: string, closes: string) => {
    await page.getByLabel(`${day}, jam ke-1, buka`).fill(opens);
    await page.getByLabel(`${day}, jam ke-1, tutup`).fill(closes);
  };

  it('are planned as a season with its own week and its basis, and a second over it is refused', async () => {
    await open('/kelola/atur/jam');
    await page.getByRole('link', { name: 'Musim' }).click();
    await page.getByText('Belum ada musim.').waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Simpan musim' }).click();
    await page.getByRole('link', { name: 'Nama belum diisi. Tulis 3 sampai 80 huruf.' }).waitFor();
    await checkAccessibility(page, 'a season without a name');
    const fill = async (name: string) => {
      await page.getByLabel('Nama').fill(name);
      await page.getByLabel('Hari pertama').fill('2026-11-30');
      await page.getByLabel('Hari terakhir').fill('2026-12-04');
      await page.getByLabel('Dasar').fill('SE Bupati 800/12/2026');
      for (const day of ['Senin', 'Selasa']) {
        if ((await page.getByLabel(`${day}, jam ke-1, buka`).count()) === 0)
          await page.getByRole('button', { name: `Tambah jam, ${day}` }).click();
        await fillStretch(day, '9', '13.30');
      }
      await page.getByRole('button', { name: 'Simpan musim' }).click();
    };
    await fill('Ramadan contoh');
    await page.getByText('Musim disimpan.').waitFor();
    await page.getByText('30 November 2026 sampai 4 Desember 2026').waitFor();
    await checkAccessibility(page, 'a season');
    await page.waitForLoadState('networkidle');
    await fill('Musim lain');
    await page.getByText('Hari-hari itu sudah termasuk Ramadan contoh.').waitFor();
  });

  it('are seen in the calendar, and a single day is chosen there and closed', async () => {
    await open(`${CALENDAR}?bulan=2026-12`);
    await page.getByText('Ramadan contoh').first().waitFor();
    await page.getByLabel('Gerai').selectOption({ label: 'Disdukcapil' });
    await page.getByRole('button', { name: 'Tampilkan' }).click();
    await page.getByText('09.00–13.30').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('link', { name: 'Kamis, 10 Desember 2026' }).click();
    await page.getByRole('heading', { name: 'Hari khusus, Kamis, 10 Desember 2026' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Simpan hari khusus' }).click();
    await page
      .getByRole('link', { name: 'Jam belum diisi. Bila tutup, pilih Tutup sehari penuh.' })
      .waitFor();
    await checkAccessibility(page, 'a single day without hours');
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Tutup sehari penuh').check();
    await page.getByLabel('Alasan').fill('Pelatihan petugas');
    await page.getByRole('button', { name: 'Simpan hari khusus' }).click();
    await page.getByText('Hari khusus disimpan.').waitFor();
    await checkAccessibility(page, 'the calendar');
    const trail = await hall.newTab(page);
    await trail.goto('/kelola/jejak');
    await trail.getByText('membuat hari khusus').waitFor();
    await trail.getByText('membuat musim').waitFor();
    await trail.close();
  });

  it('are lived through: the short day of the season, the closed day with its reason', async () => {
    const early = await hall.newPage('phone');
    await early.goto('/instansi/disdukcapil');
    await early.getByText('Hari dengan jam lain, dua minggu ini').waitFor();
    await early.getByText('Ramadan contoh').first().waitFor();
    await hall.setClock('2026-12-01T12:00+08:00');
    await take();
    await hall.setClock('2026-12-01T13:30+08:00');
    await assert.rejects(take(), /BOOTH_CLOSED/);
    await hall.setClock('2026-12-10T10:00+08:00');
    await assert.rejects(take(), /Pelatihan petugas/);
    const portal = await hall.newPage('phone');
    await portal.goto('/instansi/disdukcapil');
    await portal
      .getByText(/Pelatihan petugas/)
      .first()
      .waitFor();
    await checkAccessibility(portal, 'an agency closed for a day');
  });

  it('are read by the head of an agency, who changes nothing', async () => {
    const email = 'rusmiati@balangan.contoh';
    const head = await hall.newPage('desktop', { signedInAs: email });
    await head.goto('/loket/penutupan');
    await head.getByRole('link', { name: 'Jam layanan' }).click();
    await head.getByText('Ramadan contoh').waitFor();
    await head.getByText('Pelatihan petugas').waitFor();
    assert.equal(await head.locator('form').filter({ hasText: 'Akhiri' }).count(), 0);
    await checkAccessibility(head, 'the hours of the own agency');
  });

  it('fit a phone, dark', async () => {
    await page.setViewportSize({ width: 320, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const path of [`${CALENDAR}?bulan=2026-12`, '/kelola/atur/jam/musim']) {
      await open(path);
      await assertReflows(page, path);
      await checkAccessibility(page, `${path}, phone, dark`);
    }
  });
});
