import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { withOwnVoice } from './own-voice.ts';

describe('clips that a mall recorded itself', () => {
  let folder: string;
  let server: Server;
  let url: string;
  let hangsUp = false;
  const asked: string[] = [];
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'balairung-voice-'));
    mkdirSync(join(folder, 'voice'));
    writeFileSync(join(folder, 'voice', 'nol.ogg'), 'own');
    const handler = withOwnVoice(folder, (request, response) => {
      asked.push(request.url!);
      response.end('came along');
    });
    server = createServer((request, response) => {
      handler(request, response, () => {});
      if (hangsUp) response.destroy();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('stand before those that come along', async () => {
    assert.equal(await (await fetch(`${url}/voice/nol.ogg`)).text(), 'own');
    assert.equal(await (await fetch(`${url}/voice/satu.ogg`)).text(), 'came along');
    assert.equal(await (await fetch(`${url}/layanan`)).text(), 'came along');
  });

  it('end nothing but the request when the visitor hangs up while they are looked for', async () => {
    asked.length = 0;
    hangsUp = true;
    for (const clip of ['nol', 'satu']) await assert.rejects(fetch(`${url}/voice/${clip}.ogg`));
    await pause(50);
    hangsUp = false;
    assert.deepEqual(asked, [], 'the screens are not asked to answer a closed response');
    assert.equal((await fetch(`${url}/voice/nol.ogg`)).status, 200);
  });
});
