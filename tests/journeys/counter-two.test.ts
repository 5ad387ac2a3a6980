import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows, openKiosk } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

const NORLAILA = 'norlaila@balangan.contoh';

const settled = (page: Page) => page.locator('.go .btn-main:not([aria-busy])').waitFor();
const said = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).waitFor();

describe('one officer at two counters', () => {
  let hall: Hall;
  let officer: Page;
  before(async () => {
    hall = await openHall();
    const kiosk = await openKiosk(hall);
    for (let person = 0; person < 2; person += 1) await kiosk.issue('ktp-el-baru');
    officer = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await officer.goto('/loket');
    await officer.locator('.counters .btn:not([aria-busy])').first().waitFor();
    await officer.getByRole('button', { name: 'Buka loket 1' }).click();
    await settled(officer);
    await officer.keyboard.press(' ');
    await said(officer, 'A-001 dipanggil ke loket 1.');
    await settled(officer);
  });
  after(() => hall?.stop());

  it('opens the second beside the first, and calls there too', async () => {
    await officer.getByRole('button', { name: 'Loket lain' }).click();
    await checkAccessibility(officer, 'other counters');
    await officer.getByRole('button', { name: 'Buka juga loket 2' }).click();
    await said(officer, 'Loket 2 buka.');
    await settled(officer);
    await officer.keyboard.press(' ');
    await said(officer, 'A-002 dipanggil ke loket 2.');
    await settled(officer);
    await checkAccessibility(officer, 'at the second counter');
  });

  it('goes from one to the other by one key, and finds each as it was left', async () => {
    await officer.keyboard.press('l');
    await officer.locator('.now .no').filter({ hasText: 'A-001' }).waitFor();
    await officer.getByRole('button', { name: 'Ke loket 2, A-002' }).waitFor();
    await officer.keyboard.press(' ');
    await said(officer, 'Mulai melayani A-001.');
    await settled(officer);
    await officer.setViewportSize({ width: 320, height: 740 });
    await assertReflows(officer, 'two counters on a phone');
    await checkAccessibility(officer, 'two counters on a phone');
    await officer.setViewportSize({ width: 1366, height: 768 });
    await officer.keyboard.press('l');
    await officer.getByRole('button', { name: 'Mulai melayani A-002' }).waitFor();
  });

  it('finds the own day in numbers, with a picture and its table', async () => {
    await officer.keyboard.press('l');
    await officer.getByRole('button', { name: 'Ke loket 2, A-002' }).waitFor();
    await settled(officer);
    await officer.keyboard.press(' ');
    await said(officer, 'A-001 selesai.');
    await officer.getByRole('link', { name: 'Lihat hari Anda' }).click();
    await officer.getByText('1 dari 1 orang dipanggil dalam 30 menit.').first().waitFor();
    await officer.getByRole('cell', { name: 'Perekaman dan penerbitan KTP-el pertama' }).waitFor();
    await checkAccessibility(officer, 'the own day');
    await officer.setViewportSize({ width: 320, height: 740 });
    await officer.emulateMedia({ colorScheme: 'dark' });
    await assertReflows(officer, 'the own day on a phone');
    await checkAccessibility(officer, 'the own day, phone, dark');
  });
});
