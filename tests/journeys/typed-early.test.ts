import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openHall, type Hall } from './support.ts';

describe('what is typed on a page whose scripts are slow', () => {
  let hall: Hall;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T09:00+08:00' });
  });
  after(() => hall?.stop());

  /** Opens a page whose scripts wait until `awake` is called. */
  async function openAsleep(path: string): Promise<{ page: Page; awake: () => Promise<void> }> {
    const page = await hall.newPage('desktop', { signedInAs: 'fitriansyah@balangan.contoh' });
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    await page.route('**/_app/immutable/**/*.js', async (route) => {
      await asleep;
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'commit' });
    await page.locator('main form').first().waitFor();
    return {
      page,
      async awake() {
        wake();
        await page.waitForLoadState('networkidle');
      },
    };
  }

  it('is kept: texts, times, choices and ticks', async () => {
    const { page, awake } = await openAsleep('/kelola/loket');
    const agency = page.getByRole('combobox', { name: 'Instansi' });
    await agency.selectOption({ label: 'Disdukcapil' });
    await page.getByLabel('Lama, menit').fill('45');
    await page.getByLabel('Mulai jam').fill('12:15');
    await page
      .getByLabel(/^Loket \d+$/)
      .first()
      .uncheck();
    await page
      .getByLabel(/istirahat 1, Hari/)
      .first()
      .selectOption({ label: 'Jumat' });
    await awake();
    assert.equal(await agency.locator('option:checked').innerText(), 'Disdukcapil');
    assert.equal(await page.getByLabel('Lama, menit').inputValue(), '45');
    assert.equal(await page.getByLabel('Mulai jam').inputValue(), '12:15');
    assert.equal(
      await page
        .getByLabel(/^Loket \d+$/)
        .first()
        .isChecked(),
      false,
    );
    assert.equal(
      await page
        .getByLabel(/istirahat 1, Hari/)
        .first()
        .inputValue(),
      '5',
    );
    await page.getByRole('button', { name: 'Tampilkan' }).click();
    await page.getByRole('heading', { name: 'Giliran istirahat Disdukcapil' }).waitFor();
  });

  it('is kept in a long form', async () => {
    const { page, awake } = await openAsleep('/kelola/atur/layanan/baru');
    const name = page.getByLabel('Nama layanan', { exact: true });
    const fee = page.locator('#biaya');
    await name.fill('Layanan uji');
    await fee.selectOption({ index: 2 });
    const chosen = await fee.inputValue();
    await awake();
    assert.equal(await name.inputValue(), 'Layanan uji');
    assert.equal(await fee.inputValue(), chosen);
  });

  it('changes what the screen makes depend on it', async () => {
    const [counter] = await hall.sql<{ agency_id: string; id: string }>(
      `select b.agency_id, c.id from counter c join booth b on b.id = c.booth_id where c.number = 1`,
    );
    const { agency_id: agency, id } = counter!;
    const { page, awake } = await openAsleep(`/kelola/loket/layanan?instansi=${agency}&ubah=loket-${id}`);
    await page.getByLabel('Akta kelahiran').check();
    assert.equal(await page.getByLabel('Semua layanan, juga yang ditambahkan nanti').isChecked(), true);
    await awake();
    assert.equal(await page.getByLabel('Akta kelahiran').isChecked(), true);
    assert.equal(await page.getByLabel('Hanya yang dicentang').isChecked(), true);
  });
});
