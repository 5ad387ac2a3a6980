import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { noteAnnouncements, openBoardHall, type BoardHall } from '../../tests/journeys/board-hall.ts';
import { ask } from '../../tests/journeys/operations.ts';

const SERVICE = 'akta-kelahiran';
/** Who calls alone and who calls in a burst; the first three serve the same agency. */
const BURST = 3;
const QUIET_MS_MAX = 90_000;
const HEAP_EVERY_MS = 20_000;
/** Nothing said for so long: the boards are idle. */
const CALM_MS = 1_000;

export interface SoakResult {
  readonly calls: number;
  readonly reloads: number;
  readonly restarts: number;
  /** From the officer's command to the first sound, milliseconds, for calls that found the board silent. */
  readonly voiceMs: readonly number[];
  /** Of the board that is never loaded anew, after a collection of garbage. */
  readonly heapBytes: readonly number[];
  readonly twice: number;
  /** Calls that found a board silent and were not spoken, those left out over which the board was loaded anew at once. */
  readonly missing: number;
  /** Calls over which the board was loaded anew before it had begun to speak or just then: shown, as the rule has it. */
  readonly cutOff: number;
  /** Calls within a burst that were too old when their turn came: shown, as the rule has it. */
  readonly onlyShown: number;
}

interface Listened {
  readonly page: Page;
  readonly announced: readonly number[];
}

/** A board that is never loaded anew and one that often is, in a hall whose server is killed now and then. */
export async function soakBoards(minutes: number, say: (line: string) => void): Promise<SoakResult> {
  const hall = await openBoardHall();
  try {
    const steady = await hangSecondBoard(hall);
    const sounds = await noteSounds(steady.page);
    await steady.page.goto('/papan');
    await steady.page.getByRole('heading', { name: /Zona A/ }).waitFor();
    return await run({ hall, steady, sounds }, minutes, say);
  } finally {
    await hall.hall.stop();
  }
}

interface Scene {
  readonly hall: BoardHall;
  readonly steady: Listened;
  /** When the loudspeaker began a clip, epoch milliseconds. */
  readonly sounds: number[];
}

async function run(scene: Scene, minutes: number, say: (line: string) => void): Promise<SoakResult> {
  const { hall, steady, sounds } = scene;
  const until = Date.now() + minutes * 60_000;
  const heap = await steady.page.context().newCDPSession(steady.page);
  const single = new Set<number>();
  const loadedOver = new Set<number>();
  const voiceMs: number[] = [];
  const heapBytes: number[] = [];
  let heapAt = 0;
  const count = { rounds: 0, reloads: 0, restarts: 0 };
  while (Date.now() < until) {
    count.rounds += 1;
    if (count.rounds % 9 === 0) {
      await hall.hall.kill();
      await hall.hall.restart();
      await steady.page.getByText(/Sambungan terputus/).waitFor({ state: 'hidden', timeout: 60_000 });
      count.restarts += 1;
      await sleep(3_000);
    }
    if (count.rounds % 5 === 0) await burst(hall);
    else {
      const before = sounds.length;
      const askedAt = Date.now();
      const number = await callOne(hall, count.rounds);
      single.add(number);
      if (count.rounds % 3 === 0) {
        loadedOver.add(number);
        await hall.board.reload();
        count.reloads += 1;
      }
      await soundAfter(sounds, before);
      if (sounds[before] !== undefined) voiceMs.push(sounds[before] - askedAt);
    }
    await quiet([hall.board, steady.page]);
    if (Date.now() - heapAt > HEAP_EVERY_MS) {
      heapAt = Date.now();
      heapBytes.push(await usedHeap(heap));
      say(`${count.rounds} rounds, ${(heapBytes.at(-1)! / 1e6).toFixed(1)} MB`);
    }
  }
  const called = await callNumbers(hall);
  const boards = [hall.announced, steady.announced];
  return {
    ...{ calls: called.length, reloads: count.reloads, restarts: count.restarts, voiceMs, heapBytes },
    twice: sum(boards.map((heard) => heard.length - new Set(heard).size)),
    missing:
      unspoken(steady, single).length +
      unspoken(
        hall,
        [...single].filter((number) => !loadedOver.has(number)),
      ).length,
    cutOff: unspoken(hall, loadedOver).length,
    onlyShown: sum(
      boards.map((heard) => called.filter((number) => !single.has(number) && !heard.includes(number)).length),
    ),
  };
}

const unspoken = ({ announced }: Pick<Listened, 'announced'>, calls: Iterable<number>) =>
  [...calls].filter((number) => !announced.includes(number));

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

/** One person is called and served. Gives the number of the call's event. */
async function callOne({ hall, officers, issue }: BoardHall, round: number): Promise<number> {
  const officer = officers[round % BURST]!;
  await issue(SERVICE);
  await officer.call();
  const [event] = await hall.sql<{ number: string }>(
    `select max(number) as number from event where kind = 'called'`,
  );
  await officer.serve();
  return Number(event!.number);
}

/** Three officers call within a moment: the last may be too old when its turn comes. */
async function burst({ officers, issue }: BoardHall): Promise<void> {
  for (let person = 0; person < BURST; person += 1) await issue(SERVICE);
  const calling = officers.slice(0, BURST);
  await Promise.all(calling.map((officer) => officer.call()));
  for (const officer of calling) await officer.serve();
}

async function callNumbers({ hall }: BoardHall): Promise<number[]> {
  const rows = await hall.sql<{ number: string }>(`select number from event where kind = 'called'`);
  return rows.map(({ number }) => Number(number));
}

/** Until nothing waits to be spoken or shown on any of these boards. */
async function quiet(boards: readonly Page[]): Promise<void> {
  const until = Date.now() + QUIET_MS_MAX;
  for (let calmSince = Date.now(); Date.now() - calmSince < CALM_MS && Date.now() < until; await sleep(200)) {
    const busy = await Promise.all(boards.map(isBusy));
    if (busy.includes(true)) calmSince = Date.now();
  }
}

function isBusy(board: Page): Promise<boolean> {
  return board.evaluate(() =>
    Object.entries(localStorage).some(([name, text]) => {
      if (!name.includes('announcements')) return false;
      const queue = JSON.parse(String(text)) as { waiting: unknown[]; speaking: unknown };
      return queue.waiting.length > 0 || queue.speaking !== null;
    }),
  );
}

async function soundAfter(sounds: readonly number[], count: number): Promise<void> {
  for (let tries = 0; tries < 100 && sounds.length <= count; tries += 1) await sleep(100);
}

/** One more board of the same zone, paired as an administrator would. */
async function hangSecondBoard({ hall }: BoardHall): Promise<Listened> {
  const page = await hall.newPage('board');
  const announced = await noteAnnouncements(page);
  const office = await hall.newPage('desktop', { signedInAs: 'fitriansyah@balangan.contoh' });
  const { token, code } = await ask<{ token: string; code: string }>(page, 'staff/requestPairing', {
    kind: 'board',
  });
  const [zone] = await hall.sql<{ id: string }>('select id from zone order by slug limit 1');
  await ask(office, 'staff/confirmPairing', { code, name: 'Papan kedua', zoneId: zone!.id });
  await ask(page, 'staff/claimPairing', { token });
  await office.close();
  return { page, announced };
}

/** The first clip of each sentence is the chime: when it is due on the audio clock, as the time of day. */
async function noteSounds(page: Page): Promise<number[]> {
  const sounds: number[] = [];
  await page.exposeFunction('noteSound', (at: number) => sounds.push(at));
  await page.addInitScript(() => {
    const { start } = AudioBufferSourceNode.prototype;
    let lastNoted = 0;
    AudioBufferSourceNode.prototype.start = function (at = 0, ...rest) {
      const context = this.context as AudioContext;
      const dueMs = Date.now() + (at - context.currentTime) * 1_000 + context.baseLatency * 1_000;
      // All clips of a sentence are laid out in one breath.
      if (Date.now() - lastNoted > 500)
        void (globalThis as unknown as { noteSound(at: number): Promise<void> }).noteSound(dueMs);
      lastNoted = Date.now();
      return start.call(this, at, ...rest);
    };
  });
  return sounds;
}

async function usedHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
