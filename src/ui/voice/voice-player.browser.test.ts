import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { announcementWords } from '#areas/boards/rules/announcement.ts';
import { allClipNames } from '#areas/boards/rules/spoken-words.ts';
import { BREATH_SECONDS } from './sentence-timing.ts';

/*
 * The player in a real Chromium, with its real clips. The page notes what is handed to the audio clock and
 * listens to what comes out.
 */

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const SOURCE = new URL('./', import.meta.url);
const VOICE = new URL('../../../static/voice/', import.meta.url);

const WORDS = announcementWords({ series: 'A', number: 12, counter: '3', floor: 2, language: 'id' });
const WORD = ['id/nol'];
/** Chromium drops the end of the last Vorbis block, which lies in a clip's silent tail. */
const DECODED_LESS_SECONDS_MAX = 0.0125;

const PAGE = `<!doctype html><title>Suara</title><button>Mulai</button><script type="module">
import { VoicePlayer } from './voice-player.ts';
const log = (window.log = { starts: [], stops: 0, states: [], loudest: 0 });
const { start, stop } = AudioBufferSourceNode.prototype;
AudioBufferSourceNode.prototype.start = function (at) {
  log.starts.push({ at, seconds: this.buffer.duration });
  if (window.loseDevice) void this.context.suspend();
  return start.call(this, at);
};
AudioBufferSourceNode.prototype.stop = function () {
  log.stops++;
  return stop.call(this);
};
const { connect } = AudioNode.prototype;
AudioNode.prototype.connect = function (to) {
  if (to === this.context.destination) listen(this);
  return connect.call(this, to);
};
function listen(node) {
  const ear = node.context.createAnalyser();
  connect.call(node, ear);
  const heard = new Float32Array(ear.fftSize);
  setInterval(() => {
    ear.getFloatTimeDomainData(heard);
    log.loudest = Math.max(log.loudest, ...heard.map(Math.abs));
  }, 20);
}
window.player = new VoicePlayer({ base: './voice/', onState: (state) => log.states.push(state) });
if (location.search === '?at-once') {
  const tell = (report) => fetch('./report', { method: 'POST', body: JSON.stringify(report) });
  const spoken = await player.speak(${JSON.stringify(WORD)});
  await tell({ spoken, allowed: await player.unblock(), state: player.state, starts: log.starts.length });
  document.querySelector('button').onclick = async () => {
    const allowed = await player.unblock();
    const state = player.state;
    await tell({ allowed, state, spoken: await player.speak(${JSON.stringify(WORD)}, { times: 1 }) });
  };
}
</script>`;

interface PageLog {
  readonly starts: readonly { readonly at: number; readonly seconds: number }[];
  readonly stops: number;
  readonly states: readonly string[];
  readonly loudest: number;
}

interface Spoken {
  readonly spoken: boolean;
  readonly seconds?: number;
  readonly because?: string;
  readonly missing?: readonly string[];
}

const reports: ((report: unknown) => void)[] = [];
const withheld = new Set<string>();
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (request.method === 'POST') {
    void text(request).then((report) => {
      reports.shift()?.(JSON.parse(report));
      response.end();
    });
    return;
  }
  void answer(path).then(
    ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
    () => response.writeHead(404).end(),
  );
});
let browser: Browser;

async function answer(path: string): Promise<{ type: string; body: string | Buffer }> {
  if (path === '/') return { type: 'text/html', body: PAGE };
  if (path.endsWith('.ts')) {
    const source = await readFile(new URL(`.${path}`, SOURCE), 'utf8');
    return { type: 'text/javascript', body: stripTypeScriptTypes(source) };
  }
  const file = path.replace('/voice/', '');
  if (withheld.has(file)) throw new Error('withheld');
  return { type: 'application/octet-stream', body: await readFile(new URL(file, VOICE)) };
}

function launch(autoplayPolicy: string): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-background-networking', `--autoplay-policy=${autoplayPolicy}`],
  });
}

function address(search = ''): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/${search}`;
}

const nextReport = () => new Promise<unknown>((resolve) => reports.push(resolve));
const run = <T>(page: Page, script: string) => page.evaluate(script) as Promise<T>;
const logOf = (page: Page) => run<PageLog>(page, 'window.log');
const speak = (page: Page, words = WORD, options = '{ times: 1 }') =>
  run<Spoken>(page, `window.player.speak(${JSON.stringify(words)}, ${options})`);
const beginToSpeak = (page: Page) =>
  run(page, `void (window.first = window.player.speak(${JSON.stringify(WORD)}))`);

async function openPage(): Promise<Page> {
  withheld.clear();
  const page = await browser.newPage();
  await page.goto(address());
  await page.waitForFunction('window.player !== undefined');
  return page;
}

async function manifestSeconds(names: readonly string[]): Promise<number[]> {
  const { clips } = JSON.parse(await readFile(new URL('manifest.json', VOICE), 'utf8')) as {
    clips: Record<string, { durationMs: number }>;
  };
  return names.map((name) => (clips[name]?.durationMs ?? Number.NaN) / 1000);
}

function near(actual: number, expected: number, tolerance: number, what: string): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${what}: ${actual}, expected ${expected}`);
}

function lacksAtMostItsTail(decoded = Number.NaN, made = Number.NaN, what: string): void {
  const lacking = made - decoded;
  assert.ok(lacking > -0.001 && lacking < DECODED_LESS_SECONDS_MAX, `${what} lacks ${lacking} s`);
}

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  browser = await launch('no-user-gesture-required');
});

after(async () => {
  await browser.close();
  server.close();
});

describe('the voice player in Chromium', () => {
  it('says the chime and the sentence twice without a gap, and takes as long as they last', async () => {
    const page = await openPage();
    assert.deepEqual(await run(page, `window.player.load(${JSON.stringify(WORDS)})`), []);
    const startedAt = performance.now();
    const outcome = await speak(page, WORDS, '{ times: 2 }');
    const tookSeconds = (performance.now() - startedAt) / 1000;

    const { starts, states, loudest } = await logOf(page);
    const expected = await manifestSeconds(['chime', ...WORDS, ...WORDS]);
    assert.equal(starts.length, expected.length);
    for (const [index, { at, seconds }] of starts.entries()) {
      lacksAtMostItsTail(seconds, expected[index], `part ${index}`);
      const next = starts[index + 1];
      const breath = index === 0 || index === WORDS.length ? BREATH_SECONDS : 0;
      if (next !== undefined) near(next.at - at - seconds, breath, 1e-6, `gap after part ${index}`);
    }
    const length = starts.reduce((sum, { seconds }) => sum + seconds, 2 * BREATH_SECONDS);
    assert.equal(outcome.spoken, true);
    near(outcome.seconds ?? Number.NaN, length, 1e-6, 'length of the announcement');
    assert.ok(tookSeconds >= length && tookSeconds < length + 1.5, `took ${tookSeconds} of ${length} s`);
    assert.deepEqual(states, ['speaking', 'silent']);
    assert.ok(loudest > 0.2, `heard at most ${loudest}`);
  });

  it('decodes every clip, whole but for the last milliseconds of its silent tail', async () => {
    const page = await openPage();
    assert.deepEqual(await run(page, 'window.player.load()'), []);
    const decode = `async (name) => {
      const bytes = await (await fetch('./voice/' + name + '.ogg')).arrayBuffer();
      return (await new OfflineAudioContext(1, 1, 22050).decodeAudioData(bytes)).duration;
    }`;
    const names = ['chime', ...allClipNames()];
    const decoded = await run<number[]>(page, `Promise.all(${JSON.stringify(names)}.map(${decode}))`);
    for (const [index, seconds] of (await manifestSeconds(names)).entries()) {
      lacksAtMostItsTail(decoded[index], seconds, names[index] ?? '');
    }
  });

  it('says one sentence at a time', async () => {
    const page = await openPage();
    await beginToSpeak(page);
    assert.deepEqual(await speak(page), { spoken: false, because: 'busy' });
    assert.equal((await run<Spoken>(page, 'window.first')).spoken, true);
  });

  it('is silent at volume 0, loud again at 1, and refuses what is not a volume', async () => {
    const page = await openPage();
    assert.equal((await speak(page, WORD, '{ times: 1, volume: 0 }')).spoken, true);
    const { loudest } = await logOf(page);
    assert.ok(loudest < 0.001, `heard ${loudest}`);
    assert.equal((await speak(page, WORD, '{ times: 1, volume: 1 }')).spoken, true);
    assert.ok((await logOf(page)).loudest > 0.2);
    await assert.rejects(run(page, 'window.player.setVolume(Number.NaN)'), /not a volume/);
  });

  it('reports a browser that will not play, keeps nothing for later, and speaks after a press', async () => {
    // Playwright's own scripts count as a person's touch, so the page acts alone and reports by itself.
    const strict = await launch('document-user-activation-required');
    try {
      const page = await strict.newPage();
      const refused = nextReport();
      await page.goto(address('?at-once'));
      const blocked = { spoken: false, because: 'blocked' };
      assert.deepEqual(await refused, { spoken: blocked, allowed: false, state: 'blocked', starts: 0 });

      const accepted = nextReport();
      await page.click('button');
      const { allowed, state, spoken } = (await accepted) as {
        allowed: boolean;
        state: string;
        spoken: Spoken;
      };
      assert.deepEqual(
        { allowed, state, spoken: spoken.spoken },
        { allowed: true, state: 'silent', spoken: true },
      );
    } finally {
      await strict.close();
    }
  });

  it('plays only the chime when a clip is missing, names it, and tries it again the next time', async () => {
    const page = await openPage();
    withheld.add('id/nol.ogg');
    const missing = { spoken: false, because: 'clips-missing', missing: ['id/nol'] };
    assert.deepEqual(await speak(page, ['id/satu', 'id/nol', 'id/dua']), missing);
    assert.equal((await logOf(page)).starts.length, 1);
    withheld.clear();
    assert.equal((await speak(page)).spoken, true);
  });

  it('says so when nothing at all can be had, and does not hang', async () => {
    const page = await openPage();
    withheld.add('manifest.json');
    assert.deepEqual(await speak(page), { spoken: false, because: 'clips-missing', missing: WORD });
    assert.equal(await run(page, 'window.player.state'), 'silent');
    await assert.rejects(run(page, 'window.player.load()'), /manifest/);
  });

  it('stops at once when it is closed, and stays closed', async () => {
    const page = await openPage();
    await beginToSpeak(page);
    await page.waitForFunction('window.log.starts.length > 0');
    await run(page, 'window.player.close()');
    assert.deepEqual(await run(page, 'window.first'), { spoken: false, because: 'closed' });
    assert.deepEqual(await speak(page), { spoken: false, because: 'closed' });
    assert.equal(await run(page, 'window.player.unblock()'), false);
    assert.equal(await run(page, 'window.player.state'), 'closed');
  });

  it('takes back what it had scheduled when the sound device is lost', async () => {
    const page = await openPage();
    await run(page, 'void (window.loseDevice = true)');
    assert.deepEqual(await speak(page), { spoken: false, because: 'interrupted' });
    assert.equal((await logOf(page)).stops, 2);
  });
});
