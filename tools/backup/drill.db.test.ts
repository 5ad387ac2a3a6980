import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbedded } from '../../src/platform/database/embedded/start-embedded.ts';
import { migrate } from '../../src/platform/database/migrate.ts';

const TOOLS = fileURLToPath(new URL('..', import.meta.url));
const PICTURE = 'a picture of the hall';
const PICTURE_HASH = createHash('sha256').update(PICTURE).digest('hex');
const pictureFolder = (data: string) =>
  join(data, 'files', PICTURE_HASH.slice(0, 2), PICTURE_HASH.slice(2, 4));
const MALL = '00000000-0000-7000-8000-000000000001';

describe('npm run backup and npm run restore', () => {
  const base = mkdtempSync(join(tmpdir(), 'balairung-drill-'));
  chmodSync(base, 0o711);
  const dataFolder = join(base, 'data of the mall');
  const file = join(base, 'stopped.gz');

  before(async () => {
    const database = await startEmbedded({ dataFolder });
    await migrate(database.urlFor('migrator'));
    await query(
      database.urlFor('migrator'),
      `insert into mall (id, slug, name, short_name, regency, time_zone)
         values ('${MALL}', 'uji', 'MPP Uji', 'MPP', 'Balangan', 'Asia/Makassar');
       insert into audit_line (id, mall_id, at, actor_kind, actor_id, operation, subject_kind, subject_id)
         select gen_random_uuid(), '${MALL}', now(), 'staff', n::text, 'x', 'y', 'z' from generate_series(1, 500) n`,
    );
    await query(
      database.urlFor('migrator'),
      `insert into stored_file values
         ('${MALL}', gen_random_uuid(), '${PICTURE_HASH}', ${PICTURE.length}, 'image/png', 'Jadwal', now(), 'uji')`,
    );
    await database.stop();
    mkdirSync(pictureFolder(dataFolder), { recursive: true });
    writeFileSync(join(pictureFolder(dataFolder), PICTURE_HASH), PICTURE);
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  it('saves a stopped installation and brings it back in an empty folder, row by row', async () => {
    const saved = runTool('backup.ts', [file], { BALAIRUNG_DATA: dataFolder });
    assert.equal(saved.status, 0, saved.stderr);
    assert.equal(saved.stdout.trim(), file);
    const into = join(base, 'new', 'place');
    const restored = runTool('restore.ts', [file, '--into', into], {
      DATABASE_URL: 'postgresql://not@used/here',
    });
    assert.equal(restored.status, 0, restored.stderr);
    assert.deepEqual(await countRows(into), await countRows(dataFolder));
    assert.deepEqual(await countRows(into), { malls: 1, lines: 500 });
    const picture = readFileSync(join(pictureFolder(into), PICTURE_HASH), 'utf8');
    assert.equal(picture, PICTURE, 'what was handed in comes back too');
  });

  it('saves while the server runs, keeps the last fourteen and nothing that is not its own', async () => {
    const backups = join(dataFolder, 'backups');
    mkdirSync(backups);
    const old = (day: number) => `balairung-202511${String(day).padStart(2, '0')}T000000Z.backup.gz`;
    for (let day = 1; day <= 20; day++) writeFileSync(join(backups, old(day)), '');
    writeFileSync(join(backups, 'catatan saya.txt'), '');
    const draft = join(backups, `${old(1)}.part`);
    writeFileSync(draft, '');
    utimesSync(draft, 0, 0);
    const database = await startEmbedded({ dataFolder });
    try {
      const saved = await runToolMeanwhile('backup.ts', { BALAIRUNG_DATA: dataFolder });
      assert.equal(saved.status, 0, saved.output);
      await query(database.urlFor('migrator'), 'select 1');
    } finally {
      await database.stop();
    }
    const kept = readdirSync(backups).sort();
    assert.equal(kept.filter((name) => name.endsWith('.backup.gz')).length, 14);
    assert.equal(kept.includes(old(7)), false);
    assert.equal(kept.includes(old(8)), true);
    assert.equal(kept.includes('catatan saya.txt'), true);
    assert.equal(existsSync(draft), false);
    const newest = kept.filter((name) => name.endsWith('.backup.gz')).at(-1) ?? '';
    assert.equal(runTool('restore.ts', [join(backups, newest), '--into', join(base, 'third')], {}).status, 0);
  });

  it('refuses to restore over a mall, and into a folder that a server holds', async () => {
    const full = runTool('restore.ts', [file], { BALAIRUNG_DATA: dataFolder });
    assert.equal(full.status, 1);
    assert.match(full.stderr, /sudah berisi/);
    assert.deepEqual(await countRows(dataFolder), { malls: 1, lines: 500 });
    const held = join(base, 'held');
    const database = await startEmbedded({ dataFolder: held });
    try {
      const refused = await runToolMeanwhile('restore.ts', {}, [file, '--into', held]);
      assert.equal(refused.status, 1);
      assert.match(refused.output, /sudah berjalan/);
    } finally {
      await database.stop();
    }
  });

  it('answers a wrong call with one sentence and changes nothing', () => {
    const nowhere = join(base, 'nowhere');
    for (const [tool, args, sentence] of [
      ['backup.ts', [], /Belum ada basis data/],
      ['restore.ts', [], /Sebutkan berkas cadangannya/],
      ['restore.ts', [file, '--onto', nowhere], /Sebutkan berkas cadangannya/],
      ['restore.ts', [join(base, 'none.gz'), '--into', nowhere], /tidak ada/],
    ] as const) {
      const { status, stderr } = runTool(tool, [...args], { BALAIRUNG_DATA: nowhere });
      assert.equal(status, 1);
      assert.match(stderr, sentence);
      assert.doesNotMatch(stderr, / at .*\.ts:/);
    }
    assert.equal(existsSync(nowhere), false);
  });
});

function runTool(tool: string, args: string[], env: NodeJS.ProcessEnv) {
  return spawnSync(process.execPath, [join(TOOLS, tool), ...args], {
    encoding: 'utf8',
    env: { ...withoutOurs(), ...env },
  });
}

/** The same while this process holds the database, whose supervision must not stand still. */
async function runToolMeanwhile(tool: string, env: NodeJS.ProcessEnv, args: string[] = []) {
  const child = spawn(process.execPath, [join(TOOLS, tool), ...args], { env: { ...withoutOurs(), ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number];
  return { status, output };
}

function withoutOurs(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, BALAIRUNG_DATA: _data, ...rest } = process.env;
  return rest;
}

async function countRows(dataFolder: string): Promise<unknown> {
  const database = await startEmbedded({ dataFolder });
  try {
    const sql =
      'select (select count(*) from mall)::int as malls, (select count(*) from audit_line)::int as lines';
    return (await query(database.urlFor('migrator'), sql))[0];
  } finally {
    await database.stop();
  }
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
