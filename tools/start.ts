import { buildScreens } from './build.ts';
import { say, serveUntilSignal } from './serve.ts';

// `npm start [-- --empty | --scenario NAME]`: everything from nothing to a page that answers.
await buildScreens(say);
await serveUntilSignal({ args: process.argv.slice(2) });
