import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { openOfficer } from './hall-hands.ts';
import { ask } from './operations.ts';
import { openHall, type Hall } from './support.ts';

const MANAGER = 'hairunnisa@balangan.contoh';
const OFFICER = 'norlaila@balangan.contoh';
const EXPECTED = /Pengambilan nomor diperkirakan berakhir pukul 09\.\d\d WITA\./;

describe('the end of the day’s intake', () => {
  let hall: Hall;
  let kiosk: Page;
  let officer: Page;
  before(async () => {
    hall = await openHall({ at: '2026-11-24T09:00+08:00' });
    // Disdukcapil closes at ten today; one officer sits there, and each service is declared with 15 minutes.
    await hall.sql(
      `update booth_hours set closes = '10:00' where booth_id =
        (select b.id from booth b join agency a on a.id = b.agency_id where a.slug = 'disdukcapil')`,
    );
    await hall.sql(
      `update service set expected_minutes = 15 where agency_id = (select id from agency where slug = 'disdukcapil')`,
    );
    kiosk = await hall.newPage('kiosk');
    await kiosk.goto(hall.kioskLink);
    await kiosk.getByRole('button', { name: /Disdukcapil/ }).waitFor();
    await openOfficer(hall, OFFICER);
    officer = await hall.newPage('desktop', { signedInAs: OFFICER });
    await officer.goto('/loket');
  });
  after(() => hall?.stop());

  const take = () => ask(kiosk, 'queue/issueTicket', { service: 'ktp-el-baru' }, 'device');

  it('is told from an hour before: at the kiosk, to citizens at home, at the desk and to the manager', async () => {
    await take();
    await officer.reload();
    await officer.getByText(EXPECTED).waitFor();
    const portal = await hall.newPage('phone');
    await portal.goto('/instansi/disdukcapil');
    await portal.getByText(EXPECTED).waitFor();
    await checkAccessibility(portal, 'intake ends soon');
    const manager = await hall.newPage('desktop', { signedInAs: MANAGER });
    await manager.goto('/kelola');
    await manager.getByText('Pengambilan nomor segera berakhir').waitFor();
    await manager.getByText(EXPECTED).waitFor();
    await checkAccessibility(manager, 'intake ends soon, on the floor');
    await kiosk.reload();
    await kiosk.getByText(EXPECTED).first().waitFor();
  });

  it('comes when those who wait fill the time until closing, before the cut-off by the clock', async () => {
    // A little less than an hour is left: three services of fifteen minutes fit, a fourth would end after closing.
    for (let number = 2; number <= 3; number += 1) await take();
    await assert.rejects(take(), /INTAKE_ENDED/);
    const board = await hall.newPage('board');
    await board.goto(hall.boardLink);
    await board.getByText('Pengambilan nomor ditutup').waitFor();
    await checkAccessibility(board, 'intake has ended, on the board');
    await officer.reload();
    await officer.getByText('Pengambilan nomor hari ini sudah ditutup.').waitFor();
    await checkAccessibility(officer, 'intake has ended, at the desk');
  });
});
