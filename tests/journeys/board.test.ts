import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, findChromium } from '../../tools/testing/chromium.ts';
import { openBoardHall, type BoardHall } from './board-hall.ts';
import { checkAccessibility } from './accessibility.ts';

describe('a call board', () => {
  let { hall, board, officers, announced, issue, shows } = {} as BoardHall;
  before(async () => {
    ({ hall, board, officers, announced, issue, shows } = await openBoardHall());
  });
  after(() => hall?.stop());

  it('says what will be here while nobody is called', async () => {
    await board.getByText('Nomor yang dipanggil muncul di sini.').waitFor();
    await board.getByText('Tidak ada yang menunggu.').waitFor();
    await board.getByText('data contoh').waitFor();
    assert.match(await board.locator('.clock').innerText(), /^\d\d\.\d\d WITA$/);
    await checkAccessibility(board, 'nobody called');
  });

  it('asks for one touch where the browser makes no sound by itself, and that is its only control', async () => {
    const browser = await chromium.launch({
      executablePath: findChromium()!,
      args: [...CHROMIUM_ARGUMENTS, '--autoplay-policy=document-user-activation-required'],
    });
    try {
      const device = { storageState: await board.context().storageState(), baseURL: hall.url };
      const quiet = await browser.newPage({ ...device, viewport: { width: 1366, height: 768 } });
      await quiet.goto('/papan', { waitUntil: 'commit' });
      // Every look by the test counts as a touch, which lets the sound on: the page itself must tell.
      await quiet.addInitScript(() => {
        new MutationObserver(() => {
          const controls = [...document.querySelectorAll('button, a, input')];
          const told = controls.map((each) => {
            const { x, y, width, height } = each.getBoundingClientRect();
            return { says: each.textContent?.trim(), x: x + width / 2, y: y + height / 2, height };
          });
          console.info(`controls ${JSON.stringify(told)}`);
        }).observe(document, { childList: true, subtree: true });
      });
      const button = quiet.waitForEvent('console', (message) => /^controls .*Nyalakan/.test(message.text()));
      await quiet.goto('/papan', { waitUntil: 'commit' });
      const controls = JSON.parse((await button).text().slice('controls '.length)) as {
        says: string;
        x: number;
        y: number;
        height: number;
      }[];
      assert.deepEqual(
        controls.map(({ says }) => says),
        ['Nyalakan suara'],
      );
      assert.ok(controls[0]!.height >= 44);
      const gone = quiet.waitForEvent('console', (message) => message.text() === 'controls []');
      await quiet.mouse.click(controls[0]!.x, controls[0]!.y);
      await gone;
    } finally {
      await browser.close();
    }
  });

  it('shows who gets ready, the call at its counter, and the two before', async () => {
    for (let person = 0; person < 8; person += 1) await issue('akta-kelahiran');
    await board.getByRole('listitem').filter({ hasText: 'A-001' }).waitFor();
    const codes: string[] = [];
    for (const officer of officers.slice(0, 3)) {
      const code = await officer.call();
      codes.push(code);
      await board.locator('.no').getByText(code, { exact: true }).waitFor();
      await shows(codes[0]!);
    }
    const shown = await board.locator('.no').allInnerTexts();
    assert.deepEqual(shown.slice(0, 3).sort(), codes, 'what is being spoken stays the huge one');
    assert.match(await board.locator('.first .to').innerText(), /^loket\s+\d+$/);
    assert.ok(!(await board.locator('body').innerText()).includes('Akta'), 'never a service');
    await checkAccessibility(board, 'calls');
  });

  it('says within ten seconds and a bit that the line is down, and is true again by itself', async () => {
    await hall.kill();
    const warning = board.getByText(/Sambungan terputus/);
    await warning.waitFor();
    await checkAccessibility(board, 'line down');
    await hall.restart();
    await warning.waitFor({ state: 'hidden' });
    assert.equal(new Set(announced).size, announced.length);
  });

  it('names booths of its zone that are closed, with their hour', async () => {
    await hall.sql(
      `insert into booth_closure select b.mall_id, gen_random_uuid(), b.id, now() - interval '1 minute',
         now() + interval '2 hours', 'Listrik padam' from booth b join agency a on a.id = b.agency_id
       where a.slug in ('dinsos', 'kemenag')`,
    );
    await board.reload();
    const closed = board.getByRole('region', { name: 'Tutup' });
    await closed
      .getByText(/buka .* WITA/)
      .first()
      .waitFor();
    await checkAccessibility(board, 'closed booths');
    await hall.sql('delete from booth_closure');
  });

  it('fits its screen, whichever way it stands', async () => {
    for (const [width, height] of [
      [1920, 1080],
      [1080, 1920],
      [1280, 720],
      [1366, 768],
    ] as const) {
      await board.setViewportSize({ width, height });
      const size = await board.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        height: document.documentElement.scrollHeight,
      }));
      assert.deepEqual(size, { width, height });
      const cut = await board.locator('.first .no, .first .to, .call .no, li').evaluateAll((parts) =>
        parts
          .filter((part) => {
            const { right, bottom, width: wide } = part.getBoundingClientRect();
            return (
              wide > 0 &&
              (right > innerWidth + 1 || bottom > innerHeight + 1 || part.scrollWidth > part.clientWidth + 2)
            );
          })
          .map((part) => part.textContent?.trim()),
      );
      assert.deepEqual(cut, [], `${width}×${height}`);
    }
  });
});
