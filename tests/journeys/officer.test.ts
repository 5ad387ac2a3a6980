import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows, openKiosk } from './hall-hands.ts';
import { ask } from './operations.ts';
import { openHall, type Hall } from './support.ts';

const NORLAILA = 'norlaila@balangan.contoh';
const RUSMIATI = 'rusmiati@balangan.contoh';
const REASON = 'Surat keterangan lahir belum ada, ambil di bidan. <b>1</b> 🙂';

/** What the server drew can be pressed once the page has come alive. */
const open = async (page: Page, counter: number) => {
  await page.locator('.counters .btn:not([aria-busy])').first().waitFor();
  await page.getByRole('button', { name: `Buka loket ${counter}` }).click();
};
/** Presses rest for two seconds after each deed; then the large button is ready again. */
const settled = (page: Page) => page.locator('.go .btn-main:not([aria-busy])').waitFor();
const said = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).waitFor();
const code = (page: Page) => page.locator('.now .no').innerText();

describe('an officer’s morning at the counter', () => {
  let hall: Hall;
  let kiosk: Awaited<ReturnType<typeof openKiosk>>;
  before(async () => {
    hall = await openHall();
    kiosk = await openKiosk(hall);
  });
  after(() => hall.stop());

  const stateOf = async (ticket: string) => {
    const [series, number] = ticket.split('-');
    const [row] = await hall.sql<{ state: string; outcome: string | null; outcome_reason: string | null }>(
      `select s.state, s.outcome, s.outcome_reason from stop s
       where s.number = $2 and s.series = $1`,
      [series, Number(number)],
    );
    return row!;
  };
  /** Leaves nobody waiting and nobody seated, so that each journey begins alike. */
  beforeEach(async () => {
    await hall.sql(`update stop set state = 'done', outcome = 'left' where state <> 'done'`);
    await hall.sql(
      'update counter_session set closed_at = greatest(opened_at, now()) where closed_at is null',
    );
  });

  it('with the mouse: opens a counter, calls, serves, finishes and closes', async () => {
    const page = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await page.goto('/loket');
    await checkAccessibility(page, 'choosing a counter');
    await open(page, 3);
    await page.getByRole('heading', { level: 1, name: 'Belum ada yang dipanggil' }).waitFor();
    await page.getByText('Belum ada yang menunggu.').first().waitFor();
    await checkAccessibility(page, 'nobody waits');
    const first = await kiosk.issue('ktp-el-baru');
    const second = await kiosk.issue('akta-kelahiran', true);
    // Who declared priority started twenty minutes ahead; the console shows it without being asked.
    await page.getByText('prioritas, maju 20 mnt').waitFor();
    await settled(page);
    await page.getByRole('button', { name: `Panggil ${second.code}` }).click();
    await said(page, `${second.code} dipanggil ke loket 3.`);
    assert.equal(await code(page), second.code);
    await checkAccessibility(page, 'called');
    await settled(page);
    await page.getByRole('button', { name: `Mulai melayani ${second.code}` }).click();
    await said(page, `Mulai melayani ${second.code}.`);
    await checkAccessibility(page, 'serving');
    const overflow = await page.evaluate(() => {
      const { scrollHeight, clientHeight } = document.querySelector('.work')!;
      return [document.documentElement.scrollHeight - innerHeight, scrollHeight - clientHeight];
    });
    assert.deepEqual(overflow, [0, 0], 'nothing scrolls at 1366 × 768');
    await settled(page);
    await page.getByLabel('Konsultasi saja').check();
    await page.getByRole('button', { name: `Selesai, panggil ${first.code}` }).click();
    await said(page, `${second.code} selesai. ${first.code} dipanggil.`);
    assert.equal((await stateOf(second.code)).outcome, 'consultation');
    await settled(page);
    await page.getByRole('button', { name: 'Tidak datang' }).click();
    await said(page, `${first.code} dicatat tidak datang.`);
    await settled(page);
    await page.getByRole('button', { name: 'Tutup loket' }).click();
    await page.getByRole('heading', { name: 'Anda duduk di loket mana?' }).waitFor();
  });

  it('by keyboard alone: space, u, digits, and a reason that the citizen reads', async () => {
    const first = await kiosk.issue('ktp-el-baru');
    const second = await kiosk.issue('ktp-el-baru');
    const page = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await page.goto('/loket');
    await page.locator('.counters .btn:not([aria-busy])').first().waitFor();
    await page.getByRole('button', { name: 'Buka loket 1' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.go').waitFor();
    await settled(page);
    await page.keyboard.press(' ');
    await page.keyboard.press(' ');
    await said(page, `${first.code} dipanggil ke loket 1.`);
    await page.keyboard.press(' ');
    await settled(page);
    assert.equal(
      (await stateOf(first.code)).state,
      'called',
      'three presses called once and started nothing',
    );
    assert.equal((await stateOf(second.code)).state, 'waiting');
    await page.keyboard.press('u');
    await said(page, `${first.code} dipanggil lagi, 2 kali.`);
    await settled(page);
    await page.keyboard.press(' ');
    await said(page, `Mulai melayani ${first.code}.`);
    await settled(page);
    await page.keyboard.press('4');
    await page.keyboard.press(' ');
    await page.getByText('Alasan belum ditulis.').waitFor();
    await checkAccessibility(page, 'reason missing');
    // The field has the focus: what is typed is text, digits and letters too.
    await page.keyboard.type(REASON);
    assert.equal(await page.getByLabel('Alasan, dibaca pemohon').inputValue(), REASON);
    await page.keyboard.press('Tab');
    await page.keyboard.press(' ');
    await said(page, `${first.code} selesai. ${second.code} dipanggil.`);
    assert.deepEqual(await stateOf(first.code), {
      state: 'done',
      outcome: 'refused',
      outcome_reason: REASON,
    });
  });

  it('holds the number of one who is not there, by key, and takes it back to its place', async () => {
    const first = await kiosk.issue('ktp-el-baru');
    const second = await kiosk.issue('ktp-el-baru');
    const page = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await page.goto('/loket');
    await open(page, 3);
    await settled(page);
    await page.keyboard.press(' ');
    await said(page, `${first.code} dipanggil ke loket 3.`);
    await settled(page);
    await page.keyboard.press('h');
    await said(page, `${first.code} ditahan sampai`);
    await page.getByRole('heading', { level: 1, name: 'Belum ada yang dipanggil' }).waitFor();
    await checkAccessibility(page, 'somebody on hold');
    const phone = await hall.newPage('phone');
    await phone.goto(`/tiket/${first.token}`);
    await phone.getByText('Nomor Anda ditahan').waitFor();
    await phone.getByText('Temui petugas di loket 3, Zona A.').waitFor();
    await checkAccessibility(phone, 'ticket on hold');
    await settled(page);
    await page.getByRole('button', { name: `${first.code} sudah kembali` }).click();
    await said(page, `${first.code} kembali ke tempatnya di antrean.`);
    await settled(page);
    await page.getByRole('button', { name: `Panggil ${first.code}` }).waitFor();
    assert.equal((await stateOf(second.code)).state, 'waiting');
  });

  it('takes a call back that was a slip, and stops calling after the last call that the mall allows', async () => {
    const first = await kiosk.issue('ktp-el-baru');
    const page = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await page.goto('/loket');
    await open(page, 3);
    await settled(page);
    await page.keyboard.press(' ');
    await said(page, `${first.code} dipanggil ke loket 3.`);
    const phone = await hall.newPage('phone');
    await phone.goto(`/tiket/${first.token}`);
    await phone.getByText('Anda dipanggil. Silakan ke').waitFor();
    await settled(page);
    await page.keyboard.press('b');
    await said(page, `Panggilan ${first.code} dibatalkan.`);
    await phone.getByText('Giliran berikutnya', { exact: true }).waitFor();
    await settled(page);
    await page.keyboard.press(' ');
    await said(page, `${first.code} dipanggil ke loket 3.`);
    for (const times of [2, 3]) {
      await settled(page);
      await page.keyboard.press('u');
      await said(page, `${first.code} dipanggil lagi, ${times} kali.`);
    }
    await page.getByText('Sudah dipanggil 3 kali: tahan atau tandai tidak datang.').waitFor();
    const again = page.getByRole('button', { name: 'Panggil ulang' });
    assert.equal(await again.getAttribute('aria-disabled'), 'true');
    await checkAccessibility(page, 'called for the last time');
  });

  it('switches the shortcuts off, and the browser remembers it', async () => {
    const { code: waiting } = await kiosk.issue('ktp-el-baru');
    const page = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await page.goto('/loket');
    await open(page, 1);
    await page.getByLabel('Tombol pintas').uncheck();
    await page.reload();
    // What the server drew does not know yet what this browser remembers.
    await page.locator('button:not([aria-busy])', { hasText: `Panggil ${waiting}` }).waitFor();
    assert.equal(await page.getByLabel('Tombol pintas').isChecked(), false);
    await page.locator('h1').click();
    await page.keyboard.press(' ');
    assert.equal((await stateOf(waiting)).state, 'waiting');
  });

  it('sees at once that a colleague took a counter, and by whom', async () => {
    const page = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await page.goto('/loket');
    const colleague = await hall.newPage('desktop', { signedInAs: RUSMIATI });
    const desk = await ask<{ counters: { id: string; number: number }[] }>(colleague, 'queue/getDesk');
    await page.getByRole('button', { name: 'Buka loket 2' }).waitFor();
    await ask(colleague, 'queue/openCounter', { counterId: desk.counters[1]!.id });
    await page.getByText('dipakai Hj. Rusmiati', { exact: true }).waitFor();
    assert.equal(
      await page.getByRole('button', { name: 'Buka loket 2' }).getAttribute('aria-disabled'),
      'true',
    );
    await checkAccessibility(page, 'a counter is taken');
  });

  it('is told the server’s no in words, beside the button', async () => {
    await kiosk.issue('ktp-el-baru');
    const page = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await page.goto('/loket');
    await open(page, 1);
    await page.locator('.go').waitFor();
    await settled(page);
    await page.route('**/rpc/queue/callNext', (route) =>
      route.fulfill({
        status: 409,
        json: { json: { defined: true, code: 'NOTHING_WAITING', status: 409, message: '', data: {} } },
      }),
    );
    await page.locator('.go .btn-main').click();
    await page.getByRole('alert').getByText('Tidak ada yang menunggu sekarang.').waitFor();
    await checkAccessibility(page, 'refused');
  });

  it('calls one person once although the answer was lost and the button pressed again', async () => {
    const first = await kiosk.issue('ktp-el-baru');
    const second = await kiosk.issue('ktp-el-baru');
    const page = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await page.goto('/loket');
    await open(page, 1);
    await page.locator('.go').waitFor();
    await settled(page);
    const keys = new Set<string | undefined>();
    await page.route('**/rpc/queue/getDesk', (route) => route.abort());
    await page.route('**/rpc/queue/callNext', async (route) => {
      keys.add(route.request().headers()['idempotency-key']);
      // The server does it, the answer never arrives.
      await route.fetch();
      await route.abort();
    });
    await page.locator('.go .btn-main').click();
    await page.getByRole('alert').getByText('Sambungan terputus.').waitFor();
    await page.unroute('**/rpc/queue/callNext');
    page.on('request', (request) => {
      if (request.url().endsWith('/rpc/queue/callNext')) keys.add(request.headers()['idempotency-key']);
    });
    await page.locator('.go .btn-main').click();
    await said(page, `${first.code} dipanggil ke loket 1.`);
    await page.unroute('**/rpc/queue/getDesk');
    assert.equal(keys.size, 1, 'one intention, one key');
    assert.equal((await stateOf(first.code)).state, 'called');
    assert.equal((await stateOf(second.code)).state, 'waiting');
  });

  it('says that the desk may be old while the line is silent, and looks again when it is back', async () => {
    const page = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await page.goto('/loket');
    // Only a page that has come alive can know that its line went silent.
    await page.locator('.counters .btn:not([aria-busy])').first().waitFor();
    await hall.kill();
    await page.getByText('Yang terlihat adalah keadaan terakhir.').waitFor();
    await checkAccessibility(page, 'stale');
    await hall.restart();
    // The pauses between its tries grow while nobody answers, and a busy machine starts the server slowly.
    await page
      .getByText('Yang terlihat adalah keadaan terakhir.')
      .waitFor({ state: 'hidden', timeout: 60_000 });
  });

  it('fits a phone, a large screen and the dark, in English too', async () => {
    await kiosk.issue('ktp-el-baru', true);
    for (const surface of ['phone', 'tablet', 'wide'] as const) {
      const page = await hall.newPage(surface, { signedInAs: NORLAILA, language: 'en' });
      await page.emulateMedia({ colorScheme: surface === 'tablet' ? 'light' : 'dark' });
      await page.goto('/loket');
      const first = page.getByRole('button', { name: 'Open counter 1' });
      if ((await first.count()) > 0) {
        await page.locator('.counters .btn:not([aria-busy])').first().waitFor();
        await first.click();
      }
      await page.getByText('priority, 20 min ahead').waitFor();
      await page.locator('.go').waitFor();
      await assertReflows(page, surface);
      await checkAccessibility(page, surface);
    }
  });
});
