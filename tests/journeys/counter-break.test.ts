import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows, openKiosk } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

const NORLAILA = 'norlaila@balangan.contoh';
const MANAGER = 'hairunnisa@balangan.contoh';
const NINE = '2026-11-24T09:00+08:00';

/** Presses rest for two seconds after each deed; then the large button is ready again. */
const settled = (page: Page) => page.locator('.go .btn-main:not([aria-busy])').waitFor();
const said = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).waitFor();

describe('an officer’s break', () => {
  let hall: Hall;
  let officer: Page;
  let board: Page;
  before(async () => {
    hall = await openHall({ at: NINE });
    board = await hall.newPage('board');
    await board.goto(hall.boardLink);
    await board.getByRole('heading', { name: /Zona A/ }).waitFor();
    const kiosk = await openKiosk(hall);
    for (let person = 0; person < 3; person += 1) await kiosk.issue('ktp-el-baru');
    officer = await hall.newPage('desktop', { signedInAs: NORLAILA });
    await officer.goto('/loket');
    await officer.locator('.counters .btn:not([aria-busy])').first().waitFor();
    await officer.getByRole('button', { name: 'Buka loket 1' }).click();
    await settled(officer);
  });
  after(() => hall?.stop());

  it('is asked for by one key while somebody is served, and begins after this one', async () => {
    await officer.keyboard.press(' ');
    await said(officer, 'A-001 dipanggil ke loket 1.');
    await settled(officer);
    await officer.keyboard.press(' ');
    await said(officer, 'Mulai melayani A-001.');
    await settled(officer);
    await officer.keyboard.press('i');
    const question = officer.getByRole('dialog', { name: 'Loket berhenti memanggil' });
    await question.getByLabel('Salat').check();
    assert.equal(await question.getByLabel('Kira-kira berapa lama').inputValue(), '15');
    await checkAccessibility(officer, 'the question about a break');
    await question.getByRole('button', { name: 'Mulai setelah A-001 selesai' }).click();
    await said(officer, 'Loket jeda setelah A-001 selesai.');
    await officer.getByText('Jeda 15 menit setelah A-001 selesai.').waitFor();
    await settled(officer);
    await checkAccessibility(officer, 'a break behind this one');
    await officer.getByRole('button', { name: 'Selesai, lalu jeda' }).click();
    await officer.getByRole('heading', { level: 1, name: 'Salat sampai 09.15' }).waitFor();
    await officer.getByText('2 orang menunggu.').waitFor();
    await checkAccessibility(officer, 'on a break');
  });

  it('stands on the board and with the manager, who hear nothing of the reason', async () => {
    await board.getByText('Loket 1 jeda').waitFor();
    await board.getByText('buka lagi 09.15 WITA').waitFor();
    await checkAccessibility(board, 'a counter on a break');
    const manager = await hall.newPage('desktop', { signedInAs: MANAGER });
    await manager.goto('/kelola');
    await manager.getByText('Loket 1, Disdukcapil').waitFor();
    await manager.getByText('sampai 09.15', { exact: true }).waitFor();
    await checkAccessibility(manager, 'a counter on a break, seen by the manager');
    for (const page of [board, manager]) assert.equal(await page.getByText(/salat/i).count(), 0);
  });

  it('that runs over is told calmly', async () => {
    await hall.setClock('2026-11-24T09:22+08:00');
    await officer.reload();
    await officer.getByText(/Lewat \d menit dari perkiraan. Buka lagi kalau sudah siap./).waitFor();
    await settled(officer);
    await officer.setViewportSize({ width: 320, height: 740 });
    await officer.emulateMedia({ colorScheme: 'dark' });
    await assertReflows(officer, 'a break on a phone');
    await checkAccessibility(officer, 'a break that ran over, phone, dark');
    await officer.setViewportSize({ width: 1366, height: 768 });
  });

  it('ends by one key, and the counter calls on', async () => {
    await officer.keyboard.press(' ');
    await said(officer, 'Loket 1 memanggil lagi.');
    await board.getByText('Loket 1 jeda').waitFor({ state: 'detached' });
    await settled(officer);
    await officer.keyboard.press(' ');
    await said(officer, 'A-002 dipanggil ke loket 1.');
    const trail = await hall.newPage('desktop', { signedInAs: MANAGER });
    await trail.goto('/kelola/jejak');
    await trail.getByText('membuka loket setelah jeda').first().waitFor();
  });
});
