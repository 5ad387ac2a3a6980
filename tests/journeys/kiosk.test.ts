import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import {
  button,
  codeOnScreen,
  countStops,
  goHome,
  heading,
  key,
  openDisdukcapil,
  openKiosk,
} from './kiosk-page.ts';
import { seatOfficer } from './operations.ts';
import { openHall, type Hall } from './support.ts';

describe('a visitor at the kiosk', () => {
  let hall: Hall;
  let kiosk: Page;
  before(async () => {
    hall = await openHall();
    kiosk = await openKiosk(hall);
  });
  beforeEach(async () => {
    await kiosk.unrouteAll();
    await goHome(kiosk);
  });
  after(() => hall.stop());

  it('takes a number with two touches, and the code leads to its page', async () => {
    await checkAccessibility(kiosk, 'first screen');
    await openDisdukcapil(kiosk);
    await checkAccessibility(kiosk, 'services');
    await button(kiosk, 'Akta kelahiran').click();
    const code = await codeOnScreen(kiosk);
    assert.equal(code, 'A-001');
    await kiosk.getByText('Tunggu di Zona A, lantai 1').waitFor();
    await checkAccessibility(kiosk, 'ticket');
    const [stop] = await hall.sql<{ token: string; priority: boolean }>('select token, priority from stop');
    assert.equal(stop!.priority, false);
    assert.equal(await kiosk.getByRole('img', { name: `Kode QR: halaman nomor ${code}` }).count(), 1);
    assert.equal(await button(kiosk, 'Cetak karcis').count(), 0, 'this kiosk may not print');
    await button(kiosk, 'Selesai').click();
    await heading(kiosk, 'Anda mau ke mana?').waitFor();
  });

  it('is believed to be elderly, and told what that changes', async () => {
    await openDisdukcapil(kiosk);
    await button(kiosk, /Lansia, difabel.*20 menit lebih awal. Tanpa bukti/).click();
    await button(kiosk, 'Akta kematian').click();
    const code = await codeOnScreen(kiosk);
    await kiosk.getByText('Prioritas, maju 20 menit').waitFor();
    const [stop] = await hall.sql('select priority, head_start_minutes from stop where number = $1', [
      Number(code.slice(2)),
    ]);
    assert.deepEqual(stop, { priority: true, head_start_minutes: 20 });
  });

  it('touches twice and gets one number', async () => {
    const before = await countStops(hall);
    await openDisdukcapil(kiosk);
    await button(kiosk, 'Kartu Keluarga baru').dblclick();
    await codeOnScreen(kiosk);
    await goHome(kiosk);
    await openDisdukcapil(kiosk);
    // Faster than any finger: both presses before the screen can change.
    await button(kiosk, 'Kartu Keluarga baru').evaluate((service: HTMLElement) => {
      service.click();
      service.click();
    });
    await codeOnScreen(kiosk);
    assert.equal(await countStops(hall), before + 2);
  });

  it('finds a service by typing on the screen; strange signs find nothing and break nothing', async () => {
    await button(kiosk, /Cari layanan/).click();
    await checkAccessibility(kiosk, 'search');
    for (const letter of ['S', 'K', 'C', 'K']) await key(kiosk, letter).click();
    await kiosk.getByText('2 layanan ditemukan').waitFor();
    await checkAccessibility(kiosk, 'found');
    const field = kiosk.getByLabel('Nama layanan');
    for (const text of [
      '<img src=x onerror=alert(1)>',
      "'; drop table stop; --",
      '😀',
      '\u202egnp',
      'x'.repeat(10_000),
    ]) {
      await field.fill(text);
      await kiosk.getByText('Belum ketemu. Coba kata lain, misalnya KTP.').waitFor();
    }
    assert.ok((await field.inputValue()).length <= 60);
    await key(kiosk, 'Hapus semua').click();
    for (const letter of ['S', 'K', 'C', 'K']) await key(kiosk, letter).click();
    await button(kiosk, /SKCK baru/).click();
    assert.match(await codeOnScreen(kiosk), /^P-/);
  });

  it('walks the whole way by keys alone', async () => {
    const focused = () => kiosk.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    const tabTo = async (text: RegExp) => {
      for (let press = 0; press < 60; press += 1) {
        await kiosk.keyboard.press('Tab');
        if (text.test(await focused())) return;
      }
      assert.fail(`no way by keys to ${text}`);
    };
    await tabTo(/^Disdukcapil/);
    await kiosk.keyboard.press('Enter');
    await heading(kiosk, 'Disdukcapil').waitFor();
    assert.match(await focused(), /Disdukcapil/, 'the step begins at its heading');
    await tabTo(/^Akta kelahiran/);
    await kiosk.keyboard.press('Space');
    await codeOnScreen(kiosk);
    await tabTo(/^Selesai/);
    await kiosk.keyboard.press('Enter');
    await heading(kiosk, 'Anda mau ke mana?').waitFor();
  });

  it('answers the one question once, by the number on the ticket', async () => {
    const officer = await seatOfficer(hall, 'norlaila@balangan.contoh');
    const code = await officer.call();
    const rate = async () => {
      await button(kiosk, /Beri nilai/).click();
      await checkAccessibility(kiosk, 'number for the rating');
      await key(kiosk, 'A').click();
      for (const digit of code.slice(2)) await key(kiosk, digit).click();
      await button(kiosk, 'Lanjut').click();
      await checkAccessibility(kiosk, 'scores');
      await button(kiosk, 'Sangat baik').click();
    };
    await rate();
    await kiosk.getByRole('alert').getByText(/belum/).first().waitFor();
    await checkAccessibility(kiosk, 'not served yet');
    await officer.serve();
    await goHome(kiosk);
    await rate();
    await heading(kiosk, /Terima kasih/).waitFor();
    await checkAccessibility(kiosk, 'rated');
    assert.deepEqual(await hall.sql('select score, channel from rating'), [{ score: 4, channel: 'kiosk' }]);
    await button(kiosk, 'Selesai').click();
    await rate();
    await kiosk.getByText('Penilaian untuk nomor ini sudah kami terima.').waitFor();
  });

  it('changes language and size of type for itself alone', async () => {
    await button(kiosk, 'English').click();
    await heading(kiosk, 'Where do you want to go?').waitFor();
    assert.equal(await kiosk.locator('html').getAttribute('lang'), 'en');
    await button(kiosk, 'Large type').click();
    await button(kiosk, 'Lower the buttons').click();
    await checkAccessibility(kiosk, 'English, large and lowered');
    await goHome(kiosk);
    assert.equal(await button(kiosk, 'Huruf besar').getAttribute('aria-pressed'), 'false');
  });

  it('is asked after 45 seconds whether it is still there, and forgotten after 15 more', async () => {
    const page = await hall.newTab(kiosk);
    await page.clock.install();
    await page.goto('/kios');
    await button(page, /Disdukcapil/).click();
    await page.clock.runFor(44_000);
    assert.equal(await page.getByRole('dialog').count(), 0);
    await page.clock.runFor(2_000);
    await page.getByRole('dialog', { name: 'Masih di sini?' }).waitFor();
    await checkAccessibility(page, 'still there?');
    await button(page, 'Ya, lanjutkan').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await heading(page, 'Disdukcapil').waitFor();
    await page.clock.runFor(46_000);
    await page.clock.runFor(16_000);
    await heading(page, 'Anda mau ke mana?').waitFor();
    await page.close();
  });

  it('offers a printed ticket where the kiosk may print, and nobody is named on it', async () => {
    await kiosk.goto('/kios?cetak=browser');
    await openDisdukcapil(kiosk);
    await button(kiosk, 'Akta kelahiran').click();
    const code = await codeOnScreen(kiosk);
    await button(kiosk, 'Cetak karcis').waitFor();
    await kiosk.emulateMedia({ media: 'print' });
    const paper = (await kiosk.locator('body').innerText()).split('\n').map((line) => line.trim());
    assert.ok(paper.includes(code));
    assert.ok(!paper.includes('Selesai'), 'what is for touching stays off the paper');
    await kiosk.emulateMedia({ media: 'screen' });
  });

  it('finds nothing to touch that is smaller than 60 pixels', async () => {
    const small = async (state: string) => {
      const sizes = await kiosk.getByRole('button').evaluateAll((buttons) =>
        buttons
          .map((each) => ({ says: each.textContent?.trim(), box: each.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.height < 60 || box.width < 60))
          .map(({ says, box }) => `${says} ${Math.round(box.width)}×${Math.round(box.height)}`),
      );
      assert.deepEqual(sizes, [], state);
    };
    await small('first screen');
    await button(kiosk, /Cari layanan/).click();
    await small('search');
    await goHome(kiosk);
    await button(kiosk, /Beri nilai/).click();
    await small('rating');
  });
});
