import { issueStreamToken } from '#platform/events/stream-access.ts';
import { quantile, type Part } from '../figures.ts';
import { openHall } from '../hall/hall.ts';
import { Program } from '../hall/program.ts';
import { idOf, MALL_ID, tokens } from '../hall/scene.ts';

const LISTENERS = 10_000;
const PROGRAMS = 2;
const EACH = LISTENERS / PROGRAMS;
const ROUNDS = 6;
const EVENTS = 8;
const TOPIC = `agency:${idOf('agency', 0)}`;

interface Side {
  readonly program: Program;
  readonly url: string;
  readonly path: string;
  readonly message: unknown;
}

/** One event to ten thousand listeners, beside a bare loop over ten thousand responses. */
export const pushPart: Part = {
  name: 'push',
  title: 'Push to 10,000 listeners of one topic, beside a bare loop',
  async run(say) {
    const hall = await openHall();
    const bare = await Program.start('bare-stream.ts');
    const readers = await Promise.all(Array.from({ length: PROGRAMS }, () => Program.start('listeners.ts')));
    try {
      const token = issueStreamToken(tokens, { mallId: MALL_ID, subscriptions: [{ topic: TOPIC }] });
      const product: Side = {
        ...{ program: hall.program, url: hall.url, message: { mallId: MALL_ID, topic: TOPIC } },
        path: `/api/v1/stream?token=${encodeURIComponent(token)}`,
      };
      const { url: bareUrl } = await bare.ask<{ url: string }>('addresses');
      await open(readers, product);
      const message = await sampleMessage(readers[0]!, product);
      const loop: Side = { program: bare, url: bareUrl, path: '/', message: { message } };
      await open(readers, loop);
      say(`${LISTENERS} listeners on each side; a message has ${message.length} bytes`);
      const figures = await compare(readers, product, loop, say);
      return {
        figures,
        notes: [
          `From the start of the transaction (or of the loop) to the arrival at a listener; ${EVENTS} events a round, the quantile over all listeners and events. Both sides send the same bytes; while one is measured the other stands still. The listeners are ${PROGRAMS} processes on the same processors.`,
        ],
      };
    } finally {
      for (const reader of readers) await reader.stop();
      await bare.stop();
      await hall.stop();
    }
  },
};

async function open(readers: readonly Program[], { url, path }: Side): Promise<void> {
  for (const reader of readers) await reader.ask('open', { url, path, count: EACH });
}

/** What one listener really gets for one event. */
async function sampleMessage(reader: Program, side: Side): Promise<string> {
  const { url } = side;
  await reader.ask('sample', { url });
  await emit([reader], side);
  const text = await reader.ask<string>('sampled', { url });
  return /id: \d+\nevent: state\ndata: .*\n\n/.exec(text)![0];
}

/** Sends one event; milliseconds to each listener. */
async function emit(readers: readonly Program[], side: Side): Promise<number[]> {
  const { url } = side;
  for (const reader of readers) await reader.ask('arm', { url });
  const sentAt = Number(BigInt(await side.program.ask<string>('emit', side.message))) / 1e6;
  const arrivals = await Promise.all(
    readers.map((reader) => reader.ask<number[]>('arrivals', { url, count: EACH })),
  );
  return arrivals.flat().map((at) => at - sentAt);
}

async function compare(readers: readonly Program[], product: Side, loop: Side, say: (line: string) => void) {
  const p50 = { product: [] as number[], loop: [] as number[] };
  const p99 = { product: [] as number[], loop: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = round % 2 === 0 ? (['product', 'loop'] as const) : (['loop', 'product'] as const);
    for (const name of order) {
      const [side, other] = name === 'product' ? [product, loop] : [loop, product];
      other.program.freeze();
      const times = await emitMany(readers, side);
      other.program.thaw();
      if (round === 0) continue;
      p50[name].push(quantile(times, 0.5));
      p99[name].push(quantile(times, 0.99));
    }
    say(`round ${round} of ${ROUNDS}`);
  }
  const aim = { text: 'ratio ≤ 1.25', of: 'ratio', bound: 'at-most', value: 1.25 } as const;
  return [
    { name: 'p50', unit: 'ms', product: p50.product, baseline: { name: 'bare loop', values: p50.loop } },
    { name: 'p99', unit: 'ms', product: p99.product, baseline: { name: 'bare loop', values: p99.loop }, aim },
  ];
}

async function emitMany(readers: readonly Program[], side: Side): Promise<Float64Array> {
  const times: number[] = [];
  for (let event = 0; event < EVENTS; event += 1) for (const ms of await emit(readers, side)) times.push(ms);
  return Float64Array.from(times).sort();
}
