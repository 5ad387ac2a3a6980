import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { buildScreens } from '../../tools/build.ts';
import { atMost, type Part } from '../figures.ts';
import { makeDataFolder, startDemo } from '../hall/started.ts';

const SETTLE_SECONDS = 120;
const SAMPLES = 6;
const SAMPLE_EVERY_SECONDS = 3;

/** What server and database hold in memory while the demonstration runs with its crowd. */
export const memoryPart: Part = {
  name: 'memory',
  title: 'Memory of server and database in the demonstration',
  async run(say) {
    await buildScreens(say);
    const { folder, remove } = makeDataFolder();
    const demo = await startDemo(folder);
    try {
      const early = sampleAll(demo.pids());
      for (let second = 0; second < SETTLE_SECONDS; second += 10) {
        await pause(10_000);
        await fetch(demo.url).then((page) => page.text());
      }
      say('settled');
      const samples: ReturnType<typeof sampleAll>[] = [];
      for (let sample = 0; sample < SAMPLES; sample += 1) {
        samples.push(sampleAll(demo.pids()));
        await pause(SAMPLE_EVERY_SECONDS * 1000);
      }
      const of = (name: keyof ReturnType<typeof sampleAll>) => samples.map((sample) => sample[name]);
      return {
        figures: [
          { name: 'all processes', unit: 'MB PSS', product: of('all'), aim: atMost(600, 'MB') },
          { name: 'Node', unit: 'MB PSS', product: of('node') },
          { name: 'PostgreSQL', unit: 'MB PSS', product: of('database') },
          { name: 'all, right after the start', unit: 'MB PSS', product: [early.all] },
        ],
        notes: [
          `${SAMPLES} samples after ${SETTLE_SECONDS} s with the simulated crowd; the small process that npm starts first is counted too.`,
        ],
      };
    } finally {
      await demo.stop();
      remove();
    }
  },
};

/** Proportional set size: pages that processes share are counted once, spread over them. */
function sampleAll(pids: readonly number[]) {
  const sum = { all: 0, node: 0, database: 0 };
  for (const pid of pids) {
    const { name, megabytes } = readPss(pid);
    sum.all += megabytes;
    sum[name.startsWith('postgres') ? 'database' : 'node'] += megabytes;
  }
  return sum;
}

function readPss(pid: number): { name: string; megabytes: number } {
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return { name, megabytes: Number(kilobytes ?? 0) / 1024 };
  } catch {
    // Ended in between.
    return { name: '', megabytes: 0 };
  }
}
