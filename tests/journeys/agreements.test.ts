import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

/** As much of a PDF as its type is told by. */
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n');

describe('the register of agreements', () => {
  let hall: Hall;
  let page: Page;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T16:30+08:00' });
    page = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
  });
  after(() => hall?.stop());

  it('shows first who kept the least, and each promised day of it', async () => {
    await page.goto('/kelola/perjanjian', { waitUntil: 'networkidle' });
    const rows = page.getByRole('table').getByRole('link');
    assert.equal(await rows.count(), 18);
    assert.equal(await rows.first().innerText(), 'PDAM');
    await checkAccessibility(page, 'the register');
    await page.getByRole('link', { name: 'Kantor Pertanahan' }).click();
    await page.getByRole('heading', { level: 1, name: /Kantor Pertanahan/ }).waitFor();
    await page.getByText(/etidakhadiran .*Jumat\./).waitFor();
    await page.getByRole('img', { name: /tidak hadir/ }).waitFor();
    await page.locator('summary', { hasText: 'Hari demi hari' }).click();
    await page.getByRole('cell', { name: 'tidak hadir' }).first().waitFor();
    await checkAccessibility(page, 'an agreement with its days');
    await assertReflows(page, 'an agreement');
  });

  it('takes an agreement from its draft to its signature, and says what is missing on the way', async () => {
    await page.goto('/kelola/perjanjian/baru', { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Mulai rancangan' }).click();
    await page.getByRole('alert').getByText('Judul belum benar').waitFor();
    await page.getByLabel('Judul').fill('Kesepakatan dengan ULM');
    await page.getByRole('button', { name: 'Mulai rancangan' }).click();
    await page.getByText('Rancangan dimulai.').waitFor();
    await checkAccessibility(page, 'a draft');
    await page.getByRole('link', { name: 'Tambah pihak' }).click();
    await page.getByLabel('Nama pihak').fill('Universitas Lambung Mangkurat');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('Tersimpan.').waitFor();
    await page.getByRole('link', { name: 'Catat penandatanganan' }).click();
    await page.getByLabel('Hari ditandatangani').fill('2026-11-24');
    await page.getByLabel('Tempat').fill('Aula Benteng Tundakan');
    await page.getByRole('button', { name: 'Catat sudah ditandatangani' }).click();
    await page.getByText(/belum punya penanda tangan dengan dasar kewenangan/).waitFor();
    await checkAccessibility(page, 'a signature without authority');
    for (const name of ['Pemerintah Kabupaten Balangan', 'Universitas Lambung Mangkurat']) {
      await page.goto(page.url().replace(/\/tanda-tangan.*|\?.*/, ''));
      await page.getByRole('link', { name: `Ubah ${name}` }).click();
      await page.getByLabel('Nama penanda tangan').fill('Rahmadi');
      await page.getByLabel('Jabatan').fill('Pimpinan');
      await page.getByLabel('Dasar kewenangan').fill('SK 12/2025');
      await page.getByRole('button', { name: 'Simpan', exact: true }).click();
      await page.getByText('Tersimpan.').waitFor();
    }
    await page.getByRole('link', { name: 'Catat penandatanganan' }).click();
    await page.getByLabel('Hari ditandatangani').fill('2026-11-24');
    await page.getByLabel('Tempat').fill('Aula Benteng Tundakan');
    await page.getByRole('button', { name: 'Catat sudah ditandatangani' }).click();
    await page.getByText('Penandatanganan dicatat.').waitFor();
    await page.getByText('Berlaku', { exact: true }).first().waitFor();
    assert.equal(
      await page.getByRole('link', { name: /^Ubah / }).count(),
      0,
      'what is signed is not written anew',
    );
  });

  it('keeps numbers and scans, each once and only PDF', async () => {
    const number = page.getByLabel('Nomor menurut Universitas Lambung Mangkurat');
    await number.fill('UN8/21/KS/2026');
    await number.press('Enter');
    await page.getByText('Nomor tersimpan.').waitFor();
    assert.equal(await number.inputValue(), 'UN8/21/KS/2026');
    const region = page.getByRole('listitem').filter({ hasText: 'Pemerintah Kabupaten Balangan' });
    await region
      .getByText(/^Pola nomor/)
      .first()
      .click();
    await region.getByLabel('Pola nomor Pemerintah Kabupaten Balangan').fill('100.3.7/{nomor}');
    await region.getByRole('button', { name: 'Simpan pola' }).click();
    await page.getByText('Pola nomor tidak mengenal {nomor}.').waitFor();
    await region
      .getByText(/^Pola nomor/)
      .first()
      .click();
    await region.getByLabel('Pola nomor Pemerintah Kabupaten Balangan').fill('100.3.7/{urut:3}/KUM/{tahun}');
    await region.getByLabel('Nomor urut berikut tahun ini').fill('21');
    await region.getByRole('button', { name: 'Simpan pola' }).click();
    await page.getByText('Pola nomor tersimpan.').waitFor();
    await page
      .getByRole('button', { name: 'Ambil nomor berikut untuk Pemerintah Kabupaten Balangan' })
      .click();
    await page.getByText('Nomor tersimpan.').waitFor();
    assert.equal(
      await page.getByLabel('Nomor menurut Pemerintah Kabupaten Balangan').inputValue(),
      '100.3.7/021/KUM/2026',
    );
    const send = async (name: string, buffer: Buffer) => {
      await page.getByLabel('Berkas PDF').setInputFiles({ name, mimeType: 'application/pdf', buffer });
      await page.getByRole('button', { name: 'Simpan berkas' }).click();
    };
    await send('pindaian.pdf', Buffer.from('bukan pdf'));
    await page.getByText('Berkas “pindaian.pdf” bukan PDF.').waitFor();
    await send('naskah.pdf', PDF);
    await page.getByText('naskah.pdf tersimpan.').waitFor();
    const href = await page.getByRole('link', { name: 'naskah.pdf' }).getAttribute('href');
    const fetched = await page.request.get(href!);
    assert.equal(fetched.headers()['content-type'], 'application/pdf');
    assert.deepEqual(await fetched.body(), PDF);
    const stranger = await hall.newPage('desktop', { signedInAs: 'rusmiati@balangan.contoh' });
    assert.equal((await stranger.request.get(href!)).status(), 404, 'another agency’s head');
  });

  it('works without scripts, and on a phone', async () => {
    const plain = await hall.newPage('phone', {
      signedInAs: 'fitriansyah@balangan.contoh',
      javaScript: false,
    });
    await plain.goto('/kelola/perjanjian/baru');
    await plain.getByLabel('Instansi').selectOption({ label: 'Taspen' });
    await plain.getByLabel('Judul').fill('PKS Taspen lanjutan');
    await plain.getByRole('button', { name: 'Mulai rancangan' }).click();
    await plain.getByText('Rancangan dimulai.').waitFor();
    await plain.getByRole('link', { name: 'Ubah', exact: true }).first().click();
    assert.ok(
      (await plain.getByRole('checkbox', { checked: true }).count()) >= 4,
      'its services are proposed',
    );
    await plain.getByLabel('Petugas yang hadir').fill('0');
    await plain.getByRole('button', { name: 'Simpan', exact: true }).click();
    await plain.getByText('Tersimpan.').waitFor();
    await plain.getByRole('link', { name: 'Judul, masa berlaku, dan isi' }).click();
    await plain.getByLabel('Mulai berlaku').fill('2027-01-01');
    await plain.getByRole('button', { name: 'Simpan', exact: true }).click();
    await plain.getByText(/Gerai itu pada hari .* sudah dijanjikan dalam/).waitFor();
    await plain.getByLabel('Mulai berlaku').fill('2027-11-27');
    await plain.getByRole('button', { name: 'Simpan', exact: true }).click();
    await plain.getByText('Tersimpan.').waitFor();
    await plain.getByRole('button', { name: 'Hapus rancangan' }).click();
    await plain.getByText('Rancangan dihapus.').waitFor();
  });
});

describe('a promise that was not kept', () => {
  let hall: Hall;
  before(async () => {
    hall = await openHall({ at: '2026-11-27T16:30+08:00' });
  });
  after(() => hall?.stop());

  it('becomes a letter that the agency’s head reads, prints and answers', async () => {
    const manager = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
    await manager.goto('/kelola/perjanjian', { waitUntil: 'networkidle' });
    await manager.getByRole('link', { name: 'Kantor Pertanahan' }).click();
    await manager.getByText('Belum ada surat.').waitFor();
    await manager.getByLabel('Nomor surat').fill('500.16/12/DPMPTSP/2026');
    await manager.getByRole('button', { name: 'Kirim surat pengingat' }).click();
    await manager.getByText('Surat pengingat dibuat.').waitFor();
    await manager.getByText('Belum dijawab.').waitFor();
    await checkAccessibility(manager, 'an agreement with a letter');
    const pdf = await manager.request.get(
      (await manager.getByRole('link', { name: 'Cetak surat' }).getAttribute('href'))!,
    );
    assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-');

    const head = await hall.newPage('phone', { signedInAs: 'yulianti@balangan.contoh', javaScript: false });
    await head.goto('/loket/perjanjian');
    await head.getByRole('heading', { level: 1, name: 'Janji instansi Anda' }).waitFor();
    await head.getByText('500.16/12/DPMPTSP/2026').waitFor();
    await head.getByRole('button', { name: 'Kirim jawaban' }).click();
    await head.getByRole('alert').getByText('Jawaban belum ditulis.').waitFor();
    await head.getByLabel('Penjelasan dan langkah perbaikan').fill('Jumat kini diisi petugas cadangan.');
    await head.getByRole('button', { name: 'Kirim jawaban' }).click();
    await head.getByText('Jawaban terkirim ke pengelola.').waitFor();
    const href = await head.getByRole('link', { name: 'Cetak surat' }).getAttribute('href');
    assert.equal((await head.request.get(href!)).status(), 200);
    const other = await hall.newPage('desktop', { signedInAs: 'rusmiati@balangan.contoh' });
    assert.equal((await other.request.get(href!)).status(), 404);
    await other.goto('/loket/perjanjian', { waitUntil: 'networkidle' });
    await other.getByText('Belum ada surat.').waitFor();
    await checkAccessibility(other, 'the promises of an agency');
    await assertReflows(other, 'the promises of an agency');

    await manager.reload();
    await manager.getByText('Jumat kini diisi petugas cadangan.').waitFor();
    await manager.getByText(/Jawaban Yulianti/).waitFor();
  });
});
