import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId } from '#platform/random/ids.ts';
import { withTestApp, type Credentials, type TestApp } from '../testing/test-app.ts';

/** As much of a picture as its type is told by, and some bytes to cut in two. */
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(984, 7)]);

describe('pictures for the boards, handed in and fetched', () => {
  let hall: TestApp;
  let manager: Credentials;
  let board: Credentials;
  let deviceId: string;
  before(async () => {
    hall = await withTestApp();
    manager = await hall.signedIn('manager');
    board = await hall.paired('board');
    const [device] = await hall.mall.sql<{ id: string }>(`select id from device where kind = 'board'`);
    deviceId = device!.id;
  });
  after(() => hall.stop());

  async function ask<T>(operation: string, input: unknown, who = manager): Promise<T> {
    const response = await hall.call(operation, input, who);
    const { json } = (await response.json()) as { json: T & { code?: string } };
    if (!response.ok) throw Object.assign(new Error(operation), { code: json.code });
    return json;
  }
  const begin = (sizeBytes: number, name = 'Jadwal.png') =>
    ask<{ uploadId: string }>('uploads.beginUpload', { name, sizeBytes });
  async function put(uploadId: string, offset: number, body: Uint8Array, who: Credentials = manager) {
    const response = await fetch(`${hall.url}/files/uploads/${uploadId}?offset=${offset}`, {
      method: 'PUT',
      headers: { 'sec-fetch-site': 'same-origin', ...who },
      body: new Uint8Array(body),
    });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  }
  const wish = (uploadId: string, facts: object = {}) => ({
    ...{ uploadId, deviceId, seconds: 10, fromDay: '2026-11-01', untilDay: '2099-12-31' },
    ...facts,
  });
  async function handIn(facts: object = {}, name?: string): Promise<string> {
    const { uploadId } = await begin(PNG.length, name);
    await put(uploadId, 0, PNG);
    return (await ask<{ mediaId: string }>('boards.addMedia', wish(uploadId, facts))).mediaId;
  }
  const fetchMedia = (id: string, who: Credentials = board, headers: Record<string, string> = {}) =>
    fetch(`${hall.url}/files/boards/${id}`, { headers: { ...who, ...headers } });
  const mediaOf = async (who = board) =>
    (
      await ask<{ setup: { media: { id: string; name: string; kind: string }[] } }>(
        'boards.getBoard',
        {},
        who,
      )
    ).setup.media;

  it('go on where a broken line left them, and stand on the board then', async () => {
    const { uploadId } = await begin(PNG.length);
    assert.deepEqual((await put(uploadId, 0, PNG.subarray(0, 400))).answer, { offset: 400, done: false });
    const again = await put(uploadId, 0, PNG.subarray(0, 400));
    assert.equal(again.status, 409);
    assert.equal(again.answer['code'], 'OFFSET_MISMATCH');
    const stand = await ask<{ offset: number }>('uploads.getUpload', { uploadId });
    assert.equal(stand.offset, 400);
    await assert.rejects(ask('boards.addMedia', wish(uploadId)), { code: 'UPLOAD_INCOMPLETE' });
    assert.deepEqual((await put(uploadId, 400, PNG.subarray(400))).answer, { offset: 1000, done: true });
    const { mediaId } = await ask<{ mediaId: string }>('boards.addMedia', wish(uploadId));
    assert.deepEqual(
      (await mediaOf()).map(({ id, name, kind }) => ({ id, name, kind })),
      [{ id: mediaId, name: 'Jadwal.png', kind: 'picture' }],
    );
  });

  it('are fetched by the board whole or in part, may be kept, and run nothing', async () => {
    const [media] = await mediaOf();
    const whole = await fetchMedia(media!.id);
    assert.equal(whole.status, 200);
    assert.deepEqual(Buffer.from(await whole.arrayBuffer()), PNG);
    assert.equal(whole.headers.get('content-type'), 'image/png');
    assert.match(whole.headers.get('cache-control') ?? '', /immutable/);
    assert.match(whole.headers.get('content-security-policy') ?? '', /sandbox/);
    const part = await fetchMedia(media!.id, board, { range: 'bytes=8-15' });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), 'bytes 8-15/1000');
    assert.deepEqual(Buffer.from(await part.arrayBuffer()), PNG.subarray(8, 16));
    const beyond = await fetchMedia(media!.id, board, { range: 'bytes=5000-' });
    assert.equal(beyond.status, 416);
  });

  it('are nobody’s who does not belong to the mall', async () => {
    const [media] = await mediaOf();
    assert.equal((await fetchMedia(media!.id, {})).status, 404);
    for (const id of [newId(), 'x', '..%2f..%2fsecret']) assert.equal((await fetchMedia(id)).status, 404, id);
  });

  it('of another type than pictures and films leave nothing', async () => {
    const program = Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(50, 1)]);
    const { uploadId } = await begin(program.length, 'gambar.png');
    const { status, answer } = await put(uploadId, 0, program);
    assert.equal(status, 409);
    assert.equal(answer['code'], 'FILE_TYPE_REFUSED');
    await assert.rejects(ask('boards.addMedia', wish(uploadId)), { code: 'UPLOAD_UNKNOWN' });
    const letter = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50, 32)]);
    const sent = await begin(letter.length, 'gambar.png');
    await put(sent.uploadId, 0, letter);
    await assert.rejects(ask('boards.addMedia', wish(sent.uploadId)), { code: 'FILE_TYPE_REFUSED' });
  });

  it('are not begun when empty or too large, nor by an officer', async () => {
    await assert.rejects(begin(0), { code: 'FILE_EMPTY' });
    await assert.rejects(begin(200_000_001), { code: 'FILE_TOO_LARGE' });
    const officer = await hall.signedIn('officer');
    const input = { name: 'a.png', sizeBytes: 5 };
    await assert.rejects(ask('uploads.beginUpload', input, officer), { code: 'FORBIDDEN' });
  });

  it('are added to by who began them alone, and not from another site', async () => {
    const { uploadId } = await begin(PNG.length);
    const other = await hall.signedIn('administrator');
    assert.equal((await put(uploadId, 0, PNG, other)).answer['code'], 'UPLOAD_UNKNOWN');
    assert.equal((await put(uploadId, 0, PNG, {})).answer['code'], 'SIGN_IN_NEEDED');
    const abroad = { ...manager, 'sec-fetch-site': 'cross-site' };
    assert.equal((await put(uploadId, 0, PNG, abroad)).status, 403);
    await assert.rejects(ask('boards.addMedia', wish(uploadId), other), { code: 'UPLOAD_UNKNOWN' });
  });

  it('stand in the order that the manager gives them, and are shown no more when removed', async () => {
    const second = await handIn({ deviceId: null }, 'Kedua.png');
    const names = async () => (await mediaOf()).map(({ name }) => name);
    assert.deepEqual(await names(), ['Jadwal.png', 'Kedua.png']);
    await ask('boards.moveMedia', { mediaId: second, deviceId, up: true });
    assert.deepEqual(await names(), ['Kedua.png', 'Jadwal.png']);
    await ask('boards.moveMedia', { mediaId: second, deviceId, up: true });
    assert.deepEqual(await names(), ['Kedua.png', 'Jadwal.png'], 'the first stays the first');
    await ask('boards.removeMedia', { mediaId: second });
    assert.deepEqual(await names(), ['Jadwal.png']);
    assert.equal((await fetchMedia(second)).status, 404);
    await assert.rejects(ask('boards.removeMedia', { mediaId: second }), { code: 'MEDIA_UNKNOWN' });
  });

  it('end after they begin, hang on a board of this mall, and are forty at the most', async () => {
    const { uploadId } = await begin(PNG.length);
    await put(uploadId, 0, PNG);
    const backwards = { fromDay: '2026-11-02', untilDay: '2026-11-01' };
    await assert.rejects(ask('boards.addMedia', wish(uploadId, backwards)), { code: 'MEDIA_DAYS' });
    const nowhere = { deviceId: newId() };
    await assert.rejects(ask('boards.addMedia', wish(uploadId, nowhere)), { code: 'DEVICE_UNKNOWN' });
    for (let count = (await mediaOf()).length; count < 40; count += 1)
      await ask('boards.addMedia', wish(uploadId));
    await assert.rejects(ask('boards.addMedia', wish(uploadId)), { code: 'MEDIA_ENOUGH' });
  });
});
