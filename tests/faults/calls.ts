import { setTimeout as pause } from 'node:timers/promises';

export interface CallListener {
  /** Numbers of the calls (or states) heard so far, in the order in which they came. */
  heard(): number[];
  waitFor(number: number): Promise<void>;
  /** Waits until more than this many were heard. */
  waitForMore(count: number): Promise<void>;
  stop(): void;
}

const WAIT_MS_MAX = 15_000;

/** A board: follows the calls of its zone. */
export async function followCalls(url: string, boardLink: string): Promise<CallListener> {
  const cookie = await claimBoard(url, boardLink);
  const headers = { cookie, 'x-balairung-as': 'device' };
  return follow(url, await readStreamToken(`${url}/api/v1/board`, headers), 'called');
}

/** A phone on the first page: follows the lines of the mall. */
export async function followQueues(url: string): Promise<CallListener> {
  return follow(url, await readStreamToken(`${url}/api/v1/queues`), 'state');
}

/** Comes back after each lost line with the last number it saw, as a browser does. */
function follow(url: string, token: string, event: string): CallListener {
  const numbers: number[] = [];
  const stopping = new AbortController();
  let last: string | undefined;
  const read = async () => {
    while (!stopping.signal.aborted) {
      try {
        const response = await fetch(`${url}/api/v1/stream?token=${encodeURIComponent(token)}`, {
          headers: last === undefined ? {} : { 'last-event-id': last },
          signal: stopping.signal,
        });
        for await (const message of messages(response.body!)) {
          if (message.id !== undefined) last = message.id;
          if (message.event === event) numbers.push(Number(message.id));
        }
      } catch {
        // The line is down; the loop comes back as a browser does.
      }
      await pause(200);
    }
  };
  void read();
  const waitUntil = async (done: () => boolean, what: string) => {
    const until = performance.now() + WAIT_MS_MAX;
    while (!done()) {
      if (performance.now() > until) throw new Error(`${what}; heard ${numbers.length}`);
      await pause(50);
    }
  };
  return {
    heard: () => [...numbers],
    waitFor: (number) => waitUntil(() => numbers.includes(number), `call ${number} was never told`),
    waitForMore: (count) => waitUntil(() => numbers.length > count, `no more than ${count} was told`),
    stop: () => stopping.abort(),
  };
}

async function* messages(body: ReadableStream<Uint8Array>) {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    rest += decoder.decode(bytes, { stream: true });
    const parts = rest.split('\n\n');
    rest = parts.pop()!;
    for (const part of parts) {
      const fields = new Map(part.split('\n').map((line) => line.split(': ', 2) as [string, string]));
      yield { id: fields.get('id'), event: fields.get('event') };
    }
  }
}

async function claimBoard(url: string, boardLink: string): Promise<string> {
  const token = new URL(boardLink).searchParams.get('pasang');
  const response = await fetch(`${url}/rpc/staff/claimPairing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'claim-the-board' },
    body: JSON.stringify({ json: { token } }),
  });
  return response.headers.getSetCookie()[0]!.split(';', 1)[0]!;
}

async function readStreamToken(address: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(address, { headers });
  return ((await response.json()) as { streamToken: string }).streamToken;
}
