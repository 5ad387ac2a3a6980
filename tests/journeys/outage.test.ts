import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openOwnInstallation, type OwnInstallation } from '../server/own-installation.ts';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows } from './hall-hands.ts';
import { button, goHome, openDisdukcapil, openKiosk } from './kiosk-page.ts';
import { ask, seatOfficer, type DeskOfficer } from './operations.ts';
import { openHall, type Hall } from './support.ts';

const MANAGER = 'hairunnisa@balangan.contoh';
const SERVICE = 'akta-kelahiran';
const DAY = '2026-11-24';
/** A screen says after ten seconds that it may be old; a browser comes back every second. */
const STALE_MS_MIN = 9_000;

describe('a day on which things fail', () => {
  let folder: string;
  let ground: OwnInstallation;
  let hall: Hall;
  let kiosk: Page;
  let board: Page;
  let phone: Page;
  let officer: DeskOfficer;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'balairung-outage-'));
    hall = await openHall({
      at: `${DAY}T09:00+08:00`,
      open: async (options) => (ground = await openOwnInstallation({ ...options, dataFolder: folder })),
    });
    kiosk = await openKiosk(hall);
    board = await hall.newPage('board');
    await board.goto(hall.boardLink);
    await board.getByRole('heading', { name: /Zona A/ }).waitFor();
    officer = await seatOfficer(hall, 'norlaila@balangan.contoh');
    phone = await hall.newPage('phone');
  });
  after(async () => {
    await hall?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const issue = () =>
    ask<{ token: string; code: string }>(kiosk, 'queue/issueTicket', { service: SERVICE }, 'device');
  const boardShows = (code: string) => board.locator('.first .no').getByText(code, { exact: true }).waitFor();
  const boardWarning = () => board.getByText(/Sambungan terputus/);
  const phoneWarning = () => phone.locator('[data-live-stale]');
  const numbers = () =>
    hall.sql<{ number: number; calls: number }>(
      `select s.number::int, (select count(*)::int from stop_interval i
         where i.mall_id = s.mall_id and i.stop_id = s.id and i.kind = 'called') as calls
       from stop s where s.series = 'A' and s.channel <> 'paper' order by 1`,
    );

  it('goes on when the internet is cut: nothing in the hall asks for anything outside', async () => {
    // Pages that ask elsewhere are faults of the whole journey; here such a request would find nobody, too.
    for (const page of [kiosk, board, phone])
      await page.context().route(
        (url) => url.origin !== new URL(hall.url).origin,
        (route) => route.abort('internetdisconnected'),
      );
    const { token, code } = await issue();
    await phone.goto(`/tiket/${token}`);
    assert.equal(await officer.call(), code);
    await boardShows(code);
    await phone.waitForFunction(() => /dipanggil/.test(document.title));
  });

  it('keeps a call in mid-air when the server dies, says so on every screen, and comes back by itself', async () => {
    const before = await numbers();
    await ground.kill();
    const diedAt = performance.now();
    await Promise.all([boardWarning().waitFor(), phoneWarning().waitFor()]);
    assert.ok(performance.now() - diedAt > STALE_MS_MIN, 'a short break alarms nobody');
    await kiosk.getByText('Sambungan terputus', { exact: true }).first().waitFor();
    await checkAccessibility(board, 'the server is dead: board');
    await checkAccessibility(kiosk, 'the server is dead: kiosk');
    await ground.restart();
    await Promise.all([
      boardWarning().waitFor({ state: 'hidden' }),
      phoneWarning().waitFor({ state: 'hidden' }),
    ]);
    assert.deepEqual(await numbers(), before);
    await boardShows('A-001');
    assert.match(await phone.title(), /dipanggil/);
    await officer.serve();
    const { code } = await issue();
    assert.equal(await officer.call(), code);
    await boardShows(code);
    await officer.serve();
  });

  it('goes on when the database alone dies', async () => {
    const { code } = await issue();
    const killed = ground.databasePid();
    ground.killDatabase();
    await board.waitForTimeout(500);
    for (let tries = 0; (await fetch(`${hall.url}/api/v1/health`)).status !== 200; tries += 1) {
      assert.ok(tries < 100, 'the database did not come back');
      await board.waitForTimeout(200);
    }
    assert.notEqual(ground.databasePid(), killed);
    assert.equal(await officer.call(), code);
    await boardShows(code);
    await officer.serve();
  });

  it('loses no number to a power cut, and the next number is the next', async () => {
    const { code } = await issue();
    assert.equal(await officer.call(), code);
    const before = await numbers();
    await ground.losePower();
    const cutAt = performance.now();
    await ground.restart();
    const backMs = performance.now() - cutAt;
    assert.ok(backMs < 20_000, `${backMs} ms until the server answered again`);
    assert.deepEqual(await numbers(), before, 'what was acknowledged is there, and nobody was called twice');
    const next = await issue();
    assert.equal(Number(next.code.slice(2)), Number(code.slice(2)) + 1);
    await officer.serve();
    assert.equal(await officer.call(), next.code);
    await boardShows(next.code);
    await officer.serve();
  });

  it('keeps numbers for paper while the server lives, and the machine never gives one of them', async () => {
    const manager = await hall.newPage('desktop', { signedInAs: MANAGER });
    await manager.goto('/kelola/blok-nomor', { waitUntil: 'networkidle' });
    await manager.getByLabel('Nomor pertama').fill('801');
    await manager.getByLabel('Nomor terakhir').fill('805');
    await manager.getByRole('button', { name: 'Siapkan nomor' }).click();
    await manager.getByText('Blok nomor siap.').waitFor();
    const sheet = await manager.request.get(
      (await manager.getByRole('link', { name: /Cetak semua/ }).getAttribute('href'))!,
    );
    assert.equal((await sheet.body()).subarray(0, 5).toString(), '%PDF-');
    // As on a day on which the machine comes as far as the block.
    await hall.sql(`update queue_series set last_number = 800 where series = 'A'`);
    const { code } = await issue();
    assert.equal(code, 'A-806');
    assert.equal(await officer.call(), code);
    await officer.serve();
  });

  it('takes the slips of the dead hour in with their true times, once each, and the report tells them', async () => {
    await ground.losePower();
    await ground.restart();
    await ground.setClock(`${DAY}T11:00+08:00`);
    const manager = await hall.newPage('desktop', { signedInAs: MANAGER });
    await manager.goto('/kelola/blok-nomor', { waitUntil: 'networkidle' });
    const enter = async (number: string, times: readonly [string, string, string]) => {
      await manager.getByLabel('Nomor', { exact: true }).fill(number);
      await manager.getByLabel('Layanan').selectOption({ value: SERVICE });
      await manager.getByLabel('Diambil').fill(times[0]);
      await manager.getByLabel('Dipanggil').fill(times[1]);
      await manager.getByLabel('Selesai atau pergi').fill(times[2]);
      await manager.getByLabel('Loket').selectOption({ value: '1' });
      await manager.getByLabel('Hasil').selectOption({ label: 'Selesai di sini' });
      await manager.getByRole('button', { name: 'Masukkan', exact: true }).click();
    };
    await enter('a-801', ['10:02', '10:10', '10:21']);
    await manager.getByText('A-801 masuk.').waitFor();
    await enter('A-802', ['10:05', '10:22', '10:30']);
    await manager.getByText('A-802 masuk.').waitFor();
    await checkAccessibility(manager, 'slips were entered');
    for (const [number, times, sentence] of [
      ['A-801', ['10:02', '10:10', '10:21'], 'Nomor ini sudah dimasukkan.'],
      ['A-806', ['10:02', '10:10', '10:21'], 'Nomor A-806 tidak ada di blok nomor hari itu.'],
      ['A-803', ['10:40', '10:50', '11:20'], 'Waktunya belum tiba.'],
    ] as const) {
      await enter(number, times);
      await manager.getByRole('alert').getByText(sentence).waitFor();
    }
    await checkAccessibility(manager, 'a slip was refused');
    const [first] = await hall.sql<{ taken: string; waited: number; served: number }>(
      `select to_char(min(i.started_at) at time zone 'Asia/Makassar', 'HH24:MI') as taken,
         sum(extract(epoch from i.ended_at - i.started_at) / 60) filter (where i.kind = 'waiting')::int as waited,
         sum(extract(epoch from i.ended_at - i.started_at) / 60) filter (where i.kind = 'serving')::int as served
       from stop s join stop_interval i on i.mall_id = s.mall_id and i.stop_id = s.id
       where s.series = 'A' and s.number = 801`,
    );
    assert.deepEqual(first, { taken: '10:02', waited: 8, served: 11 });
    await manager.goto(`/kelola/laporan/${DAY}`);
    await manager.getByText('Termasuk 2 nomor kertas.').waitFor();
    await manager.setViewportSize({ width: 320, height: 740 });
    await assertReflows(manager, 'a report with paper');
  });

  it('is not asked a hundred times by a kiosk whose proxy finds no server', async () => {
    await goHome(kiosk);
    let asked = 0;
    await kiosk.route('**/rpc/**', (route) => {
      asked += 1;
      return route.fulfill({ status: 502, contentType: 'text/html', body: 'Bad Gateway' });
    });
    await openDisdukcapil(kiosk);
    await button(kiosk, 'Akta kelahiran').click();
    await kiosk.getByText('Sambungan terputus. Kami terus mencoba.').waitFor();
    await kiosk.waitForTimeout(3000);
    assert.ok(asked >= 2 && asked < 15, `asked ${asked} times`);
    await kiosk.unroute('**/rpc/**');
    await kiosk.getByRole('heading', { level: 1, name: /Nomor Anda/ }).waitFor();
  });
});
