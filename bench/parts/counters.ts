import { atMost, type Part } from '../figures.ts';
import { openHall } from '../hall/hall.ts';
import { findPgbench, runPgbench } from '../hall/pgbench.ts';
import { Program } from '../hall/program.ts';
import { AGENCIES } from '../hall/scene.ts';
import { claimScript } from '../hall/scripts.ts';
import type { PressResult } from '../programs/hall-crowd.ts';

const ROUNDS = 7;
const BOARDS = 200;
const PHONES = 5000;
const PRESSES = 80;
const CLIENTS = 16;

/** Eighty counters press within ten milliseconds in a hall full of boards and phones. */
export const countersPart: Part = {
  name: 'counters',
  title: '80 counters press within 10 ms; 200 boards and 5,000 phones are connected',
  async run(say) {
    const pgbench = findPgbench();
    const hall = await openHall();
    const crowd = await Program.start('hall-crowd.ts');
    try {
      const perAgency = PHONES / AGENCIES;
      await hall.scene.reset(perAgency + 2);
      const script = await claimScript(hall);
      await hall.scene.reset(perAgency);
      await crowd.ask('open', { url: hall.url, boardCount: BOARDS, phoneCount: PHONES });
      const results: PressResult[] = [];
      const database: number[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        await hall.scene.reset(perAgency);
        const result = await crowd.ask<PressResult>('press');
        await hall.scene.reset(perAgency);
        const perSecond = await runPgbench(pgbench, {
          ...{ databaseUrl: hall.appUrl, script, clients: CLIENTS },
          length: { transactions: PRESSES / CLIENTS },
        });
        if (result.distinct !== PRESSES)
          throw new Error(`${PRESSES} presses called ${result.distinct} tickets`);
        say(`round ${round} of ${ROUNDS}: ${JSON.stringify(result)}`);
        if (round === 0) continue;
        results.push(result);
        database.push((PRESSES / perSecond) * 1000);
      }
      const baseline = { name: 'the 80 claims alone, by pgbench', values: database };
      const of = (name: keyof PressResult) => results.map((result) => result[name]);
      return {
        figures: [
          {
            name: 'different tickets',
            unit: 'of 80',
            product: of('distinct'),
            aim: { text: '80', of: 'product', bound: 'at-least', value: 80 },
          },
          {
            name: 'last board shows it',
            unit: 'ms',
            product: of('lastBoardMs'),
            baseline,
            aim: atMost(300, 'ms'),
          },
          { name: 'last board is told to speak it', unit: 'ms', product: of('lastAnnouncementMs') },
          { name: 'last officer has the reply', unit: 'ms', product: of('lastReplyMs') },
          { name: 'last phone shows its place', unit: 'ms', product: of('lastPhoneMs') },
        ],
        notes: [
          'Open loop, from the first press. 25 zones with 8 boards each, 125 agencies with 40 phones each: an event concerns 8 boards and 40 phones. Load, boards and phones in a process of their own on the same processors.',
        ],
      };
    } finally {
      await crowd.stop();
      await hall.stop();
    }
  },
};
