import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SignedTokens } from '#platform/random/signed-tokens.ts';
import type { EventHub } from './hub.ts';
import { readStreamToken } from './stream-access.ts';

/** A listener this far behind is cut off: it reconnects and gets the state anew, instead of filling our memory. */
const BACKLOG_BYTES_MAX = 256 * 1024;

export interface StreamEndpoint {
  readonly hub: EventHub;
  readonly tokens: SignedTokens;
}

/**
 * Serves `GET /api/v1/stream?token=…` as server-sent events, resuming after `Last-Event-ID`. A page that was loaded
 * anew has no such header: it names the last number that it saw as `after`.
 * @returns false when the token is not (or no longer) good; nothing was written then
 */
export function serveStream(
  { hub, tokens }: StreamEndpoint,
  request: IncomingMessage,
  response: ServerResponse,
  { token, after }: { token: string; after: string | undefined },
): boolean {
  const grant = readStreamToken(tokens, token);
  if (!grant) return false;
  request.socket.setNoDelay(true);
  request.socket.setKeepAlive(true, 30_000);
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  });
  response.write('retry: 1000\n\n');
  const lastNumber = parseLastNumber(request.headers['last-event-id'] ?? after);
  const listener = {
    send: (message: Buffer) => sendMessage(response, message),
    close: () => response.end(),
  };
  const { renewSeconds } = grant;
  const renewal =
    renewSeconds === undefined ? undefined : setTimeout(() => response.end(), renewSeconds * 1000);
  let leave: (() => void) | undefined;
  let gone = false;
  response.on('close', () => {
    gone = true;
    clearTimeout(renewal);
    leave?.();
  });
  hub.subscribe(grant, listener, lastNumber).then(
    (leaveNow) => {
      leave = leaveNow;
      if (gone) leaveNow();
    },
    () => response.destroy(),
  );
  return true;
}

const chunks = new WeakMap<Buffer, Buffer>();

/**
 * Sends a whole message on its own. Ten thousand listeners get the very same bytes, so the frame that HTTP puts around a
 * chunk is made once for all of them and goes straight to the socket; node's own `write` makes it anew for each.
 */
function sendMessage(response: ServerResponse, message: Buffer): void {
  const { socket } = response;
  // The listener left, or the stream is being ended.
  if (!socket || response.writableEnded) return;
  if (response.writableLength > BACKLOG_BYTES_MAX) response.destroy();
  else socket.write(response.chunkedEncoding ? chunkOf(message) : message);
}

function chunkOf(message: Buffer): Buffer {
  const known = chunks.get(message);
  if (known) return known;
  const chunk = Buffer.concat([
    Buffer.from(`${message.length.toString(16)}\r\n`),
    message,
    Buffer.from('\r\n'),
  ]);
  chunks.set(message, chunk);
  return chunk;
}

function parseLastNumber(header: string | string[] | undefined): number | undefined {
  const number = typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
  return number;
}
