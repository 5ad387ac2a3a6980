import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkAccessibility } from './accessibility.ts';
import { openBoardHall, type BoardHall } from './board-hall.ts';

const SERVICES = ['akta-kelahiran', 'pendaftaran-peserta-mandiri'] as const;
/** Twenty seconds of speaking, then a silent turn for each of the others. */
const TURNS_SECONDS_MAX = 60;

describe("a board's voice", () => {
  let { hall, board, officers, announced, issue, shows } = {} as BoardHall;
  before(async () => {
    ({ hall, board, officers, announced, issue, shows } = await openBoardHall());
  });
  after(() => hall?.stop());

  const callNumbers = async () =>
    (
      await hall.sql<{ number: number }>(`select number from event where kind = 'called' order by number`)
    ).map(({ number }) => Number(number));
  const announcedCount = async (count: number) => {
    for (let tries = 0; tries < 150 && announced.length < count; tries += 1) await sleep(100);
    assert.equal(announced.length, count);
  };
  const quiet = async () => {
    for (let tries = 0; tries < 400; tries += 1) {
      const waiting = await board.evaluate(() => {
        const name = Object.keys(localStorage).find((each) => each.startsWith('balairung.announcements.'));
        const queue = JSON.parse((name && localStorage.getItem(name)) ?? '{}') as {
          waiting?: unknown[];
          speaking?: unknown;
        };
        return (queue.waiting?.length ?? 0) > 0 || Boolean(queue.speaking);
      });
      if (!waiting) return;
      await sleep(100);
    }
    assert.fail('the board never fell silent');
  };

  it('shows who gets ready, then the call, and gives it to the voice once, over reloads and reconnects', async () => {
    for (let person = 0; person < 4; person += 1) await issue(SERVICES[0]);
    await board.getByRole('listitem').filter({ hasText: 'A-001' }).waitFor();
    const code = await officers[0]!.call();
    await shows(code);
    await announcedCount(1);
    await board.reload();
    await shows(code);
    await board.reload();
    await shows(code);
    await hall.kill();
    await hall.restart();
    await board.waitForTimeout(4_000);
    await shows(code);
    await announcedCount(1);
    assert.deepEqual(announced, await callNumbers());
  });

  it('speaks a call that came while it was being loaded anew', async () => {
    const before = announced.length;
    await board.goto('about:blank');
    const code = await officers[1]!.call();
    await board.goto('/papan');
    await shows(code);
    await announcedCount(before + 1);
    assert.deepEqual(announced, await callNumbers());
  });

  it('turns and speaks for a number that is called again', async () => {
    await quiet();
    const before = announced.length;
    await officers[0]!.recall();
    await shows('A-001');
    await announcedCount(before + 1);
    await quiet();
    await shows('A-001');
    assert.deepEqual(announced, await callNumbers());
    await checkAccessibility(board, 'calls');
  });

  it('five officers call within a second: each is spoken once in order or only shown, also over a reload', async () => {
    for (const officer of officers.slice(0, 2)) await officer.serve();
    for (let person = 0; person < 5; person += 1) await issue(SERVICES[0]);
    await issue(SERVICES[1]);
    await quiet();
    announced.length = 0;
    const known = new Set(await callNumbers());
    const startedAt = performance.now();
    const codes = await Promise.all(officers.map((officer) => officer.call()));
    const seen = new Set<string>();
    const huge = board.locator('.first .no');
    await announcedCount(1);
    await board.reload();
    const over = () => performance.now() - startedAt > TURNS_SECONDS_MAX * 1000;
    while (!over() && codes.some((code) => !seen.has(code))) {
      for (const number of await huge.allInnerTexts()) seen.add(number);
      await sleep(200);
    }
    await quiet();
    const called = (await callNumbers()).filter((number) => !known.has(number));
    assert.equal(called.length, officers.length);
    assert.equal(new Set(announced).size, announced.length, `nothing twice: ${announced.join()}`);
    assert.deepEqual(announced, called.slice(0, announced.length), 'in the order of the calls');
    assert.ok(announced.length >= 2, 'the first ones are heard');
    assert.ok(announced.length < called.length, 'the last ones are too old to be heard');
    assert.deepEqual(
      [...codes].sort(),
      codes.filter((code) => seen.has(code)).sort(),
      'each had its turn on the huge panel',
    );
  });
});
