import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { openKiosk } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

const NORLAILA = 'norlaila@balangan.contoh';
const RIZKAN = 'rizkan@balangan.contoh';
const RUSMIATI = 'rusmiati@balangan.contoh';

const settled = (page: Page) => page.locator('.go .btn-main:not([aria-busy])').waitFor();
const said = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).waitFor();

describe('a counter that changes hands', () => {
  let hall: Hall;
  let officer: Page;
  let colleague: Page;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T13:55+08:00' });
    const kiosk = await openKiosk(hall);
    await kiosk.issue('ktp-el-baru');
    officer = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await officer.goto('/loket');
    await officer.locator('.counters .btn:not([aria-busy])').first().waitFor();
    await officer.getByRole('button', { name: 'Buka loket 3' }).click();
    await settled(officer);
    await officer.keyboard.press(' ');
    await said(officer, 'A-001 dipanggil ke loket 3.');
    await settled(officer);
    await officer.keyboard.press(' ');
    await said(officer, 'Mulai melayani A-001.');
    await settled(officer);
    colleague = await hall.newPage('desktop', { signedInAs: RIZKAN });
    await colleague.goto('/loket');
    await colleague.locator('.counters .btn:not([aria-busy])').first().waitFor();
  });
  after(() => hall?.stop());

  it('is offered by its officer and taken by one press, with the person who is there', async () => {
    await officer.getByRole('button', { name: 'Loket lain' }).click();
    await officer.getByRole('button', { name: 'Serahkan ke rekan' }).click();
    await officer.getByText('Menunggu rekan menerima loket 3.').waitFor();
    await settled(officer);
    await checkAccessibility(officer, 'a counter is offered');
    await colleague.getByText('diserahkan Norlaila').waitFor();
    await checkAccessibility(colleague, 'a counter that I may take');
    await colleague.getByRole('button', { name: 'Terima loket 3' }).click();
    await colleague.locator('.now .no').filter({ hasText: 'A-001' }).waitFor();
    await officer.getByRole('heading', { name: 'Anda duduk di loket mana?' }).waitFor();
    await settled(colleague);
    await colleague.keyboard.press(' ');
    await said(colleague, 'A-001 selesai.');
  });

  it('is released by the agency’s head where its officer cannot offer it', async () => {
    const head = await hall.newPage('desktop', { signedInAs: RUSMIATI });
    await head.goto('/loket');
    await head.getByRole('link', { name: 'Giliran istirahat' }).click();
    const row = head.getByRole('row').filter({ hasText: 'Rizkan' });
    await row.getByText('siap memanggil').waitFor();
    await checkAccessibility(head, 'who sits where');
    await head.getByRole('button', { name: 'Lepaskan untuk rekan, loket 3' }).click();
    await head.getByText('Loket dilepaskan.').waitFor();
    await row.getByText('menunggu rekan menerima').waitFor();
    await officer.getByRole('button', { name: 'Terima loket 3' }).click();
    await said(officer, 'Loket 3 buka.');
    await colleague.getByRole('heading', { name: 'Anda duduk di loket mana?' }).waitFor();
  });
});
