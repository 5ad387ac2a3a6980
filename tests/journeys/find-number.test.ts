import { after, before, describe, it } from 'node:test';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { ask, seatOfficer } from './operations.ts';
import { openHall, type Hall } from './support.ts';

describe('what happened to a number', () => {
  let hall: Hall;
  let code: string;
  before(async () => {
    hall = await openHall();
    const kiosk = await hall.newPage('kiosk');
    await ask(kiosk, 'staff/claimPairing', { token: new URL(hall.kioskLink).searchParams.get('pasang') });
    await ask(kiosk, 'queue/issueTicket', { service: 'ktp-el-baru' }, 'device');
    const officer = await seatOfficer(hall, 'norlaila@balangan.contoh');
    code = await officer.call();
    await officer.serve();
  });
  after(() => hall?.stop());

  it('is found by the manager, with who did it', async () => {
    const page = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
    await page.goto('/kelola/jejak');
    await page.getByRole('link', { name: 'Cari satu nomor' }).waitFor();
    await page.goto('/kelola/nomor', { waitUntil: 'networkidle' });
    await page.getByLabel('Nomor', { exact: true }).fill('bukan');
    await page.getByRole('button', { name: 'Cari' }).click();
    await page
      .getByText(/tidak ditemukan|belum terbaca/)
      .first()
      .waitFor();
    await checkAccessibility(page, 'no such number');
    await page.getByLabel('Nomor', { exact: true }).fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByText('oleh Norlaila').first().waitFor();
    await page.getByText('Selesai di sini.').waitFor();
    await checkAccessibility(page, 'the history of a number');
    await page.setViewportSize({ width: 320, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertReflows(page, 'the history of a number');
    await checkAccessibility(page, 'the history of a number, phone, dark');
  });

  it('is found by its agency, and by no other', async () => {
    const page = await hall.newPage('desktop', { signedInAs: 'mahfuzah@balangan.contoh' });
    await page.goto('/loket');
    await page.getByRole('link', { name: 'Cari nomor' }).waitFor();
    await page.goto('/loket/nomor', { waitUntil: 'networkidle' });
    await page.getByLabel('Nomor', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByText('oleh Norlaila').first().waitFor();
    const other = await hall.newPage('desktop', { signedInAs: 'raudatul@balangan.contoh' });
    await other.goto(`/loket/nomor?kode=${code}`);
    await other.getByText(`Nomor ${code} tidak ditemukan pada hari itu.`).waitFor();
  });
});
