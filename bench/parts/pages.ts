import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { buildScreens } from '../../tools/build.ts';
import { atMost, type Figure, type Part } from '../figures.ts';
import { makeDataFolder, startDemo } from '../hall/started.ts';

const ROUNDS = 5;
const KILOBYTES_MAX = 60;
const LCP_MS_MAX = 1200;
/** 1.6 Mbit/s down, 0.75 up, 150 ms round trip. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const CPU_SLOWDOWN = 4;

/** What a citizen's page weighs and how soon it is read, on a slow line and a slow phone. */
export const pagesPart: Part = {
  name: 'pages',
  title: 'Citizen’s pages on a slow line and a slow phone',
  async run(say) {
    await buildScreens(say);
    const { folder, remove } = makeDataFolder();
    const demo = await startDemo(folder);
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    });
    try {
      const figures: Figure[] = [];
      for (const path of await findPages(browser, demo.url, demo.output)) {
        figures.push(...(await measurePage(browser, demo.url, path)));
        say(path);
      }
      return { figures, notes: NOTES };
    } finally {
      await browser.close();
      await demo.stop();
      remove();
    }
  },
};

const NOTES = [
  'Chromium, 360 × 740, cold cache, 1.6 Mbit/s, 150 ms round trip, processor slowed down four times. Bytes on the wire are headers and compressed bodies of every file until the line is quiet.',
  'Beside it the same HTML without its scripts, styles, fonts and pictures, from a bare server, on the same line: what no page could beat.',
  'Readable without JavaScript: the share of the page’s words that are there with JavaScript off.',
];

function findChromium(): string {
  const folders = (process.env['PATH'] ?? '').split(':');
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const all = [
    process.env['CHROMIUM_PATH'] ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
  ];
  const found = all.find((path) => path !== '' && existsSync(path));
  if (found === undefined) throw new Error('No Chromium was found; name it in CHROMIUM_PATH.');
  return found;
}

/** The portal, a service, and the ticket of a visitor who takes a number for it at the kiosk. */
async function findPages(browser: Browser, url: string, output: string): Promise<string[]> {
  const services = await fetch(`${url}/api/v1/services`).then((reply) => reply.json());
  const [{ slug }] = services as [{ slug: string }];
  const token = await takeNumber(url, slug, await pairKiosk(browser, url, output));
  return ['/', `/layanan/${slug}`, `/tiket/${token}`];
}

/** The device's cookie, got by the one-time link as a kiosk gets it. */
async function pairKiosk(browser: Browser, url: string, output: string): Promise<string> {
  const path = /Kios {2,}https?:\/\/[^/]+(\S*pasang=\S+)/.exec(output)?.[1];
  if (path === undefined) throw new Error('npm start printed no link for a kiosk');
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url + path, { waitUntil: 'load' });
    for (let tries = 0; tries < 50; tries += 1) {
      const device = (await context.cookies()).find(({ name }) => name === 'balairung.device');
      if (device) return `${device.name}=${device.value}`;
      await page.waitForTimeout(100);
    }
    throw new Error('the kiosk was not paired within five seconds');
  } finally {
    await context.close();
  }
}

async function takeNumber(url: string, service: string, cookie: string): Promise<string> {
  const reply = await fetch(`${url}/api/v1/tickets`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      'sec-fetch-site': 'same-origin',
      cookie,
    },
    body: JSON.stringify({ service, priority: false }),
  });
  const ticket = (await reply.json()) as { token?: string };
  if (ticket.token === undefined) throw new Error(`no number was given: ${JSON.stringify(ticket)}`);
  return ticket.token;
}

async function measurePage(browser: Browser, url: string, path: string): Promise<Figure[]> {
  const name = path.replace(/^(\/[a-z]+\/).*/, '$1…');
  const bare = await serveBare(await fetch(url + path).then((reply) => reply.text()));
  const product = { kilobytes: [] as number[], lcpMs: [] as number[], files: 0 };
  const floor: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const seen = await visit(browser, url + path);
    product.kilobytes.push(seen.kilobytes);
    product.lcpMs.push(seen.lcpMs);
    product.files = seen.files;
    floor.push((await visit(browser, bare.url)).lcpMs);
  }
  bare.close();
  return [
    {
      name: `${name} on the wire, ${product.files} files`,
      unit: 'kB',
      product: product.kilobytes,
      aim: atMost(KILOBYTES_MAX, 'kB'),
    },
    {
      name: `${name} largest paint`,
      unit: 'ms',
      product: product.lcpMs,
      baseline: { name: 'bare HTML', values: floor },
      aim: atMost(LCP_MS_MAX, 'ms'),
    },
    {
      name: `${name} readable without JavaScript`,
      unit: '%',
      product: [await wordsWithoutScript(browser, url + path)],
      aim: { text: '≥ 90 %', of: 'product', bound: 'at-least', value: 90 },
    },
  ];
}

/** The words of a page without all that has to be fetched besides. */
async function serveBare(html: string) {
  const plain = html
    .replace(
      /<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<link[^>]*>|<img[^>]*>|<svg[\s\S]*?<\/svg>/g,
      '',
    )
    .replace(/<meta http-equiv[^>]*>/g, '');
  const bytes = gzipSync(plain);
  const server = createServer((request, response) => {
    if (request.url !== '/') return void response.writeHead(204).end();
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
      .end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

async function visit(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    const wire = await slowDown(page);
    await page.goto(address, { waitUntil: 'load', timeout: 30_000 });
    // A live page keeps its event stream open, so the line is quiet when nothing ended for a while.
    for (let last = -1; last !== wire.bytes;) {
      last = wire.bytes;
      await page.waitForTimeout(700);
    }
    return { lcpMs: await readLargestPaint(page), kilobytes: wire.bytes / 1000, files: wire.files };
  } finally {
    await context.close();
  }
}

async function slowDown(page: Page): Promise<{ bytes: number; files: number }> {
  const devtools = await page.context().newCDPSession(page);
  const wire = { bytes: 0, files: 0 };
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', NETWORK);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    wire.bytes += encodedDataLength;
    wire.files += 1;
  });
  return wire;
}

function readLargestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
        setTimeout(() => resolve(Number.NaN), 3000);
      }),
  );
}

async function wordsWithoutScript(browser: Browser, address: string): Promise<number> {
  const counts: number[] = [];
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    const text = await page.locator('body').innerText();
    counts.push(text.split(/\s+/).length);
    await context.close();
  }
  return Math.min(100, (counts[1]! / counts[0]!) * 100);
}
