import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

const PAGES = [
  '/',
  '/layanan',
  '/layanan?cari=ktp',
  '/layanan/akta-kelahiran',
  '/instansi/samsat',
  '/tak-ada',
];
/** A service that nobody has confirmed and whose fee nobody knows. */
const UNSURE_SERVICE = '/layanan/pengecekan-sertipikat';

describe('a citizen before leaving home', () => {
  let hall: Hall;
  before(async () => {
    hall = await openHall();
  });
  after(() => hall.stop());

  it('reads what is open, searches, and finds requirements, fee, time and place', async () => {
    const page = await hall.newPage('phone');
    await page.goto('/');
    assert.match(await page.locator('.hero').innerText(), /Buka 24 jam\s+jam contoh/);
    await page.getByLabel('Cari layanan').fill('KTP hilang');
    await page.getByRole('button', { name: 'Cari' }).click();
    assert.match(page.url(), /\/layanan\?cari=KTP\+hilang$/);
    await page.getByRole('link', { name: 'KTP-el hilang atau rusak' }).click();
    const text = await page.locator('main').innerText();
    for (const told of ['Persyaratan', 'hari kerja', 'Gratis', 'Zona A', 'Buka 24 jam']) {
      assert.ok(text.includes(told), told);
    }
  });

  it('does the same by keyboard alone', async () => {
    const page = await hall.newPage('desktop');
    await page.goto('/');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('href')), '#isi');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'cari');
    await page.keyboard.type('akta kelahiran');
    await page.keyboard.press('Enter');
    await page.waitForURL(/cari=akta/);
    const link = page.getByRole('link', { name: 'Akta kelahiran' });
    for (let presses = 0; presses < 30; presses += 1) {
      if (await link.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/layanan\/akta-kelahiran$/);
    assert.equal(await page.locator('h1').innerText(), 'Akta kelahiran');
  });

  it('needs no JavaScript, in either language', async () => {
    const page = await hall.newPage('phone', { javaScript: false });
    await page.goto('/layanan?cari=ktp');
    const before = page.url();
    await page.locator('summary').click();
    await page.getByRole('link', { name: 'English' }).last().click();
    assert.equal(page.url(), before);
    assert.equal(await page.locator('h1').innerText(), 'All services');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  });

  it('is told what is unknown as unknown, never as free', async () => {
    const page = await hall.newPage('phone');
    await page.goto(UNSURE_SERVICE);
    const text = await page.locator('main').innerText();
    assert.match(text, /Perlu dikonfirmasi/);
    assert.match(text, /Belum diketahui/);
    assert.doesNotMatch(text, /Rp\s?0|Gratis/);
  });

  for (const language of ['id', 'en'] as const) {
    it(`meets no barrier on any page (${language})`, async () => {
      const page = await hall.newPage('phone', { language });
      for (const path of [...PAGES, UNSURE_SERVICE, '/layanan?cari=zzz']) {
        await page.goto(path);
        await checkAccessibility(page, path);
      }
    });
  }

  it('reads every page on a narrow screen and with letters twice as large', async () => {
    const narrow = await hall.newPage({ width: 320, height: 640 });
    const large = await hall.newPage({ width: 640, height: 800 });
    for (const path of PAGES) {
      await narrow.goto(path);
      await assertReflows(narrow, `${path} at 320 px`);
      await large.goto(path);
      await large.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await assertReflows(large, `${path} with large letters`);
    }
  });

  it('gets words for addresses that lead nowhere', async () => {
    const page = await hall.newPage('phone');
    const nowhere: [path: string, status: number, words: RegExp][] = [
      ['/layanan/tidak-ada', 404, /Layanan ini tidak ada/],
      ["/layanan/x'--%3Cb%3E", 404, /Layanan ini tidak ada/],
      ['/instansi/tidak-ada', 404, /Instansi ini tidak ada/],
      ['/tiket/aaaaaaaaaaaaaaaaaaaaaa', 404, /Nomor antrean ini tidak kami temukan/],
      [`/tiket/${'a'.repeat(300)}`, 404, /Nomor antrean ini tidak kami temukan/],
      ['/tak-ada/sama-sekali', 404, /Halaman ini tidak ada/],
      [`/layanan?cari=${'a'.repeat(10_000)}`, 400, /terlalu panjang/],
    ];
    for (const [path, status, words] of nowhere) {
      const response = await page.goto(path);
      assert.equal(response?.status(), status, path);
      assert.match(await page.locator('main').innerText(), words, path);
    }
  });

  it('may type anything into the search and gets it back as text', async () => {
    const page = await hall.newPage('phone');
    const typed = [
      '😀🚗',
      '\u202Ektp\u2066',
      '<img src=x onerror="document.title=1">',
      "'; drop table stop; --",
      '\0',
      '%_\\',
    ];
    for (const search of typed) {
      const response = await page.goto(`/layanan?cari=${encodeURIComponent(search)}`);
      assert.equal(response?.status(), 200, search);
      assert.equal(await page.locator('main img').count(), 0);
      assert.match(await page.title(), /^Semua layanan/);
    }
    assert.equal((await hall.sql('select 1 from stop limit 1')).length, 0, 'the table is still there');
  });

  it('is never sent to another site by the language switch', async () => {
    const page = await hall.newPage('phone');
    for (const back of [
      '//jahat.example/x',
      'https://jahat.example',
      '/\\jahat.example',
      '/%09/jahat.example',
    ]) {
      const url = `/bahasa?ke=en&kembali=${encodeURIComponent(back)}`;
      const response = await page.request.get(url, { maxRedirects: 0 });
      assert.equal(response.status(), 303);
      const location = response.headers()['location'] ?? '';
      assert.equal(new URL(location, hall.url).origin, hall.url, back);
    }
  });
});
