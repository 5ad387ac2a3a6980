// A server in a process of its own, for tests that stop, kill or watch it. What it serves is told to whoever started
// it over the process channel.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { offerSetUp } from '#areas/set-up/public.ts';
import { StartProblem } from '#platform/database/start-problem.ts';
import { getScenario } from '#scenarios/choose-scenario.ts';
import { openDemo } from '#scenarios/demo.ts';
import { startServer } from '#server/main.ts';
import type { NodeHandler } from '#server/wiring.ts';

const CHECKOUT = join(import.meta.dirname, '..', '..');
const [screensFolder = '', demonstration] = process.argv.slice(2);

async function loadScreens(): Promise<NodeHandler> {
  if (screensFolder === '') return (_request, response) => response.writeHead(404).end();
  process.env['PROTOCOL_HEADER'] = 'x-balairung-protocol';
  const { handler } = (await import(pathToFileURL(join(screensFolder, 'handler.js')).href)) as {
    handler: NodeHandler;
  };
  return handler;
}

try {
  const running = await startServer({
    env: process.env,
    checkout: CHECKOUT,
    onProgress: () => {},
    loadScreens,
  });
  const { app, publicUrl, dataFolder } = running;
  const stop = async () => {
    await running.stop();
    process.exit(0);
  };
  process.once('message', () => void stop());
  // Whoever started it is gone: nobody will ever stop it.
  process.once('disconnect', () => void stop());
  const demo =
    demonstration === 'demo'
      ? await openDemo({
          pool: app.pool,
          accountSecrets: app.shared.accountSecrets,
          tokens: app.tokens,
          dataFolder,
          publicUrl,
          scenario: getScenario('balangan'),
        })
      : undefined;
  const setUpLink = await offerSetUp({ ...app.shared, publicUrl });
  process.send!({ kind: 'ready', url: publicUrl, demo, setUpLink });
} catch (error) {
  const sentence = error instanceof StartProblem ? error.sentenceEn : String((error as Error).stack ?? error);
  process.send!({ kind: 'problem', sentence }, () => process.exit(1));
}
