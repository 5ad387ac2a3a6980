import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openHall, type Hall } from './support.ts';

describe('the hall of the journeys', () => {
  let hall: Hall;
  before(async () => {
    hall = await openHall();
  });
  after(() => hall.stop());

  it('shows a citizen the portal of MPP Balangan', async () => {
    const page = await hall.newPage('phone');
    const response = await page.goto('/');
    assert.equal(response?.status(), 200);
    assert.match(await page.locator('body').innerText(), /Bala(ngan|irung)/);
  });

  it('lets an officer in who proves both factors', async () => {
    const page = await hall.newPage('desktop', { signedInAs: 'norlaila@balangan.contoh' });
    const response = await page.request.post('/rpc/staff/getMe', {
      data: {},
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    assert.equal(response.status(), 200, await response.text());
    assert.match(await response.text(), /Norlaila/);
  });

  it('serves on at the same address after a power cut', async () => {
    await hall.kill();
    await hall.restart();
    const page = await hall.newPage('phone');
    assert.equal((await page.goto('/'))?.status(), 200);
  });
});
