import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { checkAccessibility } from './accessibility.ts';
import { openBoardHall, type BoardHall } from './board-hall.ts';
import { assertReflows } from './hall-hands.ts';
import { ask, seatOfficer } from './operations.ts';

const BIRTH = 'akta-kelahiran';

describe('a board that is set up in the browser', () => {
  let { hall, board, officers, announced, issue, shows } = {} as BoardHall;
  let office: Page;
  before(async () => {
    ({ hall, board, officers, announced, issue, shows } = await openBoardHall());
    // A page that is loaded anew loses its mark.
    await board.evaluate(() => Object.assign(globalThis, { markOfThisPage: true }));
    office = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
    await office.goto('/kelola/perangkat', { waitUntil: 'networkidle' });
    await office.getByRole('link', { name: 'Atur Papan Zona A' }).click();
    await office.getByRole('heading', { name: 'Isi dan suara papan' }).waitFor();
    await office.waitForLoadState('networkidle');
    await board.evaluate(() => {
      const { start } = AudioBufferSourceNode.prototype;
      const heard = { clips: 0 };
      Object.assign(globalThis, { heard });
      AudioBufferSourceNode.prototype.start = function (...when) {
        heard.clips += 1;
        return start.apply(this, when);
      };
    });
  });
  after(() => hall?.stop());

  const save = async () => {
    await office.getByRole('button', { name: 'Simpan papan' }).click();
  };
  const saved = async () => {
    await save();
    await office.getByText('Tersimpan. Papan sudah mengikuti.').waitFor();
    await office.goto(office.url().split('?')[0]!, { waitUntil: 'networkidle' });
  };
  const clipsHeard = () =>
    board.evaluate(() => (globalThis as unknown as { heard: { clips: number } }).heard.clips);
  const quiet = async () => {
    for (let calm = 0, tries = 0; calm < 8 && tries < 400; tries += 1) {
      const speaking = await board.evaluate(() =>
        Object.entries(localStorage).some(([name, text]) => {
          const queue = JSON.parse(String(text)) as { waiting?: unknown[]; speaking?: unknown };
          return name.includes('announcements') && ((queue.waiting?.length ?? 0) > 0 || queue.speaking);
        }),
      );
      calm = speaking ? 0 : calm + 1;
      await sleep(100);
    }
  };
  const stillTheSamePage = () =>
    board.evaluate(() => (globalThis as unknown as { markOfThisPage?: true }).markOfThisPage === true);

  it('takes zones at once, without being loaded anew, and announces what is called there', async () => {
    await checkAccessibility(office, 'settings of a board');
    await office.getByRole('checkbox', { name: /Zona B/ }).check();
    await saved();
    await board.getByRole('heading', { name: /Zona A dan Zona B/ }).waitFor();
    const other = await seatOfficer(hall, 'maulida@balangan.contoh');
    await issue('pajak-kendaraan-tahunan');
    const code = await other.call();
    await shows(code);
    assert.equal(announced.length, 1);
    assert.equal(await stillTheSamePage(), true);
    await quiet();
    await other.serve();
  });

  it('says no to a board without a zone, to a zone that no board would show and to hours that overlap', async () => {
    for (const zone of [/Zona A/, /Zona B/]) await office.getByRole('checkbox', { name: zone }).uncheck();
    await save();
    await office.getByText('Papan ini belum menampilkan zona apa pun.').waitFor();
    await office.getByRole('checkbox', { name: /Zona B/ }).check();
    await save();
    await office.getByText('Zona A tidak akan tampil di papan mana pun.').waitFor();
    await office.getByRole('checkbox', { name: /Zona A/ }).check();
    const row = (number: number) => office.getByRole('group', { name: `Baris ${number}` });
    await row(1).getByLabel('Dari').fill('07:00');
    await save();
    await office.getByRole('link', { name: /Jam khusus baris 1 belum lengkap/ }).waitFor();
    await checkAccessibility(office, 'half a row');
    await row(1).getByLabel('Sampai').fill('09:00');
    await row(2).getByLabel('Dari').fill('08:30');
    await row(2).getByLabel('Sampai').fill('10:00');
    await save();
    await office.getByText('Ada dua jam khusus yang bertabrakan.').waitFor();
    await checkAccessibility(office, 'hours overlap');
    await office.goto(office.url().split('?')[0]!, { waitUntil: 'networkidle' });
  });

  it('speaks English behind the Indonesian sentence once it was chosen, and only while nobody else waits', async () => {
    for (let person = 0; person < 6; person += 1) await issue(BIRTH);
    const atFirst = await clipsHeard();
    await officers[0]!.call();
    await sleep(500);
    const indonesian = (await clipsHeard()) - atFirst;
    await office.getByLabel('Bahasa Indonesia, lalu bahasa Inggris').check();
    await saved();
    await quiet();
    assert.ok(
      (await clipsHeard()) > indonesian,
      'the setting holds already for the sentence that is being said',
    );
    const before = announced.length;
    const clips = await clipsHeard();
    await officers[1]!.call();
    await officers[2]!.call();
    await quiet();
    assert.equal(announced.length, before + 2);
    const both = (await clipsHeard()) - clips;
    assert.ok(both > 2 * indonesian - 4, 'both are said in Indonesian');
    assert.ok(both < 2 * indonesian + indonesian, 'the first leaves its English out for the second');
    assert.equal(new Set(announced).size, announced.length);
  });

  it('only shows a call while the sound is off, and does not say it later', async () => {
    await office.getByLabel('Mati').check();
    await saved();
    const before = announced.length;
    const silent = await officers[3]!.call();
    await shows(silent);
    await office.getByLabel('Menyala').check();
    await saved();
    await quiet();
    assert.equal(announced.length, before);
    await issue('pendaftaran-peserta-mandiri');
    const loud = await officers[4]!.call();
    await shows(loud);
    await quiet();
    assert.equal(announced.length, before + 1);
    assert.equal(await stillTheSamePage(), true);
  });

  it('shows messages one after another in both languages, the hours of the day, and takes them off again', async () => {
    await office.getByRole('textbox', { name: 'Pesan', exact: true }).fill('x'.repeat(121));
    await office.getByLabel('Tampil dari').fill('2026-01-01T08:00');
    await office.getByLabel('Tampil sampai').fill('2099-01-01T08:00');
    await office.getByRole('button', { name: 'Tambah pesan' }).click();
    await office.getByText('Pesan terlalu panjang untuk satu baris papan.').waitFor();
    await checkAccessibility(office, 'message too long');
    await office.getByRole('textbox', { name: 'Pesan', exact: true }).fill('Musala ada di lantai dua.');
    await office.getByLabel('Pesan dalam bahasa Inggris').fill('The prayer room is on the second floor.');
    await office.getByRole('button', { name: 'Tambah pesan' }).click();
    await office.getByText('Pesan ditambahkan.').waitFor();
    await board.getByText('Musala ada di lantai dua.').waitFor();
    await board.getByText('The prayer room is on the second floor.').waitFor();
    await office.getByLabel('Tampilkan jam layanan hari ini').check();
    await saved();
    await board.getByRole('region', { name: 'Jam layanan hari ini' }).waitFor();
    await checkAccessibility(board, 'message and hours');
    await checkAccessibility(office, 'a message stands');
    await office.getByRole('button', { name: /^Hapus pesan/ }).click();
    await office.getByText('Pesan dihapus.').waitFor();
    await board.getByText('Boleh menunggu di luar.').waitFor();
    assert.equal(await stillTheSamePage(), true);
  });

  it('is set up on a phone too', async () => {
    for (const width of [320, 360]) {
      await office.setViewportSize({ width, height: 740 });
      await assertReflows(office, `settings of a board at ${width} px`);
    }
  });

  it('stands on the trail in words, and another role cannot set it', async () => {
    await office.setViewportSize({ width: 1366, height: 768 });
    await office.goto('/kelola/jejak');
    await office.getByText('mengatur papan').first().waitFor();
    await office.getByText('menambah pesan papan').waitFor();
    const deviceId = await hall
      .sql<{ id: string }>(`select id from device where kind = 'board'`)
      .then(([row]) => row!.id);
    await assert.rejects(ask(officers[0]!.page, 'boards/getBoardSetup', { deviceId }), /FORBIDDEN/);
  });
});
