import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CallContext } from '#platform/contract/procedure.ts';
import { isRefusal, type Refusal } from '#platform/values/refusal.ts';

/** Bytes of files in and out: too many for an operation. */
export interface FileDoor {
  /** Adds the body to an upload of who asks; where it stands then, or the refusal. */
  receive(
    context: CallContext,
    upload: { id: string; offset: number },
    request: IncomingMessage,
  ): Promise<{ offset: number; done: boolean } | Refusal>;
  /** Sends a file of some kind, such as `boards`. False when there is none for who asks; nothing was written then. */
  send(
    context: CallContext,
    file: { kind: string; id: string },
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean>;
}

export interface FileRoutes {
  readonly files: FileDoor;
  readonly contextFor: (request: IncomingMessage, response: ServerResponse) => Promise<CallContext>;
  readonly onRefused: (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => void;
  readonly onFault: (request: FastifyRequest, reply: FastifyReply, error: unknown) => void;
}

type FileRoute = { Params: { kind: string; id: string }; Querystring: { offset?: string } };

export function addFileRoutes(app: FastifyInstance, routes: FileRoutes): void {
  const { files, contextFor, onRefused, onFault } = routes;
  const serve =
    (
      work: (context: CallContext, request: FastifyRequest<FileRoute>, reply: FastifyReply) => Promise<void>,
    ) =>
    async (request: FastifyRequest<FileRoute>, reply: FastifyReply) => {
      reply.hijack();
      try {
        await work(await contextFor(request.raw, reply.raw), request, reply);
      } catch (error) {
        // A sender that broke off is nobody's fault, and nobody is left to be told.
        if (request.raw.destroyed && !request.raw.complete) reply.raw.destroy();
        else onFault(request, reply, error);
      }
    };
  app.put<FileRoute>(
    '/files/uploads/:id',
    serve(async (context, request, reply) => {
      const upload = { id: request.params.id, offset: Number(request.query.offset ?? 0) };
      const stand = await files.receive(context, upload, request.raw);
      if (isRefusal(stand)) return onRefused(request, reply, stand);
      reply.raw.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      reply.raw.end(JSON.stringify(stand));
    }),
  );
  app.get<FileRoute>(
    '/files/:kind/:id',
    serve(async (context, request, reply) => {
      if (await files.send(context, request.params, request.raw, reply.raw)) return;
      onRefused(request, reply, { refused: 'NOT_FOUND', facts: {} });
    }),
  );
}
