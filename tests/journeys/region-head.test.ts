import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

describe('the head of the region', () => {
  let hall: Hall;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T10:00+08:00' });
  });
  after(() => hall?.stop());

  it('reads on one page whether fewer people have to come, and what waits', async () => {
    const page = await hall.newPage('desktop', { signedInAs: 'bupati@balangan.contoh' });
    await page.goto('/pimpinan', { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: 'Kunjungan yang dihindari' }).waitFor();
    await page.getByText(/Rata-rata \d+.% hari janji ditepati oleh 18 instansi/).waitFor();
    await page.getByText('Instansi di bawah 95 %').waitFor();
    await checkAccessibility(page, 'the page of the head of the region');
    await assertReflows(page, 'the page of the head of the region');
    const refused = await page.request.get('/kelola', { maxRedirects: 0 });
    assert.equal(refused.status(), 403);
    const study = await page.request.get('/kelola/kajian/kajian.pdf', { maxRedirects: 0 });
    assert.equal(study.status(), 403);
  });

  it('is on a phone and without scripts too, and no officer reads it', async () => {
    const phone = await hall.newPage('phone', { signedInAs: 'bupati@balangan.contoh', javaScript: false });
    await phone.goto('/pimpinan');
    await phone.getByText('Ukuran keberhasilan: makin sedikit orang yang harus datang').waitFor();
    const officer = await hall.newPage('desktop', { signedInAs: 'norlaila@balangan.contoh' });
    assert.equal((await officer.request.get('/pimpinan', { maxRedirects: 0 })).status(), 403);
  });
});
