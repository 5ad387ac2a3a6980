import type { IncomingMessage, ServerResponse } from 'node:http';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import compression from 'compression';
import {
  fastify,
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { ORPCError } from '@orpc/server';
import type { Logger } from 'pino';
import type { CallContext } from '#platform/contract/procedure.ts';
import { serveStream, type StreamEndpoint } from '#platform/events/stream-endpoint.ts';
import { addFileRoutes, type FileDoor } from './file-routes.ts';
import type { OperationHandlers } from './operations.ts';
import { isCrossSite } from './origin-check.ts';
import { toProblem, type SentenceFor } from './problem.ts';
import { explainError, maskPath } from './faults.ts';

type NodeHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

export interface FrontDoorOptions {
  readonly log: Logger;
  readonly operations: OperationHandlers;
  readonly stream: StreamEndpoint;
  readonly files: FileDoor;
  /** Who asks, in which language, with which key: read once for each request. */
  readonly contextFor: (request: IncomingMessage, response: ServerResponse) => Promise<CallContext>;
  /** Puts what pages need on the raw request; see server/page-door.ts. */
  readonly openPageDoor: (request: IncomingMessage, response: ServerResponse) => void;
  readonly screens: NodeHandler;
  readonly sentenceFor: (language: CallContext['language']) => SentenceFor;
  readonly languageOf: (request: IncomingMessage) => CallContext['language'];
  readonly health: () => Promise<HealthAnswer>;
  readonly metrics: () => Promise<{ type: string; text: string }>;
  /** What /api/v1 offers, as OpenAPI. */
  readonly apiDescription: string;
  /** Requests per minute and address; 0 switches the limit off (load tests come from one address). */
  readonly requestsPerMinuteMax: number;
  /** Whose X-Forwarded-* are believed; from anybody else such headers are a visitor's invention. */
  readonly trustedProxies: readonly string[];
}

export interface HealthAnswer {
  readonly status: 'ok' | 'degraded';
  readonly database: 'ok' | 'unreachable';
}

const FILE_STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  SIGN_IN_NEEDED: 401,
  UPLOAD_UNKNOWN: 404,
};
const RETRY_AFTER_SECONDS = 5;
/** As long as a request line may be: a name that is too long is an operation’s to refuse. */
const PARAMETER_LENGTH_MAX = 16_384;
/** Tightest of all: signing in and pairing, where somebody may be guessing. */
const GUESSES_PER_MINUTE_MAX = 20;
const GUESSABLE = new Set([
  '/masuk',
  '/masuk/undangan',
  ...['sandi', 'ponsel', 'kode-cadangan'].map((page) => `/akun/${page}`),
  ...['confirmPairing', 'requestPairing', 'acceptInvitation'].map((name) => `/rpc/staff/${name}`),
  ...['changeOwnPassword', 'renewOwnAuthenticator', 'renewOwnRecoveryCodes'].map(
    (name) => `/rpc/staff/${name}`,
  ),
]);
/** What holders of tickets send from their phones. A hall's phones share one address, but press a button seldom. */
const TICKET_PRESSES_PER_MINUTE_MAX = 60;
const TICKET_PRESS =
  /^\/(tiket\/|api\/v1\/tickets\/[^/]+\/|rpc\/queue\/(cancelTicket|returnByHolder)$|rpc\/survey\/rate$)/;

/**
 * The one front door: limits and origin first, then operations, streams, and the screens for everything else.
 * Bodies are read by those who need them, each with its own limit; this door parses none.
 */
export async function createFrontDoor(options: FrontDoorOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies.length > 0 && [...options.trustedProxies],
    forceCloseConnections: true,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: PARAMETER_LENGTH_MAX },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  await addLimits(app, options);
  app.addHook('onRequest', async (request, reply) => {
    setSafetyHeaders(reply, request.is404);
    if (isCrossSite(request.method, request.headers, request.host))
      return sendProblem(options, request, reply, 'CROSS_SITE', 403);
  });
  app.setErrorHandler((error, request, reply) => {
    const { code, status, data } = describeFailure(error, options.log, request);
    return sendProblem(options, request, reply, code, status, data);
  });

  app.get('/api/v1/health', { config: { rateLimit: false } }, async (_request, reply) => {
    const health = await options.health();
    return reply.code(health.status === 'ok' ? 200 : 503).send(health);
  });
  app.get('/metrics', { config: { rateLimit: false } }, async (request, reply) => {
    if (!isFromThisMachine(request)) return sendProblem(options, request, reply, 'NOT_FOUND', 404);
    const { type, text } = await options.metrics();
    return reply.type(type).send(text);
  });
  app.get('/api/v1/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(options.apiDescription),
  );
  app.get<{ Querystring: { token?: string; after?: string } }>('/api/v1/stream', (request, reply) => {
    const asked = { token: String(request.query.token ?? ''), after: request.query.after };
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value!);
    if (serveStream(options.stream, request.raw, reply.raw, asked)) return;
    writeProblem(options, request.raw, reply.raw, { code: 'STREAM_ENDED', status: 401 });
  });
  addFileRoutes(app, {
    ...options,
    onRefused: (request, reply, { refused: code, facts: data }) =>
      writeProblem(options, request.raw, reply.raw, { code, status: FILE_STATUS[code] ?? 409, data }),
    onFault: (request, reply, error) =>
      writeProblem(options, request.raw, reply.raw, describeFailure(error, options.log, request)),
  });
  app.all('/rpc/*', (request, reply) => serveOperation(options, request, reply));
  app.all('/api/v1/*', (request, reply) => serveOperation(options, request, reply));
  app.setNotFoundHandler((request, reply) => servePage(options, request, reply));
  return app;
}

async function addLimits(app: FastifyInstance, options: FrontDoorOptions): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: 2000,
    pressureHandler: (request, reply) =>
      void sendProblem(options, request, reply.header('retry-after', RETRY_AFTER_SECONDS), 'OVERLOADED', 503),
  });
  if (options.requestsPerMinuteMax === 0) return;
  await app.register(rateLimit, {
    max: (request) => LIMITS[kindOf(request)] ?? options.requestsPerMinuteMax,
    keyGenerator: (request) => `${kindOf(request)} ${request.ip}`,
    timeWindow: '1 minute',
    allowList: (request) => isStaticFile(request.url),
    errorResponseBuilder: (_request, context) => new TooMany(context.after),
  });
  // The plugin guards routes; the screens hang on the not-found handler and need the same guard by hand.
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) await app.rateLimit().call(app, request, reply);
  });
}

class TooMany extends Error {
  readonly statusCode = 429;
  readonly after: string;
  constructor(after: string) {
    super('too many requests');
    this.after = after;
  }
}

const pathOf = (url: string) => url.split('?', 1)[0]!;
const LIMITS: Readonly<Record<string, number>> = {
  guess: GUESSES_PER_MINUTE_MAX,
  ticket: TICKET_PRESSES_PER_MINUTE_MAX,
};
function kindOf({ method, url }: FastifyRequest): 'guess' | 'ticket' | 'other' {
  if (method !== 'POST') return 'other';
  const path = pathOf(url);
  if (GUESSABLE.has(path)) return 'guess';
  return TICKET_PRESS.test(path) ? 'ticket' : 'other';
}
const isStaticFile = (url: string) => /^\/(_app|brand|voice|fonts)\//.test(url);

/** Figures of the inside are for the operator's own monitoring, not for whoever comes through the proxy. */
const isFromThisMachine = (request: FastifyRequest) =>
  request.headers['x-forwarded-for'] === undefined &&
  /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '');

/** Replies to programs run nothing; a page says more by itself, and this much where it cannot (a prerendered one). */
const PROGRAM_POLICY = "default-src 'none'; frame-ancestors 'none'";
const PAGE_POLICY = "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'";

function setSafetyHeaders(reply: FastifyReply, isPage: boolean): void {
  reply.raw.setHeader('content-security-policy', isPage ? PAGE_POLICY : PROGRAM_POLICY);
  reply.raw.setHeader('x-content-type-options', 'nosniff');
  reply.raw.setHeader('x-frame-options', 'DENY');
  reply.raw.setHeader('referrer-policy', 'same-origin');
  reply.raw.setHeader('cross-origin-opener-policy', 'same-origin');
  reply.raw.setHeader('cross-origin-resource-policy', 'same-origin');
  reply.raw.setHeader('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=()');
}

async function serveOperation(
  options: FrontDoorOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  reply.hijack();
  try {
    const context = await options.contextFor(request.raw, reply.raw);
    reply.raw.setHeader('cache-control', 'no-store');
    const matched = await options.operations.handle(request.raw, reply.raw, context);
    if (!matched) writeProblem(options, request.raw, reply.raw, { code: 'NOT_FOUND', status: 404 });
  } catch (error) {
    writeProblem(options, request.raw, reply.raw, describeFailure(error, options.log, request));
  }
}

const compress = compression({ threshold: 1024 }) as unknown as NodeHandler;

function servePage(options: FrontDoorOptions, request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  // Whoever hung up while the guards asked gets nothing: the screens throw at a closed response.
  if (reply.raw.destroyed) return;
  // The screens' adapter believes this header about http or https; whatever a visitor sent is overwritten.
  request.raw.headers['x-balairung-protocol'] = request.protocol;
  options.openPageDoor(request.raw, reply.raw);
  compress(request.raw, reply.raw, () =>
    options.screens(request.raw, reply.raw, (error) => {
      const failure = error
        ? describeFailure(error, options.log, request)
        : { code: 'NOT_FOUND', status: 404 };
      writeProblem(options, request.raw, reply.raw, failure);
    }),
  );
}

interface Failure {
  readonly code: string;
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

function describeFailure(error: unknown, log: Logger, request: FastifyRequest): Failure {
  if (error instanceof TooMany)
    return { code: 'TOO_MANY_REQUESTS', status: 429, data: { after: error.after } };
  const { code, status, data } = explainError(
    error,
    log,
    `${request.method} ${maskPath(pathOf(request.url))}`,
  );
  return { code, status, data: (data ?? {}) as Record<string, unknown> };
}

function problemFor(options: FrontDoorOptions, request: IncomingMessage, failure: Failure) {
  const error = new ORPCError(failure.code, { status: failure.status, data: failure.data ?? {} });
  return toProblem(error, options.sentenceFor(options.languageOf(request)));
}

function sendProblem(
  options: FrontDoorOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
  status: number,
  data: Record<string, unknown> = {},
) {
  const problem = problemFor(options, request.raw, { code, status, data });
  return reply.code(status).type('application/problem+json').send(JSON.stringify(problem));
}

function writeProblem(
  options: FrontDoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
  failure: Failure,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(failure.status, { 'content-type': 'application/problem+json; charset=utf-8' });
  response.end(JSON.stringify(problemFor(options, request, failure)));
}
