import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows, openKiosk, openOfficer } from './hall-hands.ts';
import { ask } from './operations.ts';
import { openHall, type Hall } from './support.ts';

const MANAGER = 'hairunnisa@balangan.contoh';
const ADMINISTRATOR = 'fitriansyah@balangan.contoh';
const HEADER = 'date,kind,name,decree,confidence';
const DECREE = 'SKB contoh 1/2030';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const figure = (page: Page, label: string) =>
  page.locator('.kpi', { has: page.getByText(label, { exact: true }) }).locator('b');

describe('a manager’s and an administrator’s day', () => {
  let hall: Hall;
  let kiosk: Awaited<ReturnType<typeof openKiosk>>;
  before(async () => {
    hall = await openHall();
    kiosk = await openKiosk(hall);
  });
  after(() => hall.stop());

  const manager = () => hall.newPage('desktop', { signedInAs: MANAGER });
  const administrator = (javaScript = true) =>
    hall.newPage('desktop', { signedInAs: ADMINISTRATOR, javaScript });

  it('sees the floor live: a line without an officer asks for a hand', async () => {
    const page = await manager();
    await page.goto('/kelola');
    await heading(page, 'Lantai sekarang').waitFor();
    assert.equal(await figure(page, 'menunggu').innerText(), '0');
    await page.getByText('Semua antrean punya petugas.').waitFor();
    await checkAccessibility(page, 'empty floor');
    await page.locator('summary', { hasText: 'Gerai di denah' }).click();
    const plan = page.getByRole('group', { name: /^Denah lantai 1/ });
    await plan.getByText('belum ada petugas').first().waitFor();
    await kiosk.issue('ktp-el-baru');
    await plan.getByText('! 1 menunggu').waitFor();
    await page.getByText('Disdukcapil: ada antrean, loket kosong').waitFor();
    assert.equal(await figure(page, 'menunggu').innerText(), '1');
    await page.getByText('Tidak ada nomor simulasi hari ini.').waitFor();
    await page.locator('summary', { hasText: 'Gerai sebagai tabel' }).click();
    await page.getByRole('row', { name: /Disdukcapil Zona A belum ada petugas 1 / }).waitFor();
    await checkAccessibility(page, 'a line without an officer');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertReflows(page, 'floor on a phone');
    await checkAccessibility(page, 'phone, dark');
  });

  it('reads the day as a page and takes the same figures as a sheet', async () => {
    const officer = await openOfficer(hall, 'norlaila@balangan.contoh');
    const called = await officer.call();
    assert.ok(called.called);
    await officer.start();
    await officer.finish('refused', 'Berkas belum lengkap');
    const page = await manager();
    await page.goto('/kelola/laporan');
    await heading(page, /^Laporan /).waitFor();
    assert.equal(await figure(page, 'nomor diambil').innerText(), '1');
    assert.equal(await figure(page, 'dilayani').innerText(), '1');
    await page.getByRole('row', { name: /^Belum bisa 1 100/ }).waitFor();
    await checkAccessibility(page, 'report');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Unduh CSV' }).click(),
    ]);
    const day = new URL(page.url()).pathname.split('/').at(-1)!;
    assert.equal(download.suggestedFilename(), `laporan-balangan-${day}.csv`);
    const sheet = await page.request.get(`/kelola/laporan/${day}.csv`);
    assert.match(sheet.headers()['content-type'] ?? '', /^text\/csv/);
    assert.match(await sheet.text(), /Seluruh mal;;;;;1;1;1;0;/);
    await page.getByRole('link', { name: /Hari sebelumnya/ }).click();
    await page.getByText('Tidak ada nomor diambil pada hari ini.').waitFor();
    await checkAccessibility(page, 'report of an empty day');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/kelola/laporan/${day}`);
    await assertReflows(page, 'report on a phone');
  });

  it('is told in words that a day is no day, or has not happened', async () => {
    const page = await manager();
    const expected: [string, number, string][] = [
      ['2026-02-30', 400, 'Tanggal ini tidak terbaca.'],
      ['kemarin', 400, 'Tanggal ini tidak terbaca.'],
      [encodeURIComponent("2026-11-24'; drop table stop; --"), 400, 'Tanggal ini tidak terbaca.'],
      ['2099-01-01', 404, 'Hari ini belum terjadi.'],
    ];
    for (const [day, status, sentence] of expected) {
      assert.equal((await page.goto(`/kelola/laporan/${day}`))?.status(), status, day);
      await page.locator('.title', { hasText: sentence }).waitFor();
    }
    await checkAccessibility(page, 'no such day');
    const officer = await hall.newPage('desktop', { signedInAs: 'norlaila@balangan.contoh' });
    assert.equal((await officer.request.get('/kelola/laporan/2026-11-24.csv')).status(), 403);
  });

  it('pairs a device by the code that it shows, and revokes it, with plain forms', async () => {
    const device = await hall.newPage('kiosk');
    const pairing = await ask<{ code: string; token: string }>(device, 'staff/requestPairing', {
      kind: 'board',
    });
    const page = await administrator(false);
    await page.goto('/kelola/perangkat');
    await checkAccessibleLater(page, '/kelola/perangkat');
    const fill = async (code: string, name: string) => {
      await page.getByLabel('Kode di layar perangkat').fill(code);
      await page.getByLabel('Nama perangkat').fill(name);
      await page.getByLabel('Zona').selectOption({ label: 'Zona B' });
      await page.getByRole('button', { name: 'Pasang' }).click();
    };
    await fill('12', 'x');
    await page.getByRole('link', { name: 'Kode belum lengkap. Tulis enam huruf dan angka.' }).waitFor();
    await page.getByRole('link', { name: 'Nama belum diisi. Tulis 2 sampai 60 huruf.' }).waitFor();
    await fill('AAA-AAA', 'Papan lantai 1');
    await page.getByText('Kode pemasangan ini tidak kami temukan.').waitFor();
    const name = '<img src=x onerror=alert(1)> Papan 🙂';
    await fill(pairing.code.toLowerCase(), name);
    await page.getByText('Perangkat terpasang. Layarnya menyala, lalu namanya muncul di daftar.').waitFor();
    const claimed = await ask<{ confirmed: boolean }>(device, 'staff/claimPairing', { token: pairing.token });
    assert.equal(claimed.confirmed, true);
    await page.reload();
    const row = page.getByRole('row', { name: /onerror/ });
    await row.getByText('aktif').waitFor();
    await ask(device, 'boards/getBoard', {}, 'device');
    await row.getByRole('button', { name: /^Cabut/ }).click();
    await page
      .getByRole('row', { name: /onerror/ })
      .getByText('dicabut')
      .waitFor();
    await assert.rejects(ask(device, 'boards/getBoard', {}, 'device'), /DEVICE_NOT_PAIRED|SIGN_IN_NEEDED/);
  });

  /** Axe needs scripts: the same page is looked at by a browser that has them. */
  async function checkAccessibleLater(_page: Page, path: string): Promise<void> {
    const scripted = await administrator();
    await scripted.goto(path);
    await checkAccessibility(scripted, path);
    await scripted.context().close();
  }

  it('leaves to the administrator what is the administrator’s', async () => {
    const page = await manager();
    for (const path of ['/kelola/perangkat', '/kelola/libur']) {
      await page.goto(path);
      await page.getByText('Hanya administrator yang dapat mengubah ini.').waitFor();
      await checkAccessibility(page, `${path} for a manager`);
    }
    const sent = await page.request.post('/kelola/perangkat?/cabut', {
      form: { kunci: 'a-key-of-mine', perangkat: 'x' },
      headers: { origin: hall.url, accept: 'text/html' },
    });
    assert.equal(sent.status(), 403);
  });

  it('pauses the simulated crowd and is told what number is no number', async () => {
    const page = await manager();
    await page.goto('/kelola/simulasi');
    await checkAccessibility(page, 'crowd');
    await page.getByRole('radio', { name: /^Jeda/ }).check();
    await page.getByLabel('Kecepatan').selectOption({ label: '10 kali lebih cepat' });
    await page.getByLabel('Pengunjung per jam').fill('0');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('link', { name: 'Jumlah belum benar. Tulis angka 1 sampai 600.' }).waitFor();
    assert.equal(await page.getByRole('radio', { name: /^Jeda/ }).isChecked(), true, 'what was chosen stays');
    await page.getByLabel('Pengunjung per jam').fill('40');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Pengaturan simulasi tersimpan.').waitFor();
    const crowd = await ask(page, 'rehearsal/getCrowd');
    assert.deepEqual(crowd, { mode: 'paused', speed: 10, visitorsPerHour: 40 });
  });

  it('imports a year of holidays, told by row and column what cannot be read', async () => {
    const page = await administrator();
    await page.goto('/kelola/libur?tahun=2030');
    await page.getByText('Libur 2030 belum dimasukkan.').waitFor();
    await checkAccessibility(page, 'unknown year');
    const paste = page.getByLabel(/tempel isinya/);
    const send = () => page.getByRole('button', { name: 'Masukkan daftar' }).click();
    await send();
    await page.getByRole('link', { name: /Belum ada isi/ }).waitFor();
    await paste.fill(
      `${HEADER}\n2030-01-01,holiday,Tahun Baru,${DECREE},seen\n2030-02-30,holiday,Imlek,${DECREE},seen`,
    );
    await send();
    await page.getByRole('link', { name: /^Baris 3, kolom date: Bukan tanggal/ }).waitFor();
    await checkAccessibility(page, 'unreadable list');
    assert.match(await paste.inputValue(), /2030-02-30/, 'what was pasted stays');
    assert.equal(
      (await ask<{ imported: boolean }>(page, 'calendar/listHolidays', { year: 2030 })).imported,
      false,
    );
    const csv = `${HEADER}\r\n2030-01-01,holiday,"Tahun Baru, 2030 <b>",${DECREE},recalled\r\n`;
    await page
      .getByLabel('Berkas CSV')
      .setInputFiles({ name: 'libur.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await send();
    await page.getByText('Daftar libur dimasukkan.').waitFor();
    await page.getByRole('row', { name: /1 Januari 2030 Tahun Baru, 2030 <b>.*perlu dicocokkan/ }).waitFor();
    await checkAccessibility(page, 'imported year');
  });

  it('finds every deed on the trail, a page at a time', async () => {
    const page = await manager();
    await page.goto('/kelola/jejak');
    await page.getByRole('row', { name: /Fitriansyah, petugas memasukkan daftar libur/ }).waitFor();
    await page
      .getByRole('row', { name: /Norlaila, petugas menyelesaikan/ })
      .first()
      .waitFor();
    await checkAccessibility(page, 'trail');
    for (let count = 0; count < 50; count += 1) await kiosk.issue('kartu-keluarga-baru');
    await page.goto('/kelola/jejak');
    await page.getByRole('link', { name: 'Lebih lama' }).click();
    await page
      .getByRole('row', { name: /Norlaila, petugas menyelesaikan/ })
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Kembali ke terbaru' }).waitFor();
    assert.equal((await page.goto('/kelola/jejak?sebelum=bukan'))?.status(), 200);
  });

  it('walks all of it by keyboard alone', async () => {
    const page = await manager();
    await page.goto('/kelola');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'isi', 'straight to the content');
    await page.goto('/kelola');
    for (const [link, title] of [
      ['Laporan', /^Laporan /],
      ['Perangkat', 'Perangkat terpasang'],
      ['Perjanjian', 'Perjanjian kerja sama'],
      ['Atur', 'Persiapan mal'],
      ['Simulasi', 'Pengunjung simulasi'],
      ['Libur', /^Hari libur/],
      ['Jejak', 'Jejak'],
    ] as const) {
      await page.getByRole('navigation').getByRole('link', { name: link, exact: true }).focus();
      await page.keyboard.press('Enter');
      await heading(page, title).waitFor();
    }
  });
});
