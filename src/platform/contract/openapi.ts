import type { AnyContractProcedure, AnyContractRouter, AnySchema, OpenAPI } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { Access } from './access.ts';
import type { OperationMeta } from './operation.ts';

export interface ApiDescription {
  readonly contract: AnyContractRouter;
  /** Shapes that are named once and referred to, by the name they get. */
  readonly shapes: Readonly<Record<string, AnySchema>>;
  readonly version: string;
}

type Operation = OpenAPI.OperationObject;

/** What zod writes for "a whole number": the limits of JavaScript, which say nothing to a reader. */
const SAFE_INTEGER = Number.MAX_SAFE_INTEGER;

const PROBLEM: OpenAPI.SchemaObject = {
  type: 'object',
  description:
    'RFC 9457. `code` is for programs; `detail` is a sentence in the language of the cookie `bahasa`.',
  properties: {
    type: { type: 'string', examples: ['urn:balairung:problem:QUOTA_FULL'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    facts: { type: 'object', additionalProperties: true },
  },
  required: ['type', 'title', 'status', 'code', 'detail', 'facts'],
};

const COMMAND_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Made by the sender, one for each intention. The same key sent again within 48 hours gets the same reply and changes nothing; with another input it is refused with KEY_REUSED.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7E]{8,128}$' },
} as const;

const ALWAYS_POSSIBLE: Readonly<Record<string, string>> = {
  400: 'BAD_INPUT: which fields and why',
  413: 'BODY_TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  500: 'FAULT: with an incident number that the log carries too',
  503: 'OVERLOADED',
};

/** Describes the operations that are offered under /api/v1 as OpenAPI 3.1. */
export async function describeApi({ contract, shapes, version }: ApiDescription): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const metas = new Map<string, OperationMeta>();
  const document = await generator.generate(contract, {
    info: {
      title: 'Balairung',
      version,
      description: 'Operations of a public service mall for partners, devices and the public.',
    },
    servers: [{ url: '/api/v1' }],
    commonSchemas: Object.fromEntries(
      Object.entries(shapes).map(([name, schema]) => [name, { schema, strategy: 'output' as const }]),
    ),
    filter: ({ contract: procedure, path }) => {
      const meta = metaOf(procedure);
      metas.set(path.join('.'), meta);
      return meta.api;
    },
  });
  for (const item of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(item ?? {}) as Operation[])
      completeOperation(operation, metas.get(operation.operationId!)!);
  }
  document.paths = { ...document.paths, ...besideOperations() };
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM },
    securitySchemes: {
      device: { type: 'http', scheme: 'bearer', description: 'The token of a paired kiosk or board.' },
      session: { type: 'apiKey', in: 'cookie', name: 'balairung.session_token' },
    },
  };
  return dropIdleLimits(document);
}

const metaOf = (procedure: AnyContractProcedure) => procedure['~orpc'].meta as unknown as OperationMeta;

function completeOperation(operation: Operation, meta: OperationMeta): void {
  operation.tags = [operation.operationId!.split('.', 1)[0]!];
  operation.security = securityOf(meta.access);
  if (meta.kind === 'command') operation.parameters = [...(operation.parameters ?? []), COMMAND_KEY];
  const responses: NonNullable<Operation['responses']> = {};
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    responses[status] = Number(status) < 400 ? response : problemResponse(codesIn(response).join(', '));
  }
  for (const [status, description] of Object.entries(ALWAYS_POSSIBLE))
    responses[status] ??= problemResponse(description);
  operation.responses = responses;
}

/** Either of the two will do where both are named; an operation for everybody asks for none. */
function securityOf(access: Access): Record<string, string[]>[] {
  if (access.public) return [];
  return [...(access.devices ? [{ device: [] }] : []), ...(access.roles ? [{ session: [] }] : [])];
}

function problemResponse(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

/** The refusals that the generator wrote into a response, each as `code: { const: … }`. */
function codesIn(response: unknown): string[] {
  const found = JSON.stringify(response).matchAll(/"code":\{"const":"([A-Z_]+)"\}/g);
  return [...new Set([...found].map((match) => match[1]!))];
}

/** What the front door answers by itself. */
function besideOperations(): NonNullable<OpenAPI.Document['paths']> {
  const json = (description: string) => ({ description, content: { 'application/json': {} } });
  return {
    '/health': {
      get: {
        operationId: 'health',
        summary: 'Whether the server and its database answer',
        security: [],
        responses: { 200: json('Both answer'), 503: json('The database does not') },
      },
    },
    '/stream': {
      get: {
        operationId: 'stream',
        summary: 'Server-sent events of the topics of a token; resumes after Last-Event-ID',
        security: [],
        parameters: [
          { name: 'token', in: 'query', required: true, schema: { type: 'string' } },
          { name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' } },
        ],
        responses: {
          200: { description: 'Events `state`, `called`, `beat`', content: { 'text/event-stream': {} } },
          401: problemResponse('STREAM_ENDED: the token is not, or no longer, good'),
        },
      },
    },
    '/openapi.json': {
      get: {
        operationId: 'openapi',
        summary: 'This description',
        security: [],
        responses: { 200: json('OpenAPI 3.1') },
      },
    },
  };
}

function dropIdleLimits<T>(value: T): T {
  const text = JSON.stringify(value, (key, item: unknown) =>
    (key === 'maximum' && item === SAFE_INTEGER) || (key === 'minimum' && item === -SAFE_INTEGER)
      ? undefined
      : item,
  );
  return JSON.parse(text) as T;
}
