import { connect, type Socket } from 'node:net';
import {
  isStatusByte,
  readStatus,
  STATUS_ANSWERS,
  STATUS_QUESTIONS,
  type PrinterStatus,
  type PrinterTrouble,
} from './status.ts';

export interface PrinterAddress {
  /** An address, not a name: nothing is looked up. */
  readonly host: string;
  readonly port: number;
}

export type PrintOutcome =
  /** `confirmed`: the printer said afterwards that it is well; many cheap ones take paper orders and say nothing. */
  | { readonly printed: true; readonly confirmed: boolean; readonly paperLow: boolean }
  | { readonly printed: false; readonly because: PrinterTrouble };

/** How long each part may take. Together the longest that a person waits at the kiosk. */
export interface PrinterPatience {
  readonly connectMs: number;
  readonly answerMs: number;
  readonly sendMs: number;
}
const PATIENCE: PrinterPatience = { connectMs: 1_500, answerMs: 1_000, sendMs: 4_000 };

/** Most printers take one connection at a time: kiosks that share one stand in line for it. */
const inUse = new Map<string, Promise<unknown>>();

/**
 * Sends ESC/POS to a printer: asks how it is, prints, asks again. Never rejects for what a printer does: the outcome
 * says it. `silent` after the sending may mean that the paper came all the same.
 */
export async function sendToPrinter(
  address: PrinterAddress,
  bytes: Uint8Array,
  patience: PrinterPatience = PATIENCE,
): Promise<PrintOutcome> {
  const name = `${address.host}:${address.port}`;
  const before = inUse.get(name) ?? Promise.resolve();
  const mine = before.then(() => printOnce(address, bytes, patience));
  inUse.set(name, mine);
  try {
    return await mine;
  } finally {
    if (inUse.get(name) === mine) inUse.delete(name);
  }
}

async function printOnce(
  address: PrinterAddress,
  bytes: Uint8Array,
  patience: PrinterPatience,
): Promise<PrintOutcome> {
  const line = await openLine(address, patience);
  if (line === undefined) return { printed: false, because: 'unreachable' };
  try {
    const before = await line.ask();
    if (before === 'broken') return { printed: false, because: 'cut-off' };
    if (before !== 'silent' && before.trouble !== undefined)
      return { printed: false, because: before.trouble };
    const sent = await line.send(bytes);
    if (sent !== 'sent') return { printed: false, because: sent };
    if (before === 'silent') return await line.end();
    const after = await line.ask();
    if (after === 'broken') return { printed: false, because: 'cut-off' };
    if (after === 'silent') return { printed: false, because: 'silent' };
    if (after.trouble !== undefined) return { printed: false, because: after.trouble };
    return { printed: true, confirmed: true, paperLow: after.paperLow };
  } finally {
    line.close();
  }
}

interface Line {
  ask(): Promise<PrinterStatus | 'silent' | 'broken'>;
  send(bytes: Uint8Array): Promise<'sent' | 'silent' | 'cut-off'>;
  /** Says that nothing more comes; a printer that breaks off instead of agreeing has lost the rest. */
  end(): Promise<PrintOutcome>;
  close(): void;
}

/** Undefined when nobody is there. */
async function openLine(address: PrinterAddress, patience: PrinterPatience): Promise<Line | undefined> {
  const socket = connect({ host: address.host, port: address.port, noDelay: true });
  const opened = await Promise.race([
    new Promise<'open'>((resolve) => socket.once('connect', () => resolve('open'))),
    new Promise<'refused'>((resolve) => socket.once('error', () => resolve('refused'))),
    after(patience.connectMs, 'late'),
  ]);
  if (opened !== 'open') {
    // Whatever it says when it is given up is no news.
    socket.on('error', () => {});
    socket.destroy();
    return undefined;
  }
  return talkOver(socket, patience);
}

function talkOver(socket: Socket, patience: PrinterPatience): Line {
  let broken = false;
  let heard: number[] = [];
  let onHeard = () => {};
  const broke = new Promise<'broken'>((resolve) => {
    socket.on('error', () => resolve('broken'));
    socket.on('close', () => resolve('broken'));
  }).then((how) => {
    broken = true;
    return how;
  });
  socket.on('data', (chunk) => {
    // Bounded: a host that babbles is no printer, and only the last answers count.
    heard = [...heard, ...chunk.subarray(0, 64)].filter(isStatusByte).slice(-STATUS_ANSWERS);
    if (heard.length === STATUS_ANSWERS) onHeard();
  });
  return {
    async ask() {
      if (broken) return 'broken';
      heard = [];
      const answered = new Promise<'answered'>((resolve) => (onHeard = () => resolve('answered')));
      socket.write(STATUS_QUESTIONS);
      const how = await Promise.race([answered, broke, after(patience.answerMs, 'silent' as const)]);
      return how === 'answered' ? readStatus(heard) : how;
    },
    async send(bytes) {
      const sent = new Promise<'sent'>((resolve) => {
        socket.write(bytes, (problem) => {
          if (!problem) resolve('sent');
        });
      });
      const how = await Promise.race([sent, broke, after(patience.sendMs, 'silent' as const)]);
      return how === 'broken' ? 'cut-off' : how;
    },
    async end() {
      const failed = new Promise<'failed'>((resolve) => socket.once('error', () => resolve('failed')));
      const ended = new Promise<'ended'>((resolve) => socket.once('close', () => resolve('ended')));
      socket.end();
      const how = await Promise.race([failed, ended, after(patience.answerMs, 'late' as const)]);
      if (how === 'failed') return { printed: false, because: 'cut-off' };
      return { printed: true, confirmed: false, paperLow: false };
    },
    close: () => void socket.destroy(),
  };
}

function after<T>(ms: number, what: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(what), ms).unref();
  });
}
