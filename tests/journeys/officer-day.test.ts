import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows, openKiosk } from './hall-hands.ts';
import { seatOfficer } from './operations.ts';
import { openHall, type Hall } from './support.ts';

const NORLAILA = 'norlaila@balangan.contoh';

const settled = (page: Page) => page.locator('.go .btn-main:not([aria-busy])').waitFor();
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
/** One key, once the last deed has settled. */
async function press(page: Page, key: string, says: string): Promise<void> {
  await settled(page);
  await page.keyboard.press(key);
  await said(page, says);
}
/** Tab until this has the focus: as somebody without a mouse gets there. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const at = document.activeElement;
      if (at instanceof HTMLInputElement || at instanceof HTMLSelectElement)
        return at.labels?.[0]?.textContent ?? '';
      return at instanceof HTMLButtonElement ? at.textContent : '';
    });
    if (at.includes(label)) return;
  }
  assert.fail(`Tab does not reach ${label}`);
}

describe('an officer’s day without a mouse', () => {
  let hall: Hall;
  let kiosk: Awaited<ReturnType<typeof openKiosk>>;
  let page: Page;
  let board: Page;
  before(async () => {
    hall = await openHall();
    kiosk = await openKiosk(hall);
    board = await hall.newPage('board');
    await board.goto(hall.boardLink);
    await board.getByRole('heading', { name: /Zona A/ }).waitFor();
    page = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await page.goto('/loket');
    await page.locator('.counters .btn:not([aria-busy])').first().waitFor();
    await page.getByRole('button', { name: 'Buka loket 3' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.go').waitFor();
  });
  after(() => hall.stop());

  it('sees who is next and why, and all keys in one list', async () => {
    const first = await kiosk.issue('ktp-el-baru');
    const second = await kiosk.issue('akta-kelahiran', true);
    await page.locator('.now').getByText(`${second.code} berikutnya: datang`).waitFor();
    await page.locator('.now').getByText('maju 20 menit sebagai prioritas').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Tombol pintas' }).waitFor();
    await checkAccessibility(page, 'list of keys');
    await page.keyboard.press(' ');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await press(page, ' ', `${second.code} dipanggil ke loket 3.`);
    const huge = board.locator('.first .no').getByText(second.code, { exact: true });
    await huge.waitFor();
    await press(page, 'b', `Panggilan ${second.code} dibatalkan.`);
    await huge.waitFor({ state: 'detached' });
    await press(page, ' ', `${second.code} dipanggil ke loket 3.`);
    await press(page, 'u', `${second.code} dipanggil lagi, 2 kali.`);
    await press(page, 'h', `${second.code} ditahan sampai`);
    await press(page, ' ', `${first.code} dipanggil ke loket 3.`);
    await press(page, 't', `${first.code} dicatat tidak datang.`);
  });

  it('calls another number with a reason, and the manager’s trail says who was passed', async () => {
    const first = await kiosk.issue('ktp-el-baru');
    const second = await kiosk.issue('ktp-el-baru');
    await page.locator('tr', { hasText: second.code }).waitFor();
    await settled(page);
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog', { name: 'Panggil di luar urutan' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    // Along the rows by arrow, and Enter chooses one.
    await page.locator('tbody .row').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.getByText('1 orang dilewati.').waitFor();
    await checkAccessibility(page, 'calling out of turn');
    await tabTo(page, 'Alasan memanggil lebih dulu');
    await page.keyboard.press('Enter');
    await dialog.getByText('Tulis alasannya, paling sedikit 3 huruf.').waitFor();
    await page.keyboard.type('Lansia, kurang sehat');
    await page.keyboard.press('Enter');
    await said(page, `${second.code} dipanggil ke loket 3, 1 orang dilewati.`);
    await page.locator('.now').getByText('di luar urutan').waitFor();
    await press(page, ' ', `Mulai melayani ${second.code}.`);
    await settled(page);
    await page.keyboard.press('2');
    await press(page, ' ', `${second.code} selesai. ${first.code} dipanggil.`);
    const manager = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
    await manager.goto('/kelola/jejak');
    await manager.getByText('memanggil di luar urutan').first().waitFor();
    await manager.getByText('Lansia, kurang sehat').first().waitFor();
  });

  it('sends on who stands at the wrong desk: the phone leads to the new number', async () => {
    // Called in the test before.
    const code = await page.locator('.now .no').innerText();
    const [row] = await hall.sql<{ token: string }>('select token from stop where state = $1', ['called']);
    const phone = await hall.newPage('phone');
    await phone.goto(`/tiket/${row!.token}`);
    await phone.getByText('Anda dipanggil. Silakan ke').waitFor();
    await settled(page);
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: `Alihkan ${code}` });
    await dialog.getByText('Kami salah arah.').waitFor();
    await page.getByLabel('Ke instansi mana?').waitFor();
    await tabTo(page, 'Ke instansi mana?');
    await page.keyboard.type('BPJS Kes');
    await tabTo(page, 'Layanan apa?');
    await page.keyboard.press('ArrowDown');
    await checkAccessibility(page, 'passing somebody on');
    await tabTo(page, 'Alihkan ke');
    await page.keyboard.press('Enter');
    await said(page, `${code} menjadi`);
    await phone.getByText('Kunjungan Anda berlanjut').waitFor();
    await phone.getByText('Anda dialihkan').waitFor();
    await checkAccessibility(phone, 'a ticket that was passed on');
    await assertReflows(phone, 'a ticket that was passed on');
    const next = await hall.sql<{ series: string; number: number }>(
      'select series, number from stop where transferred_from is not null',
    );
    assert.equal(next.length, 1);
    await phone.getByRole('link', { name: 'Lihat giliran' }).click();
    await phone.getByText('Giliran berikutnya', { exact: true }).waitFor();
    // The board of the zone shows the new number when the other agency calls it.
    const called = await (await seatOfficer(hall, 'raudatul@balangan.contoh')).call();
    await board.locator('.first .no').getByText(called, { exact: true }).waitFor();
    await phone.getByText('Anda dipanggil. Silakan ke').waitFor();
  });

  it('sends on whom it has finished, as the next stop, and closes the counter', async () => {
    const { code } = await kiosk.issue('ktp-el-baru');
    await page.getByRole('button', { name: `Panggil ${code}` }).waitFor();
    await press(page, ' ', `${code} dipanggil ke loket 3.`);
    await press(page, ' ', `Mulai melayani ${code}.`);
    await settled(page);
    await page.keyboard.press('a');
    await page.getByRole('dialog', { name: `Alihkan ${code}` }).waitFor();
    await tabTo(page, 'Kami salah arah');
    await page.keyboard.press('ArrowDown');
    await page.getByLabel('Ke instansi mana?').waitFor();
    await tabTo(page, 'Ke instansi mana?');
    await page.keyboard.type('UPPD');
    await tabTo(page, 'Layanan apa?');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'Hasil di sini');
    await checkAccessibility(page, 'the next stop');
    await tabTo(page, 'Alihkan ke');
    await page.keyboard.press('Enter');
    await said(page, `${code} menjadi`);
    const [stop] = await hall.sql<{ outcome: string }>(
      `select p.outcome from stop s join stop p on p.id = s.transferred_from where s.transfer_reason = 'next-stop'`,
    );
    assert.equal(stop!.outcome, 'finished');
    await settled(page);
    await page.getByRole('button', { name: 'Tutup loket' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Anda duduk di loket mana?' }).waitFor();
  });
});
