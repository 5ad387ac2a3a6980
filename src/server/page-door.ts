import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { SignIn } from '#areas/staff/sign-in.ts';
import type { Actor } from '#platform/contract/access.ts';
import type { CallContext } from '#platform/contract/procedure.ts';
import type { Language } from '#platform/contract/shapes.ts';
import { shareRead } from '#platform/database/transaction.ts';
import { newIncident } from '#platform/random/ids.ts';
import { router } from './router.ts';

export type Api = RouterClient<typeof router>;

/** What a page's server code may do. It is handed over on a global, because the pages' bundle has its own modules. */
export interface PageDoor {
  readonly api: Api;
  /** The same operations, with the key that a form carried: the same form sent twice is done once. */
  withKey(commandKey: string): Api;
  readonly actor: Actor;
  readonly language: Language;
  readonly publicUrl: string;
  readonly signIn: Pick<SignIn, 'withPassword' | 'withCode' | 'withRecoveryCode' | 'signOut'>;
  /** Logs what a page threw; the incident number is for the reader. */
  reportFault(error: unknown): string;
  close(): Promise<void>;
}

export interface PageDoors {
  /** The door of the request that carries this id in `x-balairung-request`. */
  open(requestId: string): Promise<PageDoor>;
}

/** Under this symbol the pages find the doors, in production and in development alike. */
export const PAGE_DOORS = Symbol.for('balairung.page-doors');
export const REQUEST_HEADER = 'x-balairung-request';

export interface PageDoorOptions {
  readonly contextFor: (request: IncomingMessage, response: ServerResponse) => Promise<CallContext>;
  readonly signIn: SignIn;
  readonly publicUrl: string;
  readonly onFault: (error: unknown, incident: string) => void;
}

/** Keeps the door of each page request while it lasts. */
export function createPageDoors(options: PageDoorOptions) {
  const waiting = new Map<string, () => Promise<PageDoor>>();
  let count = 0;
  const doors: PageDoors = {
    open(requestId) {
      const open = waiting.get(requestId);
      if (!open) throw new Error('a page was asked for past the front door');
      return open();
    },
  };
  (globalThis as { [PAGE_DOORS]?: PageDoors })[PAGE_DOORS] = doors;
  return {
    /** A visitor's own header of this name is overwritten, so nobody can name another's door. */
    register(request: IncomingMessage, response: ServerResponse): void {
      const id = String((count += 1));
      request.headers[REQUEST_HEADER] = id;
      waiting.set(id, () => openPageDoor(options, request, response));
      response.once('close', () => waiting.delete(id));
    },
  };
}

async function openPageDoor(
  options: PageDoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<PageDoor> {
  const context = await options.contextFor(request, response);
  const shared = shareRead(context.pool, context.actor);
  const reading: CallContext = { ...context, sharedRead: shared.use };
  const { signIn } = options;
  return {
    api: createRouterClient(router, { context: reading }),
    withKey: (commandKey) =>
      createRouterClient(router, {
        // What was read before a command is old after it: the next read opens a new snapshot.
        context: async () => {
          await shared.close();
          return { ...reading, commandKey };
        },
      }),
    actor: context.actor,
    language: context.language,
    publicUrl: options.publicUrl,
    signIn: {
      withPassword: signIn.withPassword,
      withCode: signIn.withCode,
      withRecoveryCode: signIn.withRecoveryCode,
      signOut: signIn.signOut,
    },
    reportFault(error) {
      const incident = newIncident();
      options.onFault(error, incident);
      return incident;
    },
    close: shared.close,
  };
}
