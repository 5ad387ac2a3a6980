import type { IncomingMessage, ServerResponse } from 'node:http';
import { OpenAPIHandler } from '@orpc/openapi/node';
import type { AnyRouter, Context, InferRouterInitialContexts } from '@orpc/server';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import type { StandardHandleResult } from '@orpc/server/standard';
import type { Logger } from 'pino';
import type { CallContext } from '#platform/contract/procedure.ts';
import type { OperationMeta } from '#platform/contract/operation.ts';
import { explainError, explainUnreadable } from './faults.ts';
import { toProblem, type SentenceFor } from './problem.ts';

const BODY_BYTES_MAX = 256 * 1024;

export interface OperationHandlers {
  /** Answers a request under /rpc (our screens) or /api/v1 (partners, devices, the public); false: no such operation. */
  handle(request: IncomingMessage, response: ServerResponse, context: CallContext): Promise<boolean>;
}

interface HandlerOptions {
  readonly router: AnyRouter;
  readonly log: Logger;
  readonly sentenceFor: (language: CallContext['language']) => SentenceFor;
}

/** Both doors to the one contract. They read bodies themselves, so each carries its own limit. */
export function createOperationHandlers({ router, log, sentenceFor }: HandlerOptions): OperationHandlers {
  // Made anew for each handler: their plugins add to the lists they are given.
  const common = () => ({
    plugins: [new BodyLimitPlugin<Context>({ maxBodySize: BODY_BYTES_MAX })],
    clientInterceptors: [explainThrown(log)],
    interceptors: [explainDecoding(log)],
  });
  const rpc = new RPCHandler(router, common());
  const apiIn = (language: CallContext['language']) =>
    new OpenAPIHandler(router, {
      ...common(),
      rootInterceptors: [sendAsProblem],
      filter: ({ contract }) => (contract['~orpc'].meta as unknown as OperationMeta).api,
      customErrorResponseBodyEncoder: (error) => toProblem(error, sentenceFor(language)),
    });
  const api = { id: apiIn('id'), en: apiIn('en') };

  return {
    async handle(request, response, context) {
      const options = { context: context as unknown as InferRouterInitialContexts<AnyRouter> };
      const isApi = request.url!.startsWith('/api/v1/');
      const result = isApi
        ? await api[context.language].handle(request, response, { prefix: '/api/v1', ...options })
        : await rpc.handle(request, response, { prefix: '/rpc', ...options });
      return result.matched;
    },
  };
}

/** The handler names every JSON the same; a problem has a type of its own (RFC 9457). A stream keeps its headers. */
async function sendAsProblem({
  next,
}: {
  next: () => Promise<StandardHandleResult>;
}): Promise<StandardHandleResult> {
  const result = await next();
  if (!result.matched || result.response.status < 400) return result;
  const body = new Blob([JSON.stringify(result.response.body)]).stream();
  const headers = { ...result.response.headers, 'content-type': 'application/problem+json; charset=utf-8' };
  return { ...result, response: { ...result.response, headers, body } };
}

function explainThrown(log: Logger) {
  return async (options: { path: readonly string[]; next: () => Promise<unknown> }) => {
    try {
      return await options.next();
    } catch (error) {
      throw explainError(error, log, options.path.join('.'));
    }
  };
}

function explainDecoding(log: Logger) {
  return async <T>(options: { next: () => Promise<T> }) => {
    try {
      return await options.next();
    } catch (error) {
      throw explainUnreadable(error, log);
    }
  };
}
