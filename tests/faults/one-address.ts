import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

export interface OneAddress {
  readonly url: string;
  stop(): void;
}

/** One address before several servers, as a proxy gives it: each connection goes to the next one that answers. */
export async function openOneAddress(ports: readonly number[]): Promise<OneAddress> {
  let turn = 0;
  const front = createServer((visitor) => {
    visitor.on('error', () => {});
    const first = (turn += 1);
    const tryPort = (attempt: number) => {
      if (attempt === ports.length) return visitor.destroy();
      const server = connect(ports[(first + attempt) % ports.length]!, '127.0.0.1');
      server.once('error', () => tryPort(attempt + 1));
      server.once('connect', () => {
        server.removeAllListeners('error').on('error', () => visitor.destroy());
        visitor.on('close', () => server.destroy());
        server.on('close', () => visitor.destroy());
        visitor.pipe(server).pipe(visitor);
      });
      return undefined;
    };
    tryPort(0);
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const { port } = front.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => void front.close() };
}
