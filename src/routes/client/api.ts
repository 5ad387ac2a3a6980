import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { RouterClient } from '@orpc/server';
import type { router } from '#server/router.ts';
import type { BareRefusal } from '#ui/words/say-refusal.ts';

interface CallContext {
  /** The same key sent again is the same command; without one each call is a new command. */
  readonly key?: string;
}

/** The operations, over HTTP, for screens that live in the browser. */
export type BrowserApi = RouterClient<typeof router, CallContext>;

const TRIES_MAX = 3;
const PATIENCE_MS = 6000;
const PAUSE_MS = 400;

/**
 * @param as `device` on kiosk and board, which speak as the paired device even where an officer is signed in
 */
export function createApi(as: 'device' | 'person'): BrowserApi {
  const link = new RPCLink<CallContext>({
    url: () => `${location.origin}/rpc`,
    headers: ({ context }) => ({ 'idempotency-key': context.key ?? newKey(), 'x-balairung-as': as }),
    fetch: fetchPatiently,
  });
  return createORPCClient(link);
}

/** A key for one intention of a person: made when a button is offered, kept through every retry. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A lost reply is asked for again with the same key, so nothing is done twice. */
async function fetchPatiently(request: Request): Promise<Response> {
  const body = request.body === null ? null : await request.clone().arrayBuffer();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      return refuseProxyWord(await fetch(new Request(request, { body, signal })));
    } catch (error) {
      if (attempt >= TRIES_MAX) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
    }
  }
}

/** A proxy that cannot reach the server answers by itself; to the screen the line is down, and not a word was said. */
function refuseProxyWord(response: Response): Response {
  const ours = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  if ([502, 503, 504].includes(response.status) && !ours) throw new Error(`no server: ${response.status}`);
  return response;
}

/** What an operation answered with no, ready for `sayRefusal`; a lost connection is `OFFLINE`. */
export function refusalOf(error: unknown): BareRefusal {
  if (!(error instanceof ORPCError)) return { refused: 'OFFLINE', facts: {} };
  const data = (error.data ?? {}) as Record<string, string | number>;
  return { refused: error.code, facts: { ...data, code: data['incident'] } };
}
