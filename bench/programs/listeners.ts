// Many listeners of one topic, in a process of their own: file descriptors and the reading are shared out.
import { Streams } from '../hall/streams.ts';
import { serveRequests } from './channel.ts';

const groups = new Map<string, Streams>();

serveRequests({
  async open({ url, path, count }: { url: string; path: string; count: number }) {
    const streams = new Streams(url);
    groups.set(url, streams);
    await streams.open(Array.from({ length: count }, () => path));
  },
  arm: async ({ url }: { url: string }) => groups.get(url)!.arm(),
  /** When each listener got the state, in milliseconds of the machine's clock. */
  arrivals: async ({ url, count }: { url: string; count: number }) =>
    Array.from(await groups.get(url)!.arrivals(count)),
  async sample({ url }: { url: string }) {
    groups.get(url)!.note([0]);
  },
  /** What the first listener got since. */
  sampled: async ({ url }: { url: string }) =>
    Buffer.concat((groups.get(url)!.noted.get(0) ?? []).map(({ bytes }) => bytes)).toString('utf8'),
  async stop() {
    for (const streams of groups.values()) streams.close();
  },
});
