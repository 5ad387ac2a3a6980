import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

describe('from clauses to the signing day', () => {
  let hall: Hall;
  let page: Page;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T10:00+08:00' });
    page = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
  });
  after(() => hall?.stop());

  it('a clause is worded for agreements to come, and known fields only are taken', async () => {
    await page.goto('/kelola/perjanjian/klausul?jenis=penempatan', { waitUntil: 'networkidle' });
    await checkAccessibility(page, 'the clauses');
    await assertReflows(page, 'the clauses');
    await page.getByLabel('Pembiayaan').fill('Ditanggung {anggaran}.');
    await page.getByRole('button', { name: 'Simpan: Pembiayaan' }).click();
    await page.getByText('{anggaran} tidak dikenal.').waitFor();
    await page.getByLabel('Pembiayaan').fill('Ditanggung {daerah} seluruhnya.');
    await page.getByRole('button', { name: 'Simpan: Pembiayaan' }).click();
    await page.getByText('bunyi sendiri').waitFor();
  });

  it('an agreement begins with the usual wording, and what differs can be seen', async () => {
    await page.goto('/kelola/perjanjian/baru', { waitUntil: 'networkidle' });
    await page.getByLabel('Perjanjian penempatan pelayanan').check();
    await page.getByLabel('Instansi').selectOption({ label: 'Disdukcapil' });
    await page.getByLabel('Judul', { exact: true }).fill('Penempatan kedua Disdukcapil');
    await page.getByRole('button', { name: 'Mulai rancangan' }).click();
    await page.getByText('Sesuai klausul yang biasa dipakai.').waitFor();
    await page.getByText('Ditanggung Pemerintah Kabupaten Balangan seluruhnya.').waitFor();
    await page.getByRole('link', { name: 'Judul, masa berlaku, dan isi' }).click();
    await page.getByLabel('Pembiayaan').fill('Ditanggung {daerah} dan {instansi}.');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('1 pokok berbeda dari klausul yang biasa dipakai.').waitFor();
    await page.getByText('Lihat bedanya').click();
    await page.locator('ins').first().waitFor();
    await checkAccessibility(page, 'an agreement that differs from the usual clauses');
  });

  it('every party says what it thinks of the draft; the head of the agency does so from the booth', async () => {
    await page.getByRole('button', { name: 'Kirim ke para pihak' }).click();
    await page.getByRole('heading', { name: 'Putaran 1' }).waitFor();
    const head = await hall.newPage('desktop', { signedInAs: 'rusmiati@balangan.contoh' });
    await head.goto('/loket/perjanjian', { waitUntil: 'networkidle' });
    await head.getByText('Menunggu jawaban Anda: Penempatan kedua Disdukcapil').waitFor();
    await checkAccessibility(head, 'a draft that waits for the head of the agency');
    await assertReflows(head, 'a draft that waits for the head of the agency');
    await head.getByRole('button', { name: 'Minta perubahan' }).click();
    await head.getByText('Perubahan yang diminta belum ditulis.').waitFor();
    await head.getByLabel(/^Catatan/).fill('Jumat sampai pukul 11.00.');
    await head.getByRole('button', { name: 'Minta perubahan' }).click();
    await head.getByText('Jawaban pihak tersimpan.').waitFor();
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByText('Jumat sampai pukul 11.00.').waitFor();
    await page.getByRole('button', { name: 'Semua pihak setuju' }).click();
    await page.getByText('Masih ada 2 pihak yang belum menyetujui naskah ini.').waitFor();
    for (let party = 0; party < 2; party += 1) {
      await page.getByRole('button', { name: 'Setuju', exact: true }).nth(party).click();
      await page.getByText('Jawaban pihak tersimpan.').waitFor();
      await page.waitForLoadState('networkidle');
    }
    await page.getByRole('button', { name: 'Semua pihak setuju' }).click();
    await page.getByText('Siap ditandatangani').first().waitFor();
  });

  it('a ceremony has its list, its order, what is lacking, and a printed set', async () => {
    await page.goto('/kelola/penandatanganan', { waitUntil: 'networkidle' });
    await checkAccessibility(page, 'the signing days');
    await assertReflows(page, 'the signing days');
    await page.getByRole('button', { name: 'Hari baru' }).click();
    await page.getByText('Nama acara belum diisi. Tulis 3 sampai 160 huruf.').first().waitFor();
    await page.getByLabel('Nama acara').fill('Penandatanganan susulan');
    await page.getByLabel('Tanggal').fill('2026-11-24');
    await page.getByLabel('Tempat').fill('Aula Kantor Bupati');
    await page.getByRole('button', { name: 'Hari baru' }).click();
    await page.getByRole('heading', { level: 1, name: 'Penandatanganan susulan' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('checkbox', { name: /Penempatan kedua Disdukcapil/ }).check();
    await page.getByRole('button', { name: 'Masukkan yang dipilih' }).click();
    await page.getByText('penanda tangan atau dasarnya belum lengkap').waitFor();
    await page.getByText('Belum ada yang siap.').waitFor();
    await checkAccessibility(page, 'a signing day');
    await assertReflows(page, 'a signing day');
    const set = await page.request.get(`${new URL(page.url()).pathname}/naskah.pdf`);
    assert.equal(set.headers()['content-type'], 'application/pdf');
    assert.ok(!(await set.body()).includes('/ETSI.CAdES.detached'), 'a draft is not sealed');
    await hall.sql(
      `update agreement set state = 'signed', signed_on = '2026-11-24', signed_at = 'Aula', begins_on = '2031-01-01'
       where title = 'Penempatan kedua Disdukcapil'`,
    );
    const sealed = await page.request.get(`${new URL(page.url()).pathname}/naskah.pdf`);
    assert.ok((await sealed.body()).includes('/ETSI.CAdES.detached'), 'what was signed is sealed');
    const officer = await hall.newPage('desktop', { signedInAs: 'norlaila@balangan.contoh' });
    const path = `${new URL(page.url()).pathname}/naskah.pdf`;
    assert.notEqual((await officer.request.get(path, { maxRedirects: 0 })).status(), 200);
  });
});

describe('the coordination meeting', () => {
  let hall: Hall;
  let page: Page;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T10:00+08:00' });
    page = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
  });
  after(() => hall?.stop());

  it('is written down with what was decided, by whom, until when', async () => {
    await page.goto('/kelola/rapat', { waitUntil: 'networkidle' });
    await checkAccessibility(page, 'the meetings');
    await assertReflows(page, 'the meetings');
    await page.getByLabel('Nama rapat').fill('Rapat November');
    await page.getByRole('button', { name: 'Catat rapat' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rapat November' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Tambah keputusan' }).click();
    await page.getByText('Keputusan belum ditulis.').first().waitFor();
    await page.getByLabel('Apa yang diputuskan').fill('Sediakan petugas pengganti');
    await page.getByLabel('Siapa yang mengerjakan').fill('Kepala Disdukcapil');
    await page.getByLabel('Instansi').selectOption({ label: 'Disdukcapil' });
    await page.getByLabel('Tenggat').fill('2026-11-30');
    await page.getByRole('button', { name: 'Tambah keputusan' }).click();
    await page.getByText('Kepala Disdukcapil (Disdukcapil), tenggat 30 November 2026').waitFor();
    await checkAccessibility(page, 'a meeting');
    await assertReflows(page, 'a meeting');
    const head = await hall.newPage('desktop', { signedInAs: 'rusmiati@balangan.contoh' });
    await head.goto('/loket/perjanjian', { waitUntil: 'networkidle' });
    await head.getByText('Sediakan petugas pengganti').waitFor();
    await page.goto('/kelola/rapat', { waitUntil: 'networkidle' });
    await page.getByLabel('Hasil: Sediakan petugas pengganti').fill('Dua orang ditunjuk');
    await page.getByRole('button', { name: 'Tutup: Sediakan petugas pengganti' }).click();
    await page.getByText('Semua keputusan sudah dikerjakan.').waitFor();
  });

  it('announces to the desks until each officer has read it', async () => {
    await page.getByLabel('Isi pengumuman').fill('Apel bersama pukul 07.45');
    await page.getByRole('button', { name: 'Umumkan' }).click();
    await page.getByText(/dibaca 0 petugas/).waitFor();
    const officer = await hall.newPage('desktop', { signedInAs: 'norlaila@balangan.contoh' });
    await officer.goto('/loket', { waitUntil: 'networkidle' });
    await officer.getByText('Apel bersama pukul 07.45').waitFor();
    await checkAccessibility(officer, 'the desk with an announcement');
    await officer.getByRole('button', { name: 'Sudah dibaca' }).click();
    await officer.getByText('Apel bersama pukul 07.45').waitFor({ state: 'detached' });
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByText(/dibaca 1 petugas/).waitFor();
  });

  it('has its papers as a PDF, of a month that has begun', async () => {
    const pack = await page.request.get('/kelola/rapat/bahan?bulan=2026-11');
    assert.equal(pack.headers()['content-type'], 'application/pdf');
    await page.getByRole('textbox', { name: 'Bulan' }).fill('2026-12');
    await page.getByRole('button', { name: 'Buat PDF' }).click();
    await page.getByText('Pilih bulan yang sudah mulai.').first().waitFor();
  });
});
