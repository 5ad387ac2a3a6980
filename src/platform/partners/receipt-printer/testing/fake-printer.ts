import { createServer, type Socket } from 'node:net';

/** What the fake does next. `silent` takes everything and says nothing; `breaks` hangs up in the middle of a receipt. */
export type FakeMood = 'well' | 'paper-out' | 'paper-low' | 'cover-open' | 'error' | 'silent' | 'breaks';

export interface FakePrinter {
  readonly host: string;
  readonly port: number;
  mood: FakeMood;
  /** What came out, a text for each receipt: everything printable that was sent to it. */
  readonly papers: readonly string[];
  stop(): Promise<void>;
}

const ANSWERS: Readonly<Record<Exclude<FakeMood, 'silent' | 'breaks'>, readonly [number, number, number]>> = {
  well: [0x12, 0x12, 0x12],
  'paper-out': [0x1a, 0x32, 0x72],
  'paper-low': [0x12, 0x12, 0x1e],
  'cover-open': [0x1a, 0x16, 0x12],
  error: [0x1a, 0x52, 0x12],
};
const CUT = '\x1dV';
const BREAKS_AFTER_BYTES = 40;
/** The range that an installation may name; see the printing area. */
const PORTS = { first: 9100, count: 100 };

/** The one fake of a receipt printer: it answers DLE EOT and keeps what it was sent. */
export async function startFakePrinter(mood: FakeMood = 'well'): Promise<FakePrinter> {
  const papers: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    let paper = '';
    socket.on('data', (chunk) => {
      paper += takeAnswers(chunk.toString('latin1'), (question) => {
        if (fake.mood === 'silent') return;
        const answers = ANSWERS[fake.mood === 'breaks' ? 'well' : fake.mood];
        socket.write(Uint8Array.of(answers[question === 4 ? 2 : question - 1] ?? 0));
      });
      if (fake.mood === 'breaks' && paper.length > BREAKS_AFTER_BYTES) return socket.resetAndDestroy();
      if (!paper.includes(CUT)) return;
      papers.push(paper);
      paper = '';
    });
  });
  const host = '127.0.0.1';
  const port = await listenSomewhere(host, (candidate) => server.listen(candidate, host), server);
  const fake: FakePrinter = {
    host,
    port,
    mood,
    papers,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

/** Answers the questions in a piece of what was sent and gives back the rest. */
function takeAnswers(text: string, answer: (question: number) => void): string {
  // oxlint-disable-next-line no-control-regex -- these are the printer's commands
  return text.replaceAll(/\x10\x04([\x01-\x04])/g, (_, question: string) => {
    answer(question.charCodeAt(0));
    return '';
  });
}

async function listenSomewhere(
  host: string,
  listen: (port: number) => unknown,
  server: ReturnType<typeof createServer>,
): Promise<number> {
  const start = Math.floor(Math.random() * PORTS.count);
  for (let step = 0; step < PORTS.count; step += 1) {
    const port = PORTS.first + ((start + step) % PORTS.count);
    const listening = await new Promise<boolean>((resolve) => {
      server.once('listening', () => resolve(true));
      server.once('error', () => resolve(false));
      listen(port);
    });
    server.removeAllListeners('error').removeAllListeners('listening');
    if (listening) return port;
  }
  throw new Error(`no port of ${PORTS.first} and above is free on ${host}`);
}
