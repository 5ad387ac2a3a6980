// What the push is compared with: node's own HTTP server and a loop that writes one ready message to every response.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveRequests } from './channel.ts';

const listeners = new Set<ServerResponse>();
const server = createServer((request, response) => {
  request.socket.setNoDelay(true);
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.write('event: state\ndata: {}\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 8192, resolve));

serveRequests({
  addresses: async () => ({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
  emit: async ({ message }: { message: string }) => {
    const bytes = Buffer.from(message);
    const startedAt = process.hrtime.bigint();
    for (const listener of listeners) listener.write(bytes);
    return String(startedAt);
  },
  stop: async () => {
    server.closeAllConnections();
    server.close();
  },
});
