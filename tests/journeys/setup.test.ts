import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { FIRST_RUN, PASSWORD, scanKey } from './first-run.ts';
import { assertReflows } from './hall-hands.ts';
import { openEmptyHall, type EmptyHall } from './support.ts';

async function fillFirstRun(page: Page): Promise<void> {
  for (const [label, text] of Object.entries(FIRST_RUN))
    await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel('WITA').check();
}

describe('an installation without a mall', () => {
  let hall: EmptyHall;
  before(async () => (hall = await openEmptyHall()));
  after(() => hall?.stop());

  it('says calmly on every page that the mall is being set up', async () => {
    const page = await hall.newPage('phone');
    for (const path of [
      '/',
      '/layanan',
      '/masuk',
      '/loket',
      '/kelola',
      '/kelola/atur/petugas',
      '/tiket/tidak-ada',
    ]) {
      const answer = await page.goto(path);
      assert.equal(answer?.status(), 200, path);
      await page.getByRole('heading', { name: 'Mal ini sedang disiapkan' }).waitFor();
    }
    await checkAccessibility(page, 'being set up');
  });

  it('shows its form to the holder of the link alone, and keeps every answer when something is missing', async () => {
    const page = await hall.newPage('phone', { javaScript: false });
    await page.goto('/mulai?tautan=bukan-tautan-yang-benar');
    await page.getByRole('heading', { name: 'Tautan ini tidak berlaku.' }).waitFor();
    await page.getByText('Nyalakan ulang Balairung').waitFor();
    await page.goto(hall.setUpLink()!);
    await page.getByRole('button', { name: 'Siapkan mal' }).click();
    await page.getByText('11 isian perlu diperbaiki').waitFor();
    await fillFirstRun(page);
    const key = await page.locator('.key').innerText();
    await page.getByLabel('Enam angka dari aplikasi').fill('12');
    await page.getByRole('button', { name: 'Siapkan mal' }).click();
    await page.getByRole('alert').getByText('Kode belum lengkap. Tulis enam angka.').waitFor();
    for (const [label, text] of Object.entries(FIRST_RUN))
      assert.equal(await page.getByLabel(label, { exact: true }).inputValue(), text, label);
    assert.ok(await page.getByLabel('WITA').isChecked());
    assert.equal(await page.locator('.key').innerText(), key, 'the phone keeps what it scanned');
    const right = await (await scanKey(page))();
    await page
      .getByLabel('Enam angka dari aplikasi')
      .fill(String((Number(right) + 7) % 1_000_000).padStart(6, '0'));
    await page.getByRole('button', { name: 'Siapkan mal' }).click();
    await page
      .getByRole('alert')
      .getByText(/Enam angka itu belum cocok/)
      .waitFor();
  });

  it('is easy on the eye and whole on a small phone, light and dark, with a mistake in it', async () => {
    const page = await hall.newPage('phone');
    await page.setViewportSize({ width: 320, height: 740 });
    await page.goto(hall.setUpLink()!);
    await assertReflows(page, 'first run');
    await checkAccessibility(page, 'first run');
    await page.getByRole('button', { name: 'Siapkan mal' }).click();
    await page.getByRole('alert').waitFor();
    await assertReflows(page, 'first run with mistakes');
    await checkAccessibility(page, 'first run with mistakes');
  });

  it('makes a new link when it is started again, and loses nothing half', async () => {
    const old = hall.setUpLink()!;
    await hall.kill();
    await hall.restart();
    assert.notEqual(hall.setUpLink(), old);
    const page = await hall.newPage('desktop');
    await page.goto(old);
    await page.getByRole('heading', { name: 'Tautan ini tidak berlaku.' }).waitFor();
    const [counts] = await hall.sql<{ malls: number; accounts: number }>(
      `select (select count(*)::int from mall) as malls, (select count(*)::int from auth."user") as accounts`,
    );
    assert.deepEqual(counts, { malls: 0, accounts: 0 });
  });

  it('is set up by one of two who hold the link; the other is told, and led to sign in', async () => {
    const [one, two] = [await hall.newPage('desktop'), await hall.newPage('desktop')];
    for (const page of [one, two]) {
      await page.goto(hall.setUpLink()!);
      await fillFirstRun(page);
      await page.getByLabel('Enam angka dari aplikasi').fill(await (await scanKey(page))());
    }
    await one.getByLabel('Enam angka dari aplikasi').press('Enter');
    await one.getByRole('heading', { name: 'Mal Anda sudah ada' }).waitFor();
    assert.equal(await one.locator('li', { hasText: /^[A-Z0-9]{5}-[A-Z0-9]{5}$/ }).count(), 8);
    await checkAccessibility(one, 'recovery codes');
    await two.getByLabel('Enam angka dari aplikasi').press('Enter');
    await two.getByRole('heading', { name: 'Tautan ini sudah dipakai.' }).waitFor();
    await checkAccessibility(two, 'used link');
    assert.equal(hall.log().includes(PASSWORD), false);
  });
});
