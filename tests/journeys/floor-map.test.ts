import { after, before, describe, it } from 'node:test';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows, openKiosk } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

describe('the hall as a map', () => {
  let hall: Hall;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T10:00+08:00' });
  });
  after(() => hall?.stop());

  it('is pressed at a booth, which is there to be acted on: people, promises, closing', async () => {
    const page = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
    await page.goto('/kelola', { waitUntil: 'networkidle' });
    await page.locator('summary', { hasText: 'Gerai di denah' }).click();
    await page.getByRole('link', { name: /^Disdukcapil, / }).click();
    await page.getByRole('heading', { level: 1, name: 'Disdukcapil' }).waitFor();
    await page.getByText('Tidak ada petugas di loket.').waitFor();
    await checkAccessibility(page, 'a booth');
    await assertReflows(page, 'a booth');
    await page.getByRole('link', { name: 'Janji dan kehadiran' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Alasan').fill('Listrik padam');
    await page.getByText('Pemberitahuan berikutnya').click();
    await page.getByRole('button', { name: 'Tutup gerai' }).click();
    await page
      .getByRole('cell', { name: /Listrik padam/ })
      .first()
      .waitFor();
    await page.goto('/kelola/gerai/disdukcapil', { waitUntil: 'networkidle' });
    await page.getByText(/Zona A, tutup/).waitFor();
  });

  it('has hours of advice from afar for days on which the agency is away; citizens find them', async () => {
    const page = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
    await page.goto('/kelola/gerai/pertanahan', { waitUntil: 'networkidle' });
    const first = page.getByRole('group', { name: 'Baris 1' });
    await first.getByLabel('Hari').selectOption({ label: 'Jumat' });
    await first.getByLabel('Dari').fill('09:00');
    await first.getByLabel('Sampai').fill('11:00');
    await first.getByLabel('Alamat atau nomor').fill('http://rapat.contoh');
    await page.getByRole('button', { name: 'Simpan konsultasi' }).click();
    await page.getByText('Kontak pada baris 1 tidak cocok.').waitFor();
    await page
      .getByRole('group', { name: 'Baris 1' })
      .getByLabel('Alamat atau nomor')
      .fill('https://rapat.contoh.go.id/atr');
    await page.getByRole('button', { name: 'Simpan konsultasi' }).click();
    await page.getByText('Jam konsultasi tersimpan.').waitFor();
    const citizen = await hall.newPage('phone', { javaScript: false });
    await citizen.goto('/instansi/pertanahan');
    await citizen.getByText('Jumat, 09.00–11.00').waitFor();
    await citizen.getByRole('link', { name: 'Buka video' }).waitFor();
  });

  it('fills a screen in the lobby without a sign-in and without names, and follows the hall', async () => {
    const kiosk = await openKiosk(hall);
    const lobby = await hall.newPage('desktop');
    await lobby.goto('/layar', { waitUntil: 'networkidle' });
    await lobby.getByRole('img', { name: /^Keadaan lantai/ }).waitFor();
    await checkAccessibility(lobby, 'the screen in the lobby');
    await assertReflows(lobby, 'the screen in the lobby');
    await kiosk.issue('skck-baru');
    await lobby.getByText('1 menunggu').waitFor();
    await hall.kill();
    await lobby.getByText(/^Yang terlihat adalah keadaan terakhir/).waitFor();
  });
});
