import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows, openKiosk, openOfficer } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

const SERVICE = 'akta-kelahiran';
const OFFICER = 'norlaila@balangan.contoh';

describe('a citizen with a ticket', () => {
  let hall: Hall;
  let kiosk: Awaited<ReturnType<typeof openKiosk>>;
  let officer: Awaited<ReturnType<typeof openOfficer>>;
  before(async () => {
    hall = await openHall();
    kiosk = await openKiosk(hall);
    officer = await openOfficer(hall, OFFICER);
  });
  after(() => hall.stop());

  /** Someone is called, served and done with. */
  const serveOne = async (outcome = 'finished', reason?: string) => {
    await officer.call();
    await officer.start();
    await officer.finish(outcome, reason);
  };
  const waitFor = (page: Page, title: RegExp) =>
    page.waitForFunction((wanted) => new RegExp(wanted).test(document.title), title.source);
  const main = (page: Page) => page.locator('main').innerText();

  it('follows it from the waiting room to the rating without touching the page', async () => {
    for (let before = 0; before < 3; before += 1) await kiosk.issue(SERVICE);
    const ticket = await kiosk.issue(SERVICE);
    const page = await hall.newPage('phone');
    await page.addInitScript(() => {
      Object.assign(window, { shaken: 0 });
      navigator.vibrate = () => Boolean(((window as unknown as { shaken: number }).shaken += 1));
    });
    await page.goto(`/tiket/${ticket.token}`);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await waitFor(page, /3 orang lagi/);
    assert.match(
      await main(page),
      /3 orang sebelum Anda[\s\S]*paling lambat[\s\S]*WITA[\s\S]*Zona A, lantai 1/,
    );
    await checkAccessibility(page, 'waiting');
    await assertReflows(page, 'waiting');

    await serveOne();
    await waitFor(page, /2 orang lagi/);
    assert.match(await main(page), /Silakan menuju Zona A/);
    await checkAccessibility(page, 'near');
    await serveOne();
    await serveOne();
    await waitFor(page, /giliran berikutnya/);

    await officer.call();
    await waitFor(page, new RegExp(`^Loket ${officer.counterNumber}! ${ticket.code} dipanggil`));
    assert.match(await main(page), new RegExp(`Anda dipanggil[\\s\\S]*Loket ${officer.counterNumber}`));
    assert.match(await page.locator('[data-live-announce]').innerText(), /dipanggil/);
    assert.equal(await page.evaluate(() => (window as unknown as { shaken: number }).shaken), 1);
    await checkAccessibility(page, 'called');
    await officer.recall();
    await page.getByText('Sudah dipanggil 2 kali').waitFor();
    assert.equal(await page.evaluate(() => (window as unknown as { shaken: number }).shaken), 1);

    await officer.start();
    await waitFor(page, /sedang dilayani/);
    await checkAccessibility(page, 'serving');
    await officer.finish('finished');
    await waitFor(page, /selesai/);
    assert.equal(await page.evaluate(() => 'sameDocument' in window), true);
    await checkAccessibility(page, 'done');

    await page.getByRole('button', { name: 'Kirim jawaban' }).click();
    assert.match(await main(page), /Pilih satu jawaban/);
    await checkAccessibility(page, 'no answer chosen');
    await page.getByLabel('Sangat baik').check();
    await page.getByRole('button', { name: 'Kirim jawaban' }).click();
    await page.getByText('Jawaban Anda: Sangat baik').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Kirim jawaban' }).count(), 0);
    await checkAccessibility(page, 'rated');
  });

  it('needs no JavaScript: the page asks for itself and the form is plain', async () => {
    const ticket = await kiosk.issue(SERVICE);
    const page = await hall.newPage('phone', { javaScript: false });
    await page.goto(`/tiket/${ticket.token}`);
    assert.equal(await page.locator('meta[http-equiv="refresh"]').getAttribute('content'), '20');
    await serveOne('consultation');
    await page.reload();
    assert.equal(await page.locator('meta[http-equiv="refresh"]').count(), 0);
    // By keyboard alone: choose by arrow, send by Enter.
    await page.getByLabel('Sangat baik').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Jawaban Anda: Baik').waitFor();
  });

  it('reads the officer’s reason as text, whatever was written', async () => {
    const ticket = await kiosk.issue(SERVICE);
    await serveOne('refused', 'Nama ibu <b>berbeda</b> di KTP 🙂');
    const page = await hall.newPage('phone');
    await page.goto(`/tiket/${ticket.token}`);
    assert.match(await main(page), /Belum bisa diterbitkan[\s\S]*Nama ibu <b>berbeda<\/b> di KTP 🙂/);
    await checkAccessibility(page, 'refused');
  });

  it('is told what to do when nobody came to the call', async () => {
    const ticket = await kiosk.issue(SERVICE);
    await officer.call();
    await officer.markAbsent();
    const page = await hall.newPage('phone', { language: 'en' });
    await page.goto(`/tiket/${ticket.token}`);
    assert.match(await main(page), /You were called[\s\S]*Take a new number/);
    assert.equal(await page.locator('form').count(), 0);
    await checkAccessibility(page, 'absent');
  });

  it('rates only after the service, only once, and never from another site', async () => {
    const ticket = await kiosk.issue(SERVICE);
    const page = await hall.newPage('phone');
    const url = `/tiket/${ticket.token}?/nilai`;
    const rate = (headers: Record<string, string>, key = crypto.randomUUID()) =>
      page.request.post(url, { form: { nilai: '4', kunci: key }, headers, maxRedirects: 0 });
    // As a browser sends a form; to a program the same address answers with JSON.
    const own = { origin: hall.url, accept: 'text/html' };
    const ratings = () =>
      hall.sql('select 1 from rating r join stop s on s.id = r.stop_id where s.token = $1', [ticket.token]);

    assert.equal((await rate(own)).status(), 409);
    await serveOne();
    assert.equal((await rate({ origin: 'https://jahat.example' })).status(), 403);
    const cookie = { origin: 'https://jahat.example', cookie: 'bahasa=id', 'sec-fetch-site': 'cross-site' };
    assert.equal((await rate(cookie)).status(), 403);
    assert.equal((await ratings()).length, 0);
    const key = crypto.randomUUID();
    assert.equal((await rate(own, key)).status(), 303);
    assert.equal((await rate(own, key)).status(), 303, 'the same form twice is one answer');
    const again = await rate(own);
    assert.equal(again.status(), 409);
    assert.match(await again.text(), /sudah kami terima/);
    assert.equal((await ratings()).length, 1);
    for (const nilai of ['0', '5', 'abc', '', '4; drop table rating']) {
      const odd = await page.request.post(url, { form: { nilai, kunci: key }, headers: own });
      assert.equal(odd.status(), 400, nilai);
    }
  });

  it('is told when the connection is gone, and goes on when it is back', async () => {
    const ticket = await kiosk.issue(SERVICE);
    const page = await hall.newPage('phone');
    await page.goto(`/tiket/${ticket.token}`);
    const bar = page.locator('[data-live-stale]');
    await page.waitForTimeout(500);
    assert.equal(await bar.isVisible(), false);
    await hall.kill();
    await bar.waitFor({ state: 'visible' });
    assert.match(await bar.innerText(), /Terakhir terhubung \d\d\.\d\d/);
    await checkAccessibility(page, 'connection lost');
    await hall.restart();
    await bar.waitFor({ state: 'hidden' });
    await officer.call();
    await waitFor(page, /dipanggil/);
    await officer.markAbsent();
  });

  it('of yesterday is told that it no longer holds, and what to do', async () => {
    const ticket = await kiosk.issue(SERVICE);
    const [row] = await hall.sql<{ day: string }>(
      'select service_day::text as day from stop where token = $1',
      [ticket.token],
    );
    assert.ok(row);
    const tomorrow = new Date(Date.parse(`${row.day}T12:00:00Z`) + 86_400_000).toISOString();
    await hall.setClock(tomorrow);
    const page = await hall.newPage('phone');
    const response = await page.goto(`/tiket/${ticket.token}`);
    assert.equal(response?.status(), 200);
    // Whichever came first: the end of day, which closes it as our fault, or this visit.
    assert.match(
      await main(page),
      /Sudah tidak berlaku[\s\S]*Ambil nomor baru|belum dilayani[\s\S]*meja informasi/,
    );
    await checkAccessibility(page, 'expired');
  });
});
