import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows, openOfficer } from './hall-hands.ts';
import { ask } from './operations.ts';
import { noteAnnouncements } from './board-hall.ts';
import { openHall, type Hall } from './support.ts';

const MANAGER = 'hairunnisa@balangan.contoh';
const REASON = 'Jaringan sedang diperbaiki';
const NINE = '2026-11-24T09:00+08:00';

describe('a booth that closes', () => {
  let hall: Hall;
  let board: Page;
  let kiosk: Page;
  let phone: Page;
  let spoken: number[];
  before(async () => {
    hall = await openHall({ at: NINE });
    kiosk = await hall.newPage('kiosk');
    await ask(kiosk, 'staff/claimPairing', { token: new URL(hall.kioskLink).searchParams.get('pasang') });
    board = await hall.newPage('board');
    spoken = await noteAnnouncements(board);
    await board.goto(hall.boardLink);
    await board.getByRole('heading', { name: /Zona A/ }).waitFor();
    await openOfficer(hall, 'norlaila@balangan.contoh');
    for (let person = 0; person < 3; person += 1) {
      const ticket = await ask<{ token: string }>(
        kiosk,
        'queue/issueTicket',
        { service: 'ktp-el-baru' },
        'device',
      );
      phone ??= await hall.newPage('phone');
      if (person === 0) await phone.goto(`/tiket/${ticket.token}`);
    }
  });
  after(() => hall?.stop());

  const manager = async () => {
    const page = await hall.newPage('desktop', { signedInAs: MANAGER });
    await page.goto('/kelola/penutupan', { waitUntil: 'networkidle' });
    return page;
  };
  const fill = async (page: Page, until: string) => {
    await page.getByLabel('Alasan').fill(REASON);
    await page.getByLabel('Waktu buka lagi').fill(until);
  };

  it('is asked for by the agency, and stays open until the manager says so', async () => {
    const officer = await hall.newPage('desktop', { signedInAs: 'norlaila@balangan.contoh' });
    await officer.goto('/loket');
    await officer.getByRole('link', { name: 'Penutupan' }).click();
    await officer.getByText('Disdukcapil, 3 menunggu').waitFor();
    await officer.getByRole('button', { name: 'Minta penutupan' }).click();
    await officer.getByRole('link', { name: 'Alasan belum diisi. Tulis 3 sampai 200 huruf.' }).waitFor();
    await fill(officer, '2026-11-24T10:00');
    await officer.getByRole('button', { name: 'Minta penutupan' }).click();
    await officer.getByText('Permintaan terkirim ke pengelola mal.').waitFor();
    await checkAccessibility(officer, 'a closure was asked for');
    const page = await manager();
    await page.getByText('oleh Norlaila').waitFor();
    await page.getByRole('button', { name: 'Tolak, Disdukcapil' }).click();
    await page.getByText('Permintaan ditolak. Gerai tetap buka.').waitFor();
    await page.getByText('Tidak ada gerai yang ditutup.').waitFor();
    await checkAccessibility(page, 'nothing is closed');
  });

  it('is not closed silently: the manager is told who waits, and they are told why', async () => {
    const page = await manager();
    await page.getByLabel('Gerai', { exact: true }).selectOption({ label: 'Disdukcapil, 3 menunggu' });
    await fill(page, '2026-11-24T09:30');
    await page.getByRole('button', { name: 'Tutup gerai' }).click();
    await page.getByText('Tidak bisa ditutup diam-diam: 3 orang menunggu.').waitFor();
    await checkAccessibility(page, 'three people wait');
    await page.getByRole('button', { name: 'Tutup dan beri tahu 3 orang' }).click();
    await board.getByText('Perhatian: Disdukcapil berhenti sementara, buka lagi 09.30.').waitFor();
    assert.equal(spoken.length, 1, 'said once');
    await page.getByText('Gerai ditutup. Papan dan HP sudah memberi tahu.').waitFor();
    await page.getByText('berlangsung').waitFor();
    await page.setViewportSize({ width: 320, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertReflows(page, 'closures on a phone');
    await checkAccessibility(page, 'closures, phone, dark');
    await phone.getByText(`Gerai Disdukcapil tutup sementara: ${REASON}.`).waitFor();
    await phone.getByText(/Buka lagi hari ini 09\.30 WITA/).waitFor();
    await checkAccessibility(phone, 'the booth of my number is closed');
    const closed = board.getByRole('region', { name: 'Tutup' });
    await closed.getByText(REASON).waitFor();
    await closed.getByText('buka hari ini 09.30 WITA').waitFor();
    await checkAccessibility(board, 'a closed booth with its reason');
  });

  it('opens again by itself at its hour, on board and phone too', async () => {
    await hall.setClock('2026-11-24T09:30+08:00');
    // Jobs run by the machine's clock, which a test does not move: the one that turns the screens comes now.
    await hall.sql(
      `select graphile_worker.add_job('closure-turn', json_build_object('mallId', mall_id, 'closureId', id))
       from booth_closure where state = 'approved'`,
    );
    await board.getByText('Perhatian: Disdukcapil buka lagi.').waitFor();
    await board.getByText(REASON).waitFor({ state: 'detached' });
    await phone.getByText(/Gerai \S+ tutup sementara/).waitFor({ state: 'detached' });
    await ask(kiosk, 'queue/issueTicket', { service: 'ktp-el-baru' }, 'device');
    const page = await manager();
    await page.getByText('Tidak ada gerai yang ditutup.').waitFor();
  });

  it('for an open end is opened by hand', async () => {
    const page = await manager();
    await page.getByLabel('Gerai', { exact: true }).selectOption({ label: 'UPPD Samsat' });
    await page.getByLabel('Alasan').fill(REASON);
    await page.getByLabel('Pemberitahuan berikutnya').check();
    await page.getByRole('button', { name: 'Tutup gerai' }).click();
    await page.getByText('sampai pemberitahuan berikutnya').waitFor();
    await page.getByRole('button', { name: 'Buka sekarang, UPPD Samsat' }).click();
    await page.getByText('Penutupan diakhiri.').waitFor();
    const trail = await hall.newPage('desktop', { signedInAs: MANAGER });
    await trail.goto('/kelola/jejak');
    await trail.getByText('mengakhiri penutupan').first().waitFor();
    assert.ok(await trail.getByText(/alasan Jaringan sedang diperbaiki/).count());
  });
});
