import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { noteAnnouncements } from './board-hall.ts';
import { assertReflows, openOfficer } from './hall-hands.ts';
import { ask } from './operations.ts';
import { openHall, type Hall } from './support.ts';

const MANAGER = 'hairunnisa@balangan.contoh';
const TODAY = 'Selasa, 24 November 2026';

describe('a day that is cut short', () => {
  let hall: Hall;
  let page: Page;
  let phone: Page;
  let board: Page;
  let spoken: number[];
  before(async () => {
    hall = await openHall({ at: '2026-11-24T09:00+08:00' });
    board = await hall.newPage('board');
    spoken = await noteAnnouncements(board);
    await board.goto(hall.boardLink);
    await board.getByRole('heading', { name: /Zona A/ }).waitFor();
    const kiosk = await hall.newPage('kiosk');
    await ask(kiosk, 'staff/claimPairing', { token: new URL(hall.kioskLink).searchParams.get('pasang') });
    await openOfficer(hall, 'norlaila@balangan.contoh');
    const issue = () =>
      ask<{ token: string }>(kiosk, 'queue/issueTicket', { service: 'ktp-el-baru' }, 'device');
    const ticket = await issue();
    await issue();
    phone = await hall.newPage('phone');
    await phone.goto(`/tiket/${ticket.token}`);
    page = await hall.newPage('desktop', { signedInAs: MANAGER });
  });
  after(() => hall?.stop());

  it('tells who waits before it is kept, and then tells them on their phones', async () => {
    await page.goto('/kelola/atur/jam/kalender', { waitUntil: 'networkidle' });
    await page.getByLabel('Gerai').selectOption({ label: 'Disdukcapil' });
    await page.getByRole('button', { name: 'Tampilkan' }).click();
    await page.waitForURL(/gerai=[0-9a-f-]{36}/);
    await page.getByRole('link', { name: TODAY }).click();
    await page.getByRole('heading', { name: `Hari khusus, ${TODAY}` }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByLabel(/jam ke-1, buka$/).fill('8');
    await page.getByLabel(/jam ke-1, tutup$/).fill('11');
    await page.getByLabel('Alasan').fill('Rapat koordinasi');
    await page.getByRole('button', { name: 'Simpan hari khusus' }).click();
    await page.getByText('Hari ini jadi lebih pendek, padahal 2 orang menunggu di Disdukcapil.').waitFor();
    await checkAccessibility(page, 'people wait whose day is cut');
    assert.equal(await page.locator('#siapa option:checked').innerText(), 'Disdukcapil');
    assert.equal(await page.locator('#gerai option:checked').innerText(), 'Disdukcapil');
    assert.equal(await phone.getByText('Rapat koordinasi').count(), 0, 'nothing was kept yet');
    await page.getByRole('button', { name: 'Simpan dan beri tahu 2 orang' }).click();
    await page.getByText('Hari khusus disimpan.').waitFor();
    await board.getByText(/^Perhatian: Disdukcapil hari ini tutup pukul 11\.00\./).waitFor();
    assert.equal(spoken.length, 1, 'said once, and not before it was kept');
    await phone.getByText('Hari ini Disdukcapil tutup pukul 11.00.').waitFor();
    await phone.getByText(/^Rapat koordinasi\./).waitFor();
    await checkAccessibility(phone, 'the day of my number is shorter');
  });

  it('is seen in the year, which leads to its month', async () => {
    await page.goto('/kelola/atur/jam/kalender', { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Setahun' }).click();
    await page.getByRole('heading', { name: 'Setahun penuh, 2026' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Gerai').selectOption({ label: 'Disdukcapil' });
    await page.getByRole('button', { name: 'Tampilkan' }).click();
    await page.getByText('24 November 2026 Rapat koordinasi').waitFor();
    await checkAccessibility(page, 'a year');
    await page.setViewportSize({ width: 320, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertReflows(page, 'a year on a phone');
    await checkAccessibility(page, 'a year, phone, dark');
    await page.getByRole('link', { name: 'November 2026' }).click();
    await page.getByRole('link', { name: TODAY }).waitFor();
    await page.getByRole('link', { name: 'Setahun' }).click();
    await page.getByRole('link', { name: '2027' }).click();
    await page.getByRole('heading', { name: 'Setahun penuh, 2027' }).waitFor();
  });

  it('by another week or by an end to its special hours is on their phones too', async () => {
    const { exceptions } = await ask<{ exceptions: { id: string }[] }>(page, 'calendar/listSpecialDays');
    await ask(page, 'calendar/removeException', { exceptionId: exceptions[0]!.id, knownWaiting: 2 });
    await phone.getByText('Rapat koordinasi').waitFor({ state: 'detached' });
    interface Weeks {
      readonly today: string;
      readonly booths: { agencyShortName: string; boothId: string; revision: number }[];
    }
    const { today, booths } = await ask<Weeks>(page, 'calendar/listWeeks');
    const { boothId, revision } = booths.find((booth) => booth.agencyShortName === 'Disdukcapil')!;
    const hours = [{ weekday: 2, opens: '08:00', closes: '15:00' }];
    const week = { booths: [{ boothId, revision }], validFrom: today, hours, knownWaiting: 2 };
    await ask(page, 'calendar/setWeek', week);
    await phone.getByText('Disdukcapil buka sampai pukul 15.00 hari ini.').waitFor();
    await checkAccessibility(phone, 'how long the booth of my number is open');
  });
});
