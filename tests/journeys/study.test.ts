import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n');
const PAGES = ['', '/bukti', '/layanan', '/loket', '/biaya', '/lokasi', '/survei', '/bab/risk'] as const;

describe('the urgency study', () => {
  let hall: Hall;
  let page: Page;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T10:00+08:00' });
    page = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
  });
  after(() => hall?.stop());

  it('is found from the stages and tells its figures on every page', async () => {
    await page.goto('/kelola/tahapan', { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Kajian urgensi' }).last().click();
    await page.getByText(/Selesai Jumat, 30 Desember 2022/).waitFor();
    await page.getByText('14 dari 14 bab lengkap').waitFor();
    for (const path of PAGES) {
      await page.goto(`/kelola/kajian${path}`, { waitUntil: 'networkidle' });
      await checkAccessibility(page, `the study ${path}`);
      await assertReflows(page, `the study ${path}`);
    }
  });

  it('comes as PDF/A and as DOCX, to who keeps the mall', async () => {
    const pdf = await page.request.get('/kelola/kajian/kajian.pdf');
    assert.equal(pdf.headers()['content-type'], 'application/pdf');
    assert.match((await pdf.body()).toString('latin1'), /pdfaid:part>2</);
    const docx = await page.request.get('/kelola/kajian/kajian.docx');
    assert.equal((await docx.body()).subarray(0, 2).toString(), 'PK');
    assert.equal((await page.request.get('/kelola/kajian/kajian.exe')).status(), 404);
    const officer = await hall.newPage('desktop', { signedInAs: 'norlaila@balangan.contoh' });
    const refused = await officer.request.get('/kelola/kajian/kajian.pdf', { maxRedirects: 0 });
    assert.notEqual(refused.status(), 200);
  });

  it('is locked until it is opened again with a reason', async () => {
    await page.goto('/kelola/kajian/layanan');
    assert.equal(await page.getByRole('button', { name: 'Tambahkan' }).count(), 0);
    await page.goto('/kelola/kajian', { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Buka kembali' }).click();
    await page.getByText('Alasan dibuka kembali: periksa isinya.').first().waitFor();
    await page.getByLabel('Alasan dibuka kembali').fill('Angka Samsat salah ketik');
    await page.getByRole('button', { name: 'Buka kembali' }).click();
    await page.getByText(/Masih disusun/).waitFor();
  });

  it('takes a service with figures as people write them, and counts its counters', async () => {
    await page.goto('/kelola/kajian/layanan', { waitUntil: 'networkidle' });
    await page.getByLabel('Instansi').fill('Taspen');
    await page.getByLabel('Nama', { exact: true }).fill('Klaim pensiun');
    await page.getByLabel('Tempat', { exact: true }).fill('Banjarmasin');
    await page.getByLabel('Permohonan setahun').fill('banyak');
    await page.getByLabel('Kunjungan per permohonan').fill('1,5');
    await page.getByLabel('Jarak sekali jalan (km)').fill('215');
    await page.getByLabel('Waktu pergi-pulang (menit)').fill('660');
    await page.getByLabel('Ongkos pergi-pulang (Rp)').fill('400.000');
    await page.getByLabel('Menit di loket').fill('12');
    await page.getByLabel('Akan bergabung').selectOption({ label: 'ya' });
    await page.getByRole('button', { name: 'Tambahkan' }).click();
    await page.getByText('Permohonan setahun: tulis angka, misalnya 1.250 atau 1,5.').first().waitFor();
    await checkAccessibility(page, 'a service with a wrong figure');
    await page.getByLabel('Permohonan setahun').fill('9.600');
    await page.getByRole('button', { name: 'Tambahkan' }).click();
    await page.getByRole('cell', { name: 'Taspen: Klaim pensiun' }).waitFor();
    await page.goto('/kelola/kajian/loket', { waitUntil: 'networkidle' });
    // 9,600 × 1.5 ÷ 240 = 60 a day, 22 % of them in the busiest hour: 13.2 of 12 minutes are 2.64 erlang.
    const row = page.getByRole('row', { name: /^Taspen 14\.400 60 13,2 12 2,64/ });
    await row.waitFor();
    await page.goto('/kelola/kajian/layanan', { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Ubah Klaim pensiun' }).click();
    await page.getByRole('heading', { name: 'Ubah Klaim pensiun' }).waitFor();
    assert.equal(await page.getByLabel('Kunjungan per permohonan').inputValue(), '1,5');
    await page.getByRole('button', { name: 'Hapus Klaim pensiun' }).click();
    await page.getByText('Dihapus.').waitFor();
  });

  it('keeps minutes with their evidence, for who keeps the mall', async () => {
    await page.goto('/kelola/kajian/bukti', { waitUntil: 'networkidle' });
    await page.getByLabel('Cara', { exact: true }).selectOption({ label: 'Diskusi kelompok terarah (FGD)' });
    await page.getByLabel('Judul', { exact: true }).fill('FGD Halong');
    await page.getByLabel('Tanggal').fill('2026-11-20');
    await page.getByLabel('Peserta').fill('Siti, Halong\nAhmad, Juai');
    await page.getByLabel('Yang ditemukan').fill('Jadwal instansi harus pasti.');
    const scan = { name: 'notula.pdf', mimeType: 'application/pdf', buffer: PDF };
    await page.getByLabel('Notula atau daftar hadir (PDF)').setInputFiles(scan);
    await page.getByRole('button', { name: 'Tambahkan' }).click();
    await page.getByText('Tersimpan.').waitFor();
    await page.getByText('2 orang').waitFor();
    const href = await page.getByRole('link', { name: 'Buka berkas' }).getAttribute('href');
    assert.deepEqual(await (await page.request.get(href!)).body(), PDF);
    const officer = await hall.newPage('desktop', { signedInAs: 'norlaila@balangan.contoh' });
    assert.equal((await officer.request.get(href!)).status(), 404);
  });

  it('asks people without scripts on a phone, on its days only', async () => {
    const citizen = await hall.newPage('phone', { javaScript: false });
    await citizen.goto('/survei-kebutuhan');
    await citizen.getByText('Survei ini sedang ditutup').waitFor();
    await page.goto('/kelola/kajian/survei', { waitUntil: 'networkidle' });
    await page.getByLabel('Dari').fill('2026-11-20');
    await page.getByLabel('Sampai').fill('2026-11-30');
    await page.getByRole('button', { name: 'Simpan hari survei' }).click();
    await page.getByText(/Survei dibuka sampai Senin, 30 November 2026/).waitFor();
    await citizen.goto('/survei-kebutuhan');
    await citizen.getByRole('button', { name: 'Kirim jawaban' }).click();
    await citizen.getByText('Kecamatan: periksa isinya.').first().waitFor();
    await citizen.getByLabel('Kecamatan').fill('Halong');
    await citizen.getByLabel('Layanan terakhir').selectOption({ label: 'SKCK (Polres)' });
    await citizen.getByLabel('Berapa kali').fill('3');
    await citizen.getByLabel('Berapa menit').fill('120');
    await citizen.getByLabel('Berapa rupiah').fill('Rp50.000');
    await citizen.getByLabel('Jauh').check();
    await citizen.getByLabel('Pasti').check();
    await citizen.getByRole('button', { name: 'Kirim jawaban' }).click();
    await citizen.getByText('Terima kasih. Jawaban Anda tersimpan.').waitFor();
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByText('275 jawaban daring, 138 di kertas').waitFor();
  });

  it('shows the survey accessibly, and takes an answer from paper', async () => {
    const citizen = await hall.newPage('phone');
    await citizen.goto('/survei-kebutuhan', { waitUntil: 'networkidle' });
    await checkAccessibility(citizen, 'the survey of needs');
    await assertReflows(citizen, 'the survey of needs');
    await page.getByLabel('Tanggal pengisian').fill('2026-11-23');
    await page.getByLabel('Kecamatan').fill('Juai');
    await page.getByLabel('Berapa kali').fill('2');
    await page.getByLabel('Berapa menit').fill('90');
    await page.getByLabel('Berapa rupiah').fill('30000');
    await page.getByLabel('Mungkin', { exact: true }).check();
    await page.getByRole('button', { name: 'Masukkan jawaban kertas' }).click();
    await page.getByText('Jawaban kertas tersimpan.').waitFor();
    await page.getByText('275 jawaban daring, 139 di kertas').waitFor();
  });

  it('is ended again', async () => {
    await page.goto('/kelola/kajian', { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Nyatakan selesai' }).click();
    await page.getByText(/Selesai Selasa, 24 November 2026 oleh Hairunnisa/).waitFor();
  });
});
