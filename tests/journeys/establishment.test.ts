import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n');

describe('the way from the study to the launch', () => {
  let hall: Hall;
  let page: Page;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T10:00+08:00' });
    page = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
  });
  after(() => hall?.stop());

  it('is told with its days, as a picture and as a table', async () => {
    await page.goto('/kelola/tahapan', { waitUntil: 'networkidle' });
    await page.getByText(/Diresmikan Senin, 15 Desember 2025, 1\.110 hari setelah tahap pertama/).waitFor();
    await page.getByRole('img', { name: /Kajian urgensi 5 Desember 2022/ }).waitFor();
    await page.getByRole('cell', { name: 'Bappedalitbang bersama LPPM ULM' }).waitFor();
    await page.getByText('18 gerai').waitFor();
    await checkAccessibility(page, 'the stages');
    await assertReflows(page, 'the stages');
  });

  it('does not end a stage without its papers, unless somebody says why', async () => {
    await page.getByRole('link', { name: 'Studi tiru' }).click();
    await page.getByRole('heading', { level: 1, name: 'Studi tiru' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByLabel(/^Mulai/).fill('2024-03-04');
    await page
      .getByLabel(/^Selesai/)
      .first()
      .fill('2024-03-03');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('Hari selesai tidak cocok dengan hari mulai.').waitFor();
    await page
      .getByLabel(/^Selesai/)
      .first()
      .fill('2024-03-05');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText(/Tahap ini belum punya/).waitFor();
    await checkAccessibility(page, 'a stage that lacks its papers');
    await page.getByLabel('Alasan selesai tanpa dokumen').fill('Laporan perjalanan hilang');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText(/Ditutup tanpa dokumen oleh Hairunnisa/).waitFor();
  });

  it('keeps the paper with its stage, and the overruling ends with it', async () => {
    await page.getByLabel('Jenis').selectOption({ label: 'laporan' });
    await page.getByLabel('Nomor').fill('000.9/12/DPMPTSP/2024');
    await page.getByLabel('Tanggal').fill('2024-03-11');
    await page.getByLabel('Perihal').fill('Laporan studi tiru ke Banjarbaru');
    await page.getByLabel('Penerbit').fill('DPMPTSP Balangan');
    const scan = { name: 'laporan.pdf', mimeType: 'application/pdf', buffer: PDF };
    await page.getByLabel('Pindaian PDF').setInputFiles(scan);
    await page.getByRole('button', { name: 'Masukkan ke register' }).click();
    await page.getByRole('link', { name: 'Laporan studi tiru ke Banjarbaru' }).waitFor();
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('Ditutup tanpa dokumen oleh').waitFor({ state: 'detached' });
    const href = await page
      .getByRole('link', { name: 'Laporan studi tiru ke Banjarbaru' })
      .getAttribute('href');
    assert.deepEqual(await (await page.request.get(href!)).body(), PDF);
    const officer = await hall.newPage('desktop', { signedInAs: 'norlaila@balangan.contoh' });
    assert.equal((await officer.request.get(href!)).status(), 404);
  });

  it('says what is in the way, and until when it was', async () => {
    await page.getByLabel('Apa kendalanya').fill('Anggaran perjalanan belum cair');
    await page.getByLabel('Siapa yang menyelesaikan').fill('BPKPAD');
    await page.getByRole('button', { name: 'Catat kendala' }).click();
    await page.getByText('BPKPAD, sejak 24 November 2026').waitFor();
    await page.getByRole('button', { name: 'Selesai: Anggaran perjalanan belum cair' }).click();
    await page.getByText('BPKPAD, 24 November 2026 sampai 24 November 2026').waitFor();
  });

  it('works without scripts, on a phone: a register, an opening, an evaluation', async () => {
    const plain = await hall.newPage('phone', {
      signedInAs: 'fitriansyah@balangan.contoh',
      javaScript: false,
    });
    await plain.goto('/kelola/tahapan/surat');
    await plain.getByLabel('Jenis').selectOption({ label: 'keputusan' });
    await plain.getByLabel('Nomor').fill('188.45/417/KUM/2022');
    await plain.getByLabel('Tanggal').fill('2022-12-01');
    await plain.getByLabel('Perihal').fill('Sekali lagi');
    await plain.getByLabel('Penerbit').fill('bupati balangan');
    await plain.getByRole('button', { name: 'Masukkan ke register' }).click();
    await plain.getByText(/sudah ada di register/).waitFor();
    assert.equal(await plain.getByLabel('Perihal').inputValue(), 'Sekali lagi');
    await plain.goto('/kelola/tahapan');
    await plain.getByText('Hari buka setiap gerai').click();
    await plain.getByLabel('Dibuka, Taspen').fill('2026-01-05');
    await plain.getByRole('button', { name: /hari buka Taspen/ }).click();
    await plain.getByText('Tersimpan.').waitFor();
    await plain.getByText('17 gerai').waitFor();
    await plain.getByLabel('Tahun evaluasi').fill('2026');
    await plain.getByRole('button', { name: 'Tambah evaluasi tahunan' }).click();
    await plain.getByRole('heading', { level: 1, name: 'Evaluasi 2026' }).waitFor();
    await plain.getByLabel(/^Mulai/).fill('2026-02-02');
    await plain.getByRole('button', { name: 'Simpan', exact: true }).click();
    await plain.getByText('Tersimpan.').waitFor();
  });
});
