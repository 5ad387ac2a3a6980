import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { openBoardHall, type BoardHall } from './board-hall.ts';
import { assertReflows } from './hall-hands.ts';

const FILM_SECONDS = 4;

describe('pictures and films beside the calls', () => {
  let { hall, board, officers, issue, shows } = {} as BoardHall;
  let office: Page;
  let picture: Buffer;
  let film: Buffer;
  before(async () => {
    ({ hall, board, officers, issue, shows } = await openBoardHall());
    office = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
    const [device] = await hall.sql<{ id: string }>(`select id from device where kind = 'board'`);
    await office.goto(`/kelola/perangkat/${device!.id}`, { waitUntil: 'networkidle' });
    // Made here, so that no film lies in the repository: a square that changes its colour.
    const made = await office.evaluate(async (seconds) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
      const pen = canvas.getContext('2d')!;
      const paint = (hue: number) => {
        pen.fillStyle = `hsl(${hue} 60% 40%)`;
        pen.fillRect(0, 0, 320, 180);
      };
      paint(20);
      const still = canvas.toDataURL('image/png');
      const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm' });
      const chunks: Blob[] = [];
      recorder.addEventListener('dataavailable', (event) => chunks.push(event.data));
      const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
      recorder.start();
      for (let frame = 0; frame < seconds * 10; frame += 1) {
        paint(frame * 9);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      recorder.stop();
      await stopped;
      const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
      return { still, moving: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
    }, FILM_SECONDS);
    picture = Buffer.from(made.still.split(',')[1]!, 'base64');
    film = Buffer.from(made.moving, 'base64');
  });
  after(() => hall?.stop());

  async function send(name: string, mimeType: string, buffer: Buffer): Promise<void> {
    await office.getByLabel('Pilih gambar atau film').setInputFiles({ name, mimeType, buffer });
    await office.getByLabel('Lama gambar tampil').selectOption('5');
    await office.getByLabel('Tanggal mulai').fill('2026-01-01');
    await office.getByLabel('Tanggal selesai').fill('2099-12-31');
    await office.getByRole('button', { name: 'Kirim ke papan' }).click();
  }
  const image = () => board.locator('main img');
  const video = () => board.locator('main video');

  it('say what is missing, and refuse what is neither', async () => {
    await office.getByRole('button', { name: 'Kirim ke papan' }).click();
    await office.getByText('Berkas belum dipilih.').waitFor();
    await send('surat.png', 'image/png', Buffer.from('%PDF-1.7 bukan gambar'));
    await office.getByText('Jenis berkas ini tidak bisa ditampilkan.').waitFor();
    await checkAccessibility(office, 'a file was refused');
  });

  it('arrive in parts, go on after a broken line, and stand on the board without reload', async () => {
    // A picture so large that it goes in three parts: bytes behind its end are no part of the drawing.
    const large = Buffer.concat([picture, Buffer.alloc(2_200_000, 1)]);
    let broken = false;
    await office.route('**/files/uploads/**', async (route) => {
      if (!broken && route.request().url().includes('offset=1000000')) {
        broken = true;
        await route.abort('connectionreset');
      } else await route.continue();
    });
    await send('Jadwal rekam KTP.png', 'image/png', large);
    await office.getByText('Jadwal rekam KTP.png sekarang ada di daftar.').waitFor();
    assert.equal(broken, true);
    await image().waitFor();
    assert.equal(await image().evaluate((element: HTMLImageElement) => element.naturalWidth), 320);
    await checkAccessibility(board, 'a picture beside the calls');
    await checkAccessibility(office, 'a picture in the list');
  });

  it('leave while a call has its turn, and come back', async () => {
    await issue('akta-kelahiran');
    const code = await officers[0]!.call();
    await shows(code);
    await image().waitFor({ state: 'detached' });
    await image().waitFor({ timeout: 30_000 });
    await officers[0]!.serve();
  });

  it('are not played where somebody wants things to stand still; else films run without sound to their end', async () => {
    await send('Cara mengambil nomor.webm', 'video/webm', film);
    await office.getByText('Cara mengambil nomor.webm sekarang ada di daftar.').waitFor();
    await sleep(11_000);
    assert.equal(await video().count(), 0, 'this device asks for reduced motion');
    await board.emulateMedia({ reducedMotion: 'no-preference' });
    await video().waitFor({ timeout: 30_000 });
    const state = await video().evaluate((element: HTMLVideoElement) => ({
      muted: element.muted,
      focusable: element.tabIndex >= 0 && element.controls,
    }));
    assert.deepEqual(state, { muted: true, focusable: false });
    await board.waitForFunction(
      () => (document.querySelector('main video') as HTMLVideoElement)?.currentTime > 1,
    );
    await checkAccessibility(board, 'a film beside the calls');
    await image().waitFor({ timeout: 30_000 });
  });

  it('stay on the board while the server is dead', async () => {
    await hall.kill();
    await board.getByText(/Sambungan terputus/).waitFor({ timeout: 30_000 });
    await video().waitFor({ timeout: 30_000 });
    await image().waitFor({ timeout: 30_000 });
    assert.equal(await image().evaluate((element: HTMLImageElement) => element.naturalWidth), 320);
    await hall.restart();
    await board.getByText(/Sambungan terputus/).waitFor({ state: 'hidden', timeout: 30_000 });
  });

  it('leave every call and its counter on the screen, whichever way it stands', async () => {
    for (let person = 0; person < 3; person += 1) await issue('akta-kelahiran');
    for (const officer of officers.slice(0, 3)) await officer.call();
    await image().waitFor({ timeout: 60_000 });
    for (const [width, height] of [
      [1920, 1080],
      [1080, 1920],
      [1280, 720],
    ] as const) {
      await board.setViewportSize({ width, height });
      const outside = await board
        .locator('.no, .to, main img, li')
        .evaluateAll((parts) =>
          parts
            .map((part) => part.getBoundingClientRect())
            .filter(({ right, bottom }) => right > innerWidth + 1 || bottom > innerHeight + 1),
        );
      assert.deepEqual(outside, [], `${width}×${height}`);
    }
  });

  it('are put in order and taken off by the manager, on a phone too', async () => {
    await office.setViewportSize({ width: 320, height: 740 });
    await assertReflows(office, 'the list of pictures');
    await office.getByRole('button', { name: 'Naik, Cara mengambil nomor.webm' }).click();
    await office.getByText('Urutan diubah.').waitFor();
    const names = await office.locator('#gambarpapan ~ * b').allInnerTexts();
    assert.deepEqual(names, ['Cara mengambil nomor.webm', 'Jadwal rekam KTP.png']);
    for (const name of names) {
      await office.getByRole('button', { name: `Hapus ${name}` }).click();
      await office.getByText('Dihapus dari papan.').waitFor();
      await office.goto(office.url().split('?')[0]!, { waitUntil: 'networkidle' });
    }
    await office.getByText('Belum ada gambar atau film.').waitFor();
    await image().waitFor({ state: 'detached', timeout: 30_000 });
  });
});
