import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows, openKiosk, openOfficer } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

const SERVICE = 'akta-kelahiran';
const OFFICER = 'norlaila@balangan.contoh';

describe('what the holder of a number does on the phone', () => {
  let hall: Hall;
  let kiosk: Awaited<ReturnType<typeof openKiosk>>;
  let officer: Awaited<ReturnType<typeof openOfficer>>;
  before(async () => {
    hall = await openHall();
    kiosk = await openKiosk(hall);
    officer = await openOfficer(hall, OFFICER);
  });
  after(() => hall.stop());

  const main = (page: Page) => page.locator('main').innerText();
  const stateOf = async (token: string) =>
    (
      await hall.sql<{ state: string; outcome: string }>('select state, outcome from stop where token = $1', [
        token,
      ])
    )[0]!;

  it('gives the number up after being asked once more, without scripts and by keyboard alone', async () => {
    const ticket = await kiosk.issue(SERVICE);
    const page = await hall.newPage({ width: 320, height: 640 }, { javaScript: false });
    await page.goto(`/tiket/${ticket.token}`);
    await page.getByRole('link', { name: 'Saya tidak jadi datang' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Lepas nomor ${ticket.code}?` }).waitFor();
    assert.equal((await stateOf(ticket.token)).state, 'waiting', 'asking changes nothing');
    await page.getByRole('link', { name: 'Tidak, saya tetap antre' }).click();
    assert.match(await main(page), /sebelum Anda|Giliran berikutnya/);
    await page.goBack();
    await page.getByRole('button', { name: `Ya, lepas nomor ${ticket.code}` }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Nomor ini sudah dilepas', { exact: true }).waitFor();
    assert.deepEqual(await stateOf(ticket.token), { state: 'done', outcome: 'left' });
    // The way back leads to the ticket as it is now.
    await page.goto(`/tiket/${ticket.token}/batal`);
    assert.match(page.url(), new RegExp(`/tiket/${ticket.token}$`));
  });

  it('asks so that it can be read by everybody', async () => {
    const ticket = await kiosk.issue(SERVICE);
    const page = await hall.newPage({ width: 320, height: 640 });
    await page.goto(`/tiket/${ticket.token}/batal`);
    await checkAccessibility(page, 'giving up');
    await assertReflows(page, 'giving up');
    await page.getByRole('button', { name: /Ya, lepas/ }).click();
    await page.getByText('Nomor ini sudah dilepas', { exact: true }).waitFor();
    await checkAccessibility(page, 'given up');
  });

  it('says after a hold to be there, and stands in the line again on this page', async () => {
    const ticket = await kiosk.issue(SERVICE);
    const page = await hall.newPage('phone');
    await page.goto(`/tiket/${ticket.token}`);
    await officer.call();
    await page.waitForFunction(() => document.title.includes('dipanggil'));
    await page.getByRole('link', { name: 'Saya tidak bisa datang' }).waitFor();
    await officer.hold();
    await page.getByRole('button', { name: 'Saya sudah di sini' }).waitFor();
    await checkAccessibility(page, 'held');
    await assertReflows(page, 'held');
    await page.getByRole('button', { name: 'Saya sudah di sini' }).click();
    await page.getByText('Giliran berikutnya').first().waitFor();
    assert.equal((await stateOf(ticket.token)).state, 'waiting');
    await page.getByText('Riwayat nomor ini').click();
    assert.match(
      await page.locator('#riwayat').innerText(),
      /Nomor diambil[\s\S]*Dipanggil ke loket \d+[\s\S]*ditahan[\s\S]*Kembali ke antrean, di tempat semula/,
    );
    await checkAccessibility(page, 'the history');
    await assertReflows(page, 'the history');
    await officer.call();
    await page.waitForFunction(() => document.title.includes('dipanggil'));
    assert.equal(await page.locator('#riwayat[open]').count(), 1, 'what was opened stays open');
    await officer.start();
    await page.waitForFunction(() => document.title.includes('dilayani'));
    assert.equal(await page.getByRole('link', { name: /tidak (jadi|bisa) datang/ }).count(), 0);
    await officer.finish('finished');
  });

  it('is told why a press came too late, and another site presses nothing', async () => {
    const ticket = await kiosk.issue(SERVICE);
    const page = await hall.newPage('phone');
    const press = (what: string, headers: Record<string, string>, key = crypto.randomUUID()) =>
      page.request.post(`/tiket/${ticket.token}${what}`, {
        form: { kunci: key },
        headers: { accept: 'text/html', ...headers },
        maxRedirects: 0,
      });
    const own = { origin: hall.url };
    const late = await press('?/kembali', own);
    assert.equal(late.status(), 409);
    assert.match(await late.text(), /tidak sedang ditahan/);
    assert.equal((await press('/batal', { origin: 'https://jahat.example' })).status(), 403);
    assert.equal((await stateOf(ticket.token)).state, 'waiting');
    const key = crypto.randomUUID();
    assert.equal((await press('/batal', own, key)).status(), 303);
    assert.equal((await press('/batal', own, key)).status(), 303, 'the same form twice is one deed');
  });
});
