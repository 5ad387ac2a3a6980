import { ValidationError } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import type { Logger } from 'pino';
import { newIncident } from '#platform/random/ids.ts';

const BODY_TOO_LARGE = 413;
const EXPLAINED = new Set(['BAD_INPUT', 'BODY_TOO_LARGE', 'NOT_FOUND', 'FAULT']);

/**
 * Turns whatever an operation threw into one of three: the refusal it is, bad input (which fields and why, never the
 * value), or a fault with an incident number that the log line carries too.
 */
export function explainError(error: unknown, log: Logger, operation: string): ORPCError<string, unknown> {
  if (error instanceof ORPCError) {
    if (error.defined) return error;
    // The library takes the mark off codes that no contract declares; what was explained once is passed on.
    if (EXPLAINED.has(error.code))
      return plain(error.code, error.status, error.data as Record<string, unknown>);
    if (error.status === BODY_TOO_LARGE) return plain('BODY_TOO_LARGE', BODY_TOO_LARGE, {});
    if (error.status === 404) return plain('NOT_FOUND', 404, {});
    if (error.status < 500) return badInput(error);
  }
  return fault(error, log, operation);
}

/** What could not even be read as a request: malformed JSON, a broken upload. */
export function explainUnreadable(error: unknown, log: Logger): ORPCError<string, unknown> {
  // Whoever hung up while sending hears no answer; nothing of ours failed.
  const hungUp = (error as { code?: unknown } | null)?.code === 'ECONNRESET';
  return error instanceof SyntaxError || hungUp
    ? plain('BAD_INPUT', 400, { fields: [] })
    : explainError(error, log, 'decode');
}

function fault(error: unknown, log: Logger, operation: string): ORPCError<string, unknown> {
  const incident = newIncident();
  log.error({ err: error, incident, operation }, 'fault');
  return plain('FAULT', 500, { incident });
}

function badInput(error: ORPCError<string, unknown>): ORPCError<string, unknown> {
  const issues = error.cause instanceof ValidationError ? error.cause.issues : [];
  const fields = issues.slice(0, 20).map((issue) => ({
    path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message: issue.message,
  }));
  return plain('BAD_INPUT', 400, { fields });
}

function plain(code: string, status: number, data: Record<string, unknown>): ORPCError<string, unknown> {
  return new ORPCError(code, { defined: true, status, message: code, data });
}

/** The path of a request without what opens a door: a ticket's or a device's token is a long run of signs. */
export function maskPath(path: string): string {
  return path.replaceAll(/[A-Za-z0-9_.-]{20,}/g, '…');
}
