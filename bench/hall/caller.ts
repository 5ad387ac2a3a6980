import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface Call {
  /** `queue/callNext` */
  readonly operation: string;
  readonly input: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Calls operations as a screen does, over connections that stay open. */
export class Caller {
  readonly #url: URL;
  readonly #agent: Agent;

  constructor(url: string, connections: number) {
    this.#url = new URL(url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
  }

  send({ operation, input, headers }: Call): Promise<Answer> {
    const body = JSON.stringify({ json: input });
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.#agent,
          host: this.#url.hostname,
          port: this.#url.port,
          path: `/rpc/${operation}`,
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'idempotency-key': randomUUID(),
            'sec-fetch-site': 'same-origin',
            ...headers,
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (text += part));
          response.on('end', () => resolve({ status: response.statusCode!, body: text }));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** The same, and a fault or refusal ends the bench: a figure of refusals would be no figure. */
  async succeed(call: Call): Promise<unknown> {
    const { status, body } = await this.send(call);
    if (status !== 200) throw new Error(`${call.operation} answered ${status}: ${body.slice(0, 300)}`);
    return (JSON.parse(body) as { json: unknown }).json;
  }

  close(): void {
    this.#agent.destroy();
  }
}
