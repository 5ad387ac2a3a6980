import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { createFileStore, type FileStore, type StoredContent } from './file-store.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

async function* chunks(...parts: (string | Buffer)[]) {
  for (const part of parts) yield Buffer.from(part);
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

describe('the file store', () => {
  let base: string;
  let folder: string;
  let store: FileStore;
  before(async () => {
    base = mkdtempSync(join(tmpdir(), 'balairung-files-'));
    folder = join(base, 'files');
    store = await createFileStore({ folder });
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  const put = (name: string, ...parts: (string | Buffer)[]) =>
    store.put(chunks(...parts), { name, bytesMax: 1000 });
  const kept = (answer: Awaited<ReturnType<typeof put>>): StoredContent => {
    assert.ok('sha256' in answer, JSON.stringify(answer));
    return answer;
  };

  it('gives back the very bytes under their SHA-256', async () => {
    const { sha256, sizeBytes } = kept(await put('catatan.txt', 'Selamat ', 'datang ✓'));
    assert.equal(sha256, createHash('sha256').update('Selamat datang ✓').digest('hex'));
    assert.equal(sizeBytes, 18);
    const stream = await store.openContent(sha256);
    assert.equal((await buffer(stream!)).toString(), 'Selamat datang ✓');
  });

  it('tells the type by the content, whatever the name says, also when it comes byte by byte', async () => {
    const bytes = [...PNG].map((byte) => Buffer.of(byte));
    assert.equal(kept(await put('bukan-gambar.txt', ...bytes)).mediaType, 'image/png');
    assert.equal(kept(await put('foto', Buffer.from('ffd8ffe000104a46', 'hex'))).mediaType, 'image/jpeg');
    assert.equal(kept(await put('a.jpg', 'RIFF\x10\x00\x00\x00WEBPVP8 ')).mediaType, 'image/webp');
    assert.equal(kept(await put('a.jpg', '%PDF-1.7\n\x00')).mediaType, 'application/pdf');
    assert.equal(kept(await put('data.CSV', 'a;b\r\n1;2\r\n')).mediaType, 'text/csv');
    assert.equal(kept(await put('gambar.png', 'hanya teks')).mediaType, 'text/plain');
    assert.equal(kept(await put('halaman.html', '<script>alert(1)</script>')).mediaType, 'text/plain');
  });

  it('knows the films that browsers play from photographs and other films in the same wrapping', async () => {
    const box = (brand: string) => Buffer.from(`\0\0\0\x20ftyp${brand}\0\0\x02\0isomiso2avc1mp41`, 'latin1');
    assert.equal(kept(await put('a.png', box('isom'))).mediaType, 'video/mp4');
    assert.equal(kept(await put('a.png', box('mp42'))).mediaType, 'video/mp4');
    const matroska = (type: string) =>
      Buffer.concat([
        Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282', 'hex'),
        Buffer.from(type, 'latin1'),
      ]);
    assert.equal(kept(await put('a', matroska('\x84webm\x42\x87\x81\x04'))).mediaType, 'video/webm');
    for (const other of [box('heic'), box('avif'), box('qt  '), matroska('\x88matroska')])
      assert.deepEqual(await put('a.mp4', other), { refused: 'FILE_TYPE_REFUSED', facts: {} });
  });

  it('takes only the types that are wanted, where some are named', async () => {
    const asPicture = (...parts: (string | Buffer)[]) =>
      store.put(chunks(...parts), { name: 'a', bytesMax: 1000, types: ['image/png'] });
    assert.equal(kept(await asPicture(PNG)).mediaType, 'image/png');
    assert.deepEqual(await asPicture('%PDF-1.7'), { refused: 'FILE_TYPE_REFUSED', facts: {} });
  });

  it('refuses programs, archives, other encodings and nothing at all', async () => {
    const before = filesIn(folder).length;
    for (const bytes of ['7f454c46', '504b0304', '4d5a9000', 'ff00fe', 'c3']) {
      const answer = await put('surat.pdf', Buffer.from(bytes, 'hex'));
      assert.deepEqual(answer, { refused: 'FILE_TYPE_REFUSED', facts: {} }, bytes);
    }
    assert.deepEqual(await put('kosong.txt'), { refused: 'FILE_EMPTY', facts: {} });
    assert.equal(filesIn(folder).length, before);
  });

  it('stops reading over the limit and keeps nothing of it', async () => {
    const before = filesIn(folder).length;
    let given = 0;
    const endless = async function* () {
      for (; given < 100; given += 1) yield Buffer.alloc(300, 'x');
    };
    const answer = await store.put(endless(), { name: 'a.txt', bytesMax: 1000 });
    assert.deepEqual(answer, { refused: 'FILE_TOO_LARGE', facts: { bytesMax: 1000 } });
    assert.ok(given < 5, `${given} parts were read`);
    assert.equal(filesIn(folder).length, before);
    assert.ok('sha256' in (await put('a.txt', Buffer.alloc(1000, 'y'))), 'exactly the limit is allowed');
  });

  it('keeps the same file sent twice at once a single time', async () => {
    const before = filesIn(folder).length;
    const answers = await Promise.all(Array.from({ length: 8 }, () => put('sama.txt', 'isi yang sama')));
    assert.equal(new Set(answers.map((answer) => kept(answer).sha256)).size, 1);
    assert.equal(filesIn(folder).length, before + 1);
  });

  it('lets no name become a path', async () => {
    kept(await put('../../keluar.txt', 'mau keluar'));
    assert.equal(filesIn(base).length, filesIn(folder).length);
    for (const path of ['../secret', '..', 'a'.repeat(63), `${'a'.repeat(62)}/.`, 'A'.repeat(64)])
      await assert.rejects(store.openContent(path), RangeError);
    assert.equal(await store.openContent('0'.repeat(64)), undefined);
  });

  it('keeps nothing of a source that breaks off', async () => {
    const before = filesIn(folder).length;
    const broken = async function* () {
      yield Buffer.from('separuh');
      throw new Error('line broke');
    };
    await assert.rejects(store.put(broken(), { name: 'a.txt', bytesMax: 1000 }), /line broke/);
    assert.equal(filesIn(folder).length, before);
  });

  it('clears at the start what a killed process left half written, not what another one is writing', async () => {
    const incoming = join(folder, 'incoming');
    for (const name of ['left', 'being-written']) writeFileSync(join(incoming, name), 'half');
    const twoHoursAgo = Date.now() / 1000 - 7200;
    utimesSync(join(incoming, 'left'), twoHoursAgo, twoHoursAgo);
    store = await createFileStore({ folder });
    assert.deepEqual(readdirSync(incoming), ['being-written']);
    rmSync(join(incoming, 'being-written'));
  });

  it('leaves nothing on a full disk, and works again when there is room', async (t) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mount = ['-t', 'tmpfs', '-o', 'size=256k', 'balairung-test', disk];
    const mounted = spawnSync('mount', mount, { encoding: 'utf8' });
    if (mounted.status !== 0) {
      // Only root may mount, and not in every container; the reason is shown and must be just that.
      t.diagnostic(`not tried on a real small disk: ${mounted.stderr}`);
      assert.match(mounted.stderr, /superuser|permission denied|not permitted/i);
      return;
    }
    try {
      const small = await createFileStore({ folder: disk });
      const parts = Array.from({ length: 10 }, () => Buffer.alloc(64 * 1024, 'z'));
      const file = { name: 'a.txt', bytesMax: 1_000_000 };
      await assert.rejects(small.put(chunks(...parts), file), { code: 'ENOSPC' });
      assert.deepEqual(filesIn(disk), []);
      assert.ok('sha256' in (await small.put(chunks(parts[0]!), file)));
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});
