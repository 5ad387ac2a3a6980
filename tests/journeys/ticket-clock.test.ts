import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkAccessibility } from './accessibility.ts';
import { assertReflows, openKiosk, openOfficer } from './hall-hands.ts';
import { openHall, type Hall } from './support.ts';

const SERVICE = 'akta-kelahiran';
const OFFICER = 'norlaila@balangan.contoh';
const TRIES_MAX = 60;

describe('what the clock does to a number', () => {
  let hall: Hall;
  let kiosk: Awaited<ReturnType<typeof openKiosk>>;
  before(async () => {
    hall = await openHall();
    kiosk = await openKiosk(hall);
  });
  after(() => hall.stop());

  const stateOf = async (token: string) =>
    (await hall.sql<{ state: string }>('select state from stop where token = $1', [token]))[0]!.state;

  /** The last call lies minutes back, and the officer was heard so many minutes ago; then the server looks. */
  async function lookLater(token: string, minutes: number, heardMinutes: number): Promise<void> {
    await hall.sql(
      `update stop_interval i set started_at = x.now_at - make_interval(mins => $2)
       from stop s, (select clock_timestamp() + offset_by as now_at from clock_offset) x
       where s.token = $1 and i.stop_id = s.id and i.kind = 'called' and i.ended_at is null`,
      [token, minutes],
    );
    await hall.sql(
      `update counter_session set opened_at = x.now_at - interval '1 hour', seen_at = x.now_at - make_interval(mins => $1)
       from (select clock_timestamp() + offset_by as now_at from clock_offset) x where closed_at is null`,
      [heardMinutes],
    );
    await hall.sql(`update hearing set since = least(since, until - interval '1 hour')`);
    await hall.sql(
      `update scheduled_run set run_at = '2026-01-01T00:00Z' where name in ('unattended', 'day-end')`,
    );
  }

  it('holds it when nobody comes, and gives it back with the counter when the officer has vanished', async () => {
    const officer = await openOfficer(hall, OFFICER);
    const first = await kiosk.issue(SERVICE);
    const phone = await hall.newPage('phone');
    await phone.goto(`/tiket/${first.token}`);
    await officer.call();
    for (let tries = 0; (await stateOf(first.token)) === 'called' && tries < TRIES_MAX; tries += 1) {
      await lookLater(first.token, 4, 0);
      await sleep(1000);
    }
    await phone.getByRole('button', { name: 'Saya sudah di sini' }).click();
    await phone.getByText('Giliran berikutnya').first().waitFor();

    await officer.call();
    for (let tries = 0; (await stateOf(first.token)) === 'called' && tries < TRIES_MAX; tries += 1) {
      await lookLater(first.token, 6, 6);
      await sleep(1000);
    }
    assert.equal(await stateOf(first.token), 'waiting');
    await phone.waitForFunction(() => document.title.includes('giliran berikutnya'));
    const back = await hall.newPage('desktop', { signedInAs: OFFICER });
    await back.goto('/loket');
    await back.getByText(new RegExp(`Loket ${officer.counterNumber} dibebaskan`)).waitFor();
    await checkAccessibility(back, 'a counter that was given free');
    await back.getByRole('button', { name: `Buka loket ${officer.counterNumber}` }).click();
    await back.getByText(/dibebaskan/).waitFor({ state: 'detached' });
  });

  it('leads one whom we did not serve to a number in front on the next open day, without scripts', async () => {
    await kiosk.issue(SERVICE);
    const mine = await kiosk.issue(SERVICE);
    const [row] = await hall.sql<{ day: string }>(
      'select service_day::text as day from stop where token = $1',
      [mine.token],
    );
    const tomorrow = new Date(Date.parse(`${row!.day}T02:00:00Z`) + 86_400_000).toISOString();
    await hall.setClock(tomorrow);
    for (let tries = 0; (await stateOf(mine.token)) !== 'done' && tries < TRIES_MAX; tries += 1) {
      await hall.sql(`update scheduled_run set run_at = '2026-01-01T00:00Z' where name = 'day-end'`);
      await sleep(1000);
    }
    await kiosk.issue(SERVICE);
    const page = await hall.newPage({ width: 320, height: 640 }, { javaScript: false });
    await page.goto(`/tiket/${mine.token}`);
    await page.getByRole('heading', { name: 'Hari ini Anda didahulukan' }).waitFor();
    await page.getByRole('button', { name: 'Ambil nomor saya hari ini' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Giliran berikutnya').first().waitFor();
    assert.ok(!page.url().includes(mine.token), 'the page of the new number');
    await page.goto(`/tiket/${mine.token}`);
    assert.match(await page.locator('main').innerText(), /mengambil nomor baru yang didahulukan/);
    assert.equal(await page.getByRole('button', { name: 'Ambil nomor saya hari ini' }).count(), 0);
  });

  it('lets an officer give that number to one without a phone', async () => {
    const page = await hall.newPage('desktop', { signedInAs: OFFICER });
    await page.goto('/loket');
    await page.getByRole('link', { name: 'Belum dilayani' }).first().click();
    await page.getByRole('heading', { name: 'Belum dilayani hari kerja lalu' }).waitFor();
    await checkAccessibility(page, 'the list of those not served');
    const rows = page.getByRole('button', { name: /Beri nomor hari ini untuk/ });
    const count = await rows.count();
    assert.ok(count > 0);
    await rows.first().click();
    await page.getByText(/sekarang bernomor A-\d{3}/).waitFor();
    assert.equal(await rows.count(), count - 1);
    await page.setViewportSize({ width: 320, height: 700 });
    await assertReflows(page, 'the list of those not served');
  });
});
