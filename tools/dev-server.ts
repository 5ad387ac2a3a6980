import { createServer } from 'vite';
import { CHECKOUT, serveUntilSignal } from './serve.ts';

// As `npm start`, with screens that follow each change as it is saved. tools/dev.ts starts it anew when server code changes.
await serveUntilSignal({
  args: process.argv.slice(2),
  async loadScreens() {
    const vite = await createServer({ root: CHECKOUT, server: { middlewareMode: true }, appType: 'custom' });
    return vite.middlewares;
  },
});
