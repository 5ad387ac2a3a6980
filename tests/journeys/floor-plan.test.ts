import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

describe('the plan of a floor', () => {
  let hall: Hall;
  let page: Page;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T09:00+08:00' });
    page = await hall.newPage('desktop', { signedInAs: 'fitriansyah@balangan.contoh' });
  });
  after(() => hall?.stop());

  it('is drawn by keyboard, and citizens see it with their booth marked', async () => {
    await page.goto('/kelola/atur/lokasi', { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Denah lantai 1' }).first().click();
    await page.getByRole('heading', { name: /^Denah lantai 1/ }).waitFor();
    await checkAccessibility(page, 'a drawn floor');
    const booth = page.getByRole('button', { name: /^Disdukcapil, kolom/ });
    const before = await booth.getAttribute('aria-label');
    await booth.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    assert.notEqual(await booth.getAttribute('aria-label'), before);
    await page.getByRole('button', { name: /^Taspen, kolom/ }).press('Delete');
    await page.getByLabel('Jenis').selectOption({ label: 'Gerai' });
    await page.getByLabel('Instansi', { exact: true }).selectOption({ label: 'Taspen' });
    await page.getByRole('button', { name: 'Taruh di denah' }).click();
    await page.getByRole('button', { name: /^Taspen, kolom/ }).waitFor();
    const lift = page.getByRole('button', { name: /^Toilet, kolom/ });
    for (let n = 0; n < 30; n += 1) await lift.press('ArrowRight');
    await page.getByRole('button', { name: 'Simpan denah' }).click();
    await page.getByText(/Benda nomor \d+ menimpa nomor \d+\./).waitFor();
    await checkAccessibility(page, 'two things on one another');
    await page.getByRole('button', { name: /^Toilet, kolom/ }).press('Delete');
    await page.getByRole('button', { name: 'Simpan denah' }).click();
    await page.getByText('Perubahan tersimpan.').waitFor();
    await assertReflows(page, 'a drawn floor');
    const portal = await hall.newPage('phone');
    await portal.goto('/instansi/taspen');
    await portal.getByRole('img', { name: /Gerai Taspen diberi tanda/ }).waitFor();
    await checkAccessibility(portal, 'a booth on the plan');
  });

  it('takes no figure that is none, while it is typed', async () => {
    await page
      .getByText(/^Isi denah/)
      .first()
      .click();
    const width = page.getByLabel('Lebar, Taspen');
    const before = await width.inputValue();
    for (const odd of ['', 'x', '1.5', '0', '-3']) {
      await width.fill(odd);
      await width.blur();
      assert.equal(await width.inputValue(), before, odd);
    }
  });

  it('is drawn without scripts by figures alone', async () => {
    const address = page.url();
    const plain = await hall.newPage('desktop', {
      signedInAs: 'fitriansyah@balangan.contoh',
      javaScript: false,
    });
    await plain.goto(address);
    await plain
      .getByText(/^Isi denah/)
      .first()
      .click();
    assert.equal(await plain.getByRole('button', { name: 'Taruh di denah' }).isVisible(), false);
    await plain.getByLabel('Jenis, yang baru').selectOption({ label: 'Lift' });
    await plain.getByLabel('Kolom, yang baru').fill('1');
    await plain.getByRole('button', { name: 'Simpan denah' }).click();
    await plain.getByRole('link', { name: /^Ada isian yang belum benar/ }).waitFor();
    const fill = async (x: string, y: string) => {
      await plain
        .getByText(/^Isi denah/)
        .first()
        .click();
      await plain.getByLabel('Jenis, yang baru').selectOption({ label: 'Lift' });
      for (const [field, value] of Object.entries({ Kolom: x, Baris: y, Lebar: '1', Tinggi: '1' }))
        await plain.getByLabel(`${field}, yang baru`).fill(value);
      await plain.getByRole('button', { name: 'Simpan denah' }).click();
    };
    const [left, top] = await page.locator('tbody tr').first().locator('input[name=x], input[name=y]').all();
    await fill(await left!.inputValue(), await top!.inputValue());
    await plain.getByText(/Benda nomor \d+ menimpa nomor 1\./).waitFor();
    await plain.goto(address);
    await fill('1', '1');
    await plain.getByText('Perubahan tersimpan.').waitFor();
    await plain
      .getByText(/^Isi denah/)
      .first()
      .click();
    await plain.getByLabel('Buang Lift').waitFor();
  });
});
