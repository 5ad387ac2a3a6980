import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { button, codeOnScreen, goHome, heading, openDisdukcapil, openKiosk } from './kiosk-page.ts';
import { openHall, type Hall } from './support.ts';

/** Chromium in tests has no voice: one that writes down what it would say. */
function installVoice(): void {
  const voice = { lang: 'id-ID', localService: true, name: 'Damayanti' };
  const said: string[] = [];
  Object.assign(globalThis, {
    said,
    SpeechSynthesisUtterance: class {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
  Object.defineProperty(globalThis, 'speechSynthesis', {
    value: Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      cancel: () => {},
      speak: (sentence: { text: string }) => said.push(sentence.text),
    }),
  });
}

describe('a visitor who needs the kiosk otherwise', () => {
  let hall: Hall;
  let kiosk: Page;
  before(async () => {
    hall = await openHall();
    kiosk = await openKiosk(hall);
  });
  beforeEach(() => goHome(kiosk));
  after(() => hall?.stop());

  it('sees black on white, on every step, until the next visitor comes', async () => {
    await button(kiosk, 'Kontras tinggi').click();
    const colour = await kiosk.locator('main').evaluate((main) => getComputedStyle(main).color);
    assert.equal(colour, 'rgb(0, 0, 0)');
    await checkAccessibility(kiosk, 'high contrast, first screen');
    await openDisdukcapil(kiosk);
    await checkAccessibility(kiosk, 'high contrast, services');
    await button(kiosk, 'Akta kelahiran').click();
    await codeOnScreen(kiosk);
    await checkAccessibility(kiosk, 'high contrast, ticket');
    await button(kiosk, 'Selesai').click();
    assert.equal(await button(kiosk, 'Kontras tinggi').getAttribute('aria-pressed'), 'false');
  });

  it('sees where the booth is and where the kiosk is, and nothing where nobody has drawn it', async () => {
    await openDisdukcapil(kiosk);
    await button(kiosk, 'Akta kelahiran').click();
    const code = await codeOnScreen(kiosk);
    await button(kiosk, 'Lihat letak gerai').click();
    await kiosk.getByRole('img', { name: /Gerai Disdukcapil diberi tanda\. Anda di kios/ }).waitFor();
    await button(kiosk, 'Huruf besar').click();
    await checkAccessibility(kiosk, 'the booth on the plan, large letters');
    const below = await button(kiosk, 'Selesai').evaluate(
      (done) =>
        done.getBoundingClientRect().bottom - document.querySelector('nav')!.getBoundingClientRect().top,
    );
    assert.ok(below < 0, 'the way out is seen without scrolling');
    await button(kiosk, 'Kembali ke kode QR').click();
    assert.equal(await codeOnScreen(kiosk), code);
    await hall.sql('delete from floor_plan');
    await goHome(kiosk);
    await openDisdukcapil(kiosk);
    await button(kiosk, 'Akta kelahiran').click();
    await codeOnScreen(kiosk);
    assert.equal(await button(kiosk, 'Lihat letak gerai').count(), 0);
  });

  it('hears each screen where the device has a voice of its own, and is offered none where it has not', async () => {
    assert.equal(await button(kiosk, 'Bacakan layar').count(), 0);
    const page = await hall.newTab(kiosk);
    await page.addInitScript(installVoice);
    await page.goto('/kios');
    const said = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    await button(page, 'Bacakan layar').click();
    await page.waitForFunction(() => (globalThis as unknown as { said: string[] }).said.length > 0);
    assert.match((await said()).at(-1)!, /^Anda mau ke mana\?/);
    await openDisdukcapil(page);
    await button(page, 'Akta kelahiran').click();
    const code = await codeOnScreen(page);
    await page.waitForFunction(
      (number) => (globalThis as unknown as { said: string[] }).said.at(-1)!.includes(number),
      code,
    );
    await checkAccessibility(page, 'read aloud');
    await button(page, 'English').click();
    assert.equal(await button(page, 'Read aloud').count(), 0, 'there is no English voice');
    await page.close();
  });

  it('calls an officer: the board of the zone says where, until the officer is there', async () => {
    const board = await hall.newPage('board');
    await board.goto(hall.boardLink);
    await board.getByText(/Boleh menunggu di luar/).waitFor();
    await button(kiosk, 'Panggil petugas').click();
    await kiosk.getByText('Petugas dipanggil').waitFor();
    await checkAccessibility(kiosk, 'officer called');
    await board.getByText('Petugas ditunggu di Kios pintu depan.').waitFor();
    await checkAccessibility(board, 'officer awaited');
    await button(kiosk, 'Petugas sudah datang').click();
    await board.getByText(/Boleh menunggu di luar/).waitFor();
    await button(kiosk, 'Panggil petugas').waitFor();
  });

  it('is told when no officer can be called', async () => {
    await kiosk.route('**/rpc/staff/askHelp', (route) => route.abort());
    await button(kiosk, 'Panggil petugas').click();
    await kiosk.getByText('Petugas belum bisa dipanggil').waitFor();
    await kiosk.unrouteAll();
    await heading(kiosk, 'Anda mau ke mana?').waitFor();
  });
});
