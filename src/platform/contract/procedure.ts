import { ORPCError, os, type AnyProcedure } from '@orpc/server';
import type pg from 'pg';
import { runTransaction, type Tx } from '#platform/database/transaction.ts';
import type { AccountSecrets } from '#platform/random/account-secrets.ts';
import type { Uploads } from '#platform/files/uploads.ts';
import type { PdfSeal } from '#platform/seal/pdf-seal.ts';
import type { SignedTokens } from '#platform/random/signed-tokens.ts';
import { refuse, type Refusal } from '#platform/values/refusal.ts';
import { mayUse, type Actor, type StaffActor } from './access.ts';
import type { OperationMeta } from './operation.ts';
import type { Language } from './shapes.ts';

/** What the front door (or a job, or a test) hands to every operation. */
export interface CallContext {
  readonly actor: Actor;
  readonly language: Language;
  readonly pool: pg.Pool;
  /** Made by the screen or partner; a command without one is bad input. */
  readonly commandKey: string | undefined;
  /** Called after COMMIT with the malls in which something happened. */
  readonly onCommitted: (mallIds: readonly string[]) => void;
  /** Makes and reads capabilities: stream, pairing, device and sign-in tokens. */
  readonly tokens: SignedTokens;
  readonly accountSecrets: AccountSecrets;
  /** Sets the cookie by which a paired device is known from now on. */
  readonly setDeviceCookie: (deviceToken: string) => void;
  /** Where people reach this installation, as its operator said: the start of addresses in QR codes. Null: not said. */
  readonly publicUrl: string | null;
  /** Files on their way to us; absent where nobody hands any in, as with simulated visitors. */
  readonly uploads?: Uploads;
  /** Seals what is given out as a document; absent as above. */
  readonly seal?: PdfSeal;
  /** The reads of one page load share a transaction; absent for single calls. */
  readonly sharedRead?: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** A rule's no on its way out of a use case: it rolls the transaction back and becomes the declared error. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/** Ends a use case with a refusal. */
export function refused(refusal: Refusal): never {
  throw new Refused(refusal);
}

/** The officer who asks. The access table has let only staff in; a system job has no desk and is refused. */
export function staffActor({ actor }: Tx): StaffActor {
  return actor.kind === 'staff' ? actor : refused(refuse('FORBIDDEN'));
}

/**
 * The door that every operation goes through: may this actor, is it a repeat, one transaction around input check,
 * work and reply check, and the declared error for a refusal.
 */
export const operationDoor = os
  .$context<CallContext>()
  .middleware(async ({ context, next, procedure, path }, input: unknown) => {
    const meta = procedure['~orpc'].meta as unknown as OperationMeta;
    refuseStrangers(meta, context.actor);
    const work = async (tx: Tx): Promise<unknown> => (await next({ context: { tx } })).output;
    try {
      const shared = meta.kind === 'read' ? context.sharedRead : undefined;
      const reply = shared
        ? await shared(work)
        : await runOperation(meta, path.join('.'), context, input, work);
      return passOn(reply);
    } catch (error) {
      throw error instanceof Refused ? declaredError(procedure, error) : error;
    }
  });

/** The handler got its transaction from `next`; the result's context only tells the types so. */
function passOn(output: unknown) {
  return { output, context: {} as { tx: Tx } };
}

function refuseStrangers(meta: OperationMeta, actor: Actor): void {
  if (mayUse(meta.access, actor)) return;
  const devicesOnly = meta.access.devices !== undefined && meta.access.roles === undefined;
  if (actor.kind === 'public' && devicesOnly) throw doorError('DEVICE_NOT_PAIRED', 401);
  if (actor.kind === 'public') throw doorError('SIGN_IN_NEEDED', 401);
  throw doorError('FORBIDDEN', 403);
}

function doorError(code: string, status: number) {
  return new ORPCError(code, { defined: true, status, message: code, data: {} });
}

async function runOperation(
  meta: OperationMeta,
  operation: string,
  context: CallContext,
  input: unknown,
  work: (tx: Tx) => Promise<unknown>,
): Promise<unknown> {
  const { actor, pool, commandKey } = context;
  if (meta.kind === 'command' && !isCommandKey(commandKey)) {
    throw new ORPCError('BAD_REQUEST', { message: 'Idempotency-Key of 8 to 128 characters is missing' });
  }
  const result = await runTransaction(
    pool,
    {
      actor,
      operation,
      mode: meta.kind,
      ...(meta.kind === 'command' && meta.keepsReply !== false
        ? { command: { key: commandKey!, input } }
        : {}),
    },
    work,
  );
  switch (result.kind) {
    case 'done':
      if (result.mallsTouched.length > 0) context.onCommitted(result.mallsTouched);
      return result.value;
    case 'repeated':
      return result.value;
    case 'key-reused':
      throw doorError('KEY_REUSED', 422);
  }
}

function isCommandKey(key: string | undefined): boolean {
  return key !== undefined && /^[\x21-\x7E]{8,128}$/.test(key);
}

/** A refusal that the contract does not declare is our mistake and surfaces as a fault. */
function declaredError(procedure: AnyProcedure, { refusal }: Refused): Error {
  const declared = procedure['~orpc'].errorMap[refusal.refused];
  if (!declared) return new Error(`refusal ${refusal.refused} is not declared in the contract`);
  return new ORPCError(refusal.refused, {
    defined: true,
    ...(declared.status === undefined ? {} : { status: declared.status }),
    message: refusal.refused,
    data: refusal.facts,
  });
}
