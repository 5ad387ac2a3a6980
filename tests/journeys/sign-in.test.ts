import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';

import { openHall, type Hall } from './support.ts';

const NORLAILA = 'norlaila@balangan.contoh';

describe('a member of staff signs in', () => {
  let hall: Hall;
  before(async () => (hall = await openHall()));
  after(() => hall.stop());

  async function givePassword(page: Page, email: string, password: string): Promise<void> {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Kata sandi').fill(password);
    await page.getByRole('button', { name: 'Lanjut' }).click();
  }
  const problem = (page: Page) => page.getByRole('alert').getByRole('link').innerText();

  it('by password and six digits, and lands where the way began', async () => {
    const page = await hall.newPage('desktop');
    await page.goto('/kelola/jejak');
    assert.equal(new URL(page.url()).pathname, '/masuk');
    await checkAccessibility(page, 'password');
    await givePassword(page, 'hairunnisa@balangan.contoh', hall.signIn.password);
    await page.getByLabel('Kode dari autentikator').waitFor();
    await checkAccessibility(page, 'code');
    await page.getByLabel('Kode dari autentikator').fill(await hall.totpNow());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Jejak' }).waitFor();
  });

  it('without JavaScript just the same, led to the place of the role, and out again', async () => {
    const page = await hall.newPage('phone', { javaScript: false });
    await page.goto('/masuk');
    await givePassword(page, NORLAILA, hall.signIn.password);
    await page.getByLabel('Kode dari autentikator').fill(await hall.totpNow());
    await page.getByRole('button', { name: 'Masuk' }).click();
    assert.equal(new URL(page.url()).pathname, '/loket');
    await page.getByText('Konsol ini perlu JavaScript.').waitFor();
    assert.equal(
      await page.getByRole('button', { name: /Buka loket/ }).count(),
      0,
      'nothing that would do nothing',
    );
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.goto('/loket');
    assert.equal(new URL(page.url()).pathname, '/masuk');
  });

  it('hears the same sentence for an unknown e-mail as for a wrong password', async () => {
    const page = await hall.newPage('phone');
    const sentences = [];
    for (const [email, password] of [
      ['siapa@balangan.contoh', hall.signIn.password],
      [NORLAILA, 'bukan-kata-sandi-ini'],
      [NORLAILA, 'x'.repeat(10_000)],
      ["a' or '1'='1", '<script>alert(1)</script>'],
      ['\u202Emoc.live@🙂', 'kata-sandi-contoh'],
    ] as const) {
      await page.goto('/masuk');
      // As a program would send it: the browser itself would refuse some of these.
      await page.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
      await givePassword(page, email, password);
      await page.getByRole('alert').waitFor();
      sentences.push(await problem(page));
      assert.match(await page.title(), /^Perlu diperbaiki/);
    }
    assert.deepEqual(
      new Set(sentences),
      new Set(['E-mail atau kata sandi belum cocok. Periksa lagi keduanya.']),
    );
    await checkAccessibility(page, 'wrong');
  });

  it('is told what a code looks like, and that a wrong one does not match', async () => {
    const page = await hall.newPage('phone');
    await page.goto('/masuk');
    await givePassword(page, NORLAILA, hall.signIn.password);
    const code = page.getByLabel('Kode dari autentikator');
    await code.fill('12');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    assert.match(await problem(page), /Tulis enam angka/);
    const right = await hall.totpNow();
    await code.fill(String((Number(right) + 7) % 1_000_000).padStart(6, '0'));
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /Kode belum cocok/ }).waitFor();
    await checkAccessibility(page, 'wrong code');
  });

  it('is never led to another site', async () => {
    const page = await hall.newPage('desktop', { signedInAs: NORLAILA });
    for (const to of ['//evil.example/', '/\\evil.example', '/.//evil.example', 'https://evil.example']) {
      await page.goto(`/masuk?ke=${encodeURIComponent(to)}`);
      assert.equal(page.url(), `${hall.url}/loket`, to);
    }
  });

  it('is told in words where the role may not go', async () => {
    const page = await hall.newPage('desktop', { signedInAs: NORLAILA });
    const kelola = await page.goto('/kelola');
    assert.equal(kelola?.status(), 403);
    await page.getByText('Akun Anda tidak berwenang untuk ini.').first().waitFor();
    await checkAccessibility(page, 'forbidden');
    await page.getByRole('link', { name: 'Ke halaman kerja saya' }).click();
    await page.waitForURL('**/loket');
    const manager = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
    assert.equal((await manager.goto('/loket'))?.status(), 403);
  });
});
