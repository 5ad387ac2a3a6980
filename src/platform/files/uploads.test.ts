import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { createFileStore, type FileStore } from './file-store.ts';
import { createUploads, type Uploads } from './uploads.ts';

const HANG = join(import.meta.dirname, 'testing', 'upload-and-hang.ts');
const owner = 'warga-1';

async function* chunks(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part);
}

describe('an upload', () => {
  let base: string;
  let folder: string;
  let store: FileStore;
  let uploads: Uploads;
  before(async () => {
    base = mkdtempSync(join(tmpdir(), 'balairung uploads-'));
    folder = join(base, 'uploads');
    store = await createFileStore({ folder: join(base, 'files') });
    uploads = await createUploads({ folder, store, bytesMax: 1000 });
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  const begin = async (sizeBytes: number, name = 'surat.txt') => {
    const begun = await uploads.begin({ name, sizeBytes, owner });
    assert.ok('id' in begun, JSON.stringify(begun));
    return { id: begun.id, owner };
  };

  it('arrives in parts and is then in the store', async () => {
    const key = await begin(9);
    assert.deepEqual(await uploads.append(key, 0, chunks('sela')), {
      ...{ id: key.id, name: 'surat.txt', sizeBytes: 9, offset: 4 },
    });
    assert.deepEqual(await uploads.finish(key), {
      refused: 'UPLOAD_INCOMPLETE',
      facts: { offset: 4, sizeBytes: 9 },
    });
    await uploads.append(key, 4, chunks('ma', 't p'));
    const stored = await uploads.finish(key);
    assert.ok('sha256' in stored);
    assert.equal((await buffer((await store.openContent(stored.sha256))!)).toString(), 'selamat p');
    assert.deepEqual(await uploads.finish(key), stored, 'a lost answer is given again');
  });

  it('goes on where it stood after the process that received it was killed', async () => {
    const child = spawn(process.execPath, [HANG, join(base, 'files'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const said = once(child.stdout, 'data') as Promise<[Buffer]>;
    const [line] = await Promise.race([
      said,
      ended.then(() => assert.fail('the process that receives the upload did not get so far')),
    ]);
    child.kill('SIGKILL');
    await ended;
    const key = { id: line.toString().trim(), owner };
    const again = await createUploads({ folder, store, bytesMax: 1000 });
    const found = await again.find(key);
    assert.ok('offset' in found);
    assert.equal(found.offset, 40);
    await again.append(key, 40, chunks('b'.repeat(60)));
    const stored = await again.finish(key);
    assert.ok('sha256' in stored, JSON.stringify(stored));
    const content = (await buffer((await store.openContent(stored.sha256))!)).toString();
    assert.equal(content, 'a'.repeat(40) + 'b'.repeat(60));
  });

  it('keeps what came before the line broke', async () => {
    const key = await begin(8);
    const broken = async function* () {
      yield Buffer.from('empat');
      throw new Error('line broke');
    };
    await assert.rejects(uploads.append(key, 0, broken()), /line broke/);
    const found = await uploads.find(key);
    assert.ok('offset' in found);
    assert.equal(found.offset, 5);
  });

  it('refuses any other offset and says the right one', async () => {
    const key = await begin(8);
    await uploads.append(key, 0, chunks('tiga'));
    for (const offset of [0, 3, 5, -1]) {
      const answer = await uploads.append(key, offset, chunks('x'));
      assert.deepEqual(answer, { refused: 'OFFSET_MISMATCH', facts: { offset: 4 } });
    }
  });

  it('takes back what goes over the announced size', async () => {
    const key = await begin(6);
    await uploads.append(key, 0, chunks('tiga'));
    const answer = await uploads.append(key, 4, chunks('ab', 'c'));
    assert.deepEqual(answer, { refused: 'FILE_TOO_LARGE', facts: { bytesMax: 6 } });
    const found = await uploads.find(key);
    assert.ok('offset' in found);
    assert.equal(found.offset, 4);
  });

  it('lets one request at a time add to it', async () => {
    const key = await begin(4);
    const both = await Promise.all([
      uploads.append(key, 0, chunks('ab', 'cd')),
      uploads.append(key, 0, chunks('xy', 'zz')),
    ]);
    assert.deepEqual(
      both.map((answer) => ('refused' in answer ? answer.refused : answer.offset)),
      [4, 'UPLOAD_BUSY'],
    );
  });

  it('of a type that is refused leaves nothing', async () => {
    const key = await begin(4, 'program.pdf');
    await uploads.append(key, 0, chunks('\u007fELF'));
    assert.deepEqual(await uploads.finish(key), { refused: 'FILE_TYPE_REFUSED', facts: {} });
    assert.deepEqual(await uploads.find(key), { refused: 'UPLOAD_UNKNOWN', facts: {} });
  });

  it('is not begun when empty or larger than allowed', async () => {
    const sizes = [0, -1, Number.NaN, 1001];
    const answers = await Promise.all(
      sizes.map((sizeBytes) => uploads.begin({ name: 'a', sizeBytes, owner })),
    );
    assert.deepEqual(
      answers.map((answer) => 'refused' in answer && answer.refused),
      ['FILE_EMPTY', 'FILE_EMPTY', 'FILE_EMPTY', 'FILE_TOO_LARGE'],
    );
  });

  it('is unknown to everybody else, and no id becomes a path', async () => {
    const { id } = await begin(4);
    const unknown = { refused: 'UPLOAD_UNKNOWN', facts: {} };
    assert.deepEqual(await uploads.find({ id, owner: 'orang lain' }), unknown);
    assert.deepEqual(await uploads.append({ id, owner: 'orang lain' }, 0, chunks('x')), unknown);
    for (const wrong of ['../files', '..', '', `${id}/..`, `../uploads/${id}`])
      assert.deepEqual(await uploads.find({ id: wrong, owner }), unknown);
  });

  it('is removed when nobody went on with it for 24 hours', async () => {
    const old = await begin(4);
    const fresh = await begin(4);
    const before = (Date.now() - 24 * 3_600_000 - 1000) / 1000;
    for (const file of readdirSync(folder))
      if (file.startsWith(old.id)) utimesSync(join(folder, file), before, before);
    assert.equal(await uploads.removeAbandoned(), 1);
    assert.deepEqual(await uploads.find(old), { refused: 'UPLOAD_UNKNOWN', facts: {} });
    assert.ok('offset' in (await uploads.find(fresh)));
  });
});
