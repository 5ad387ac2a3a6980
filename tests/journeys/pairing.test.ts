import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { checkAccessibility } from './accessibility.ts';
import { heading } from './kiosk-page.ts';
import { openHall, type Hall } from './support.ts';

describe('a device that is put up', () => {
  let hall: Hall;
  before(async () => {
    hall = await openHall();
  });
  after(() => hall.stop());

  it('says so when a kiosk is opened as a board', async () => {
    const page = await hall.newPage('board');
    await page.goto(hall.kioskLink.replace('/kios', '/papan'));
    await heading(page, 'Perangkat ini terpasang sebagai kios').waitFor();
    await checkAccessibility(page, 'wrong kind');
    await page.getByRole('link', { name: 'Buka kios' }).click();
    await heading(page, 'Anda mau ke mana?').waitFor();
  });

  it('takes a link once: the second device gets a code, and hears why', async () => {
    await hall.sql(`update device_pairing set claimed_at = claimed_at - interval '1 hour'`);
    const page = await hall.newPage('kiosk');
    await page.goto(hall.kioskLink);
    await page.getByText(/Tautan pemasangan sudah terpakai/).waitFor();
    assert.match(await page.getByLabel('Kode pemasangan').innerText(), /^[A-Z0-9]{3}-[A-Z0-9]{3}$/);
    assert.equal(new URL(page.url()).search, '');
  });

  it('shows a new code when the old one has expired', async () => {
    const page = await hall.newPage('board');
    await page.goto('/papan');
    const output = page.getByLabel('Kode pemasangan');
    const first = await output.innerText();
    await page.reload();
    assert.equal(await output.innerText(), first, 'a reload keeps the code');
    await hall.sql(`update device_pairing set expires_at = now() - interval '1 minute' where code = $1`, [
      first,
    ]);
    await page.waitForFunction(
      (old) => ![old, undefined].includes(document.querySelector('output')?.textContent ?? undefined),
      first,
    );
    await checkAccessibility(page, 'pairing of a board');
  });
});
