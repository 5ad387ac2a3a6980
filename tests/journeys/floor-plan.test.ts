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
});
