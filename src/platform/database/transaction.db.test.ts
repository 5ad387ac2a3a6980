import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import type { Actor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import { refuse } from '#platform/values/refusal.ts';
import { runTransaction, shareRead, type Tx } from './transaction.ts';

describe('the transaction door', () => {
  let mall: TestMall;
  let system: Extract<Actor, { kind: 'system' }>;
  before(async () => {
    mall = await withTestMall();
    system = { kind: 'system', id: 'uji', mallId: mall.mallId };
  });
  after(() => mall.stop());

  /** One of each thing that commits together, all naming `mark`. */
  async function doEverything(tx: Tx, mark: string): Promise<{ mark: string }> {
    const { mallId } = mall;
    await tx.db.updateTable('mall').set({ regency: mark }).where('id', '=', mallId).execute();
    tx.emit({ mallId, kind: 'uji', topics: [`mall:${mallId}`], payload: { mark } });
    tx.record({ subjectKind: 'uji', subjectId: mark });
    tx.enqueue({ task: 'uji', payload: { mark } });
    return { mark };
  }

  function command(key: string, input: unknown, work: (tx: Tx) => Promise<unknown>) {
    const options = { actor: system, operation: 'uji', mode: 'command', command: { key, input } } as const;
    return runTransaction(mall.pool, options, work);
  }

  /** Which of the five things are there. */
  async function found(mark: string, key: string): Promise<Record<string, boolean>> {
    const [row] = await mall.sql<Record<string, boolean>>(
      `select exists (select from mall where regency = $1) as change,
         exists (select from event where payload->>'mark' = $1 and number is not null) as event,
         exists (select from audit_line where subject_id = $1) as audit,
         exists (select from graphile_worker._private_jobs where payload->>'mark' = $1) as job,
         exists (select from idempotency where key = $2) as reply`,
      [mark, key],
    );
    return row!;
  }
  const all = (is: boolean) => ({ change: is, event: is, audit: is, job: is, reply: is });

  it('commits change, event, trail, job and reply together', async () => {
    const key = randomUUID();
    const result = await command(key, {}, (tx) => doEverything(tx, 'bersama'));
    assert.equal(result.kind, 'done');
    assert.deepEqual(await found('bersama', key), all(true));
  });

  it('rolls everything back on a refusal, and does not remember the refusal', async () => {
    const key = randomUUID();
    const refusing = command(key, {}, async (tx) => {
      await doEverything(tx, 'ditolak');
      refused(refuse('QUOTA_FULL'));
    });
    await assert.rejects(refusing, { message: 'QUOTA_FULL' });
    assert.deepEqual(await found('ditolak', key), all(false));
    // What was refused may be allowed a minute later: the same key is then carried out.
    assert.equal((await command(key, {}, (tx) => doEverything(tx, 'boleh'))).kind, 'done');
    assert.deepEqual(await found('boleh', key), all(true));
  });

  it('leaves nothing when the connection dies between the work and the commit', async () => {
    const key = randomUUID();
    const dying = command(key, {}, async (tx) => {
      await doEverything(tx, 'putus');
      const [backend] = await tx.query<{ pid: number }>(
        { name: 'pid', text: 'select pg_backend_pid() as pid' },
        [],
      );
      await killBackend(backend!.pid);
    });
    await assert.rejects(dying);
    assert.deepEqual(await found('putus', key), all(false));
    assert.equal(
      (await command(key, {}, (tx) => doEverything(tx, 'lagi'))).kind,
      'done',
      'the pool lives on',
    );
  });

  async function killBackend(pid: number): Promise<void> {
    const client = new pg.Client({ connectionString: mall.urlFor('superuser') });
    await client.connect();
    await client.query('select pg_terminate_backend($1)', [pid]);
    await client.end();
  }

  it('answers the same key with the same reply and does nothing', async () => {
    const key = randomUUID();
    let runs = 0;
    const work = async () => ({ number: (runs += 1) });
    assert.deepEqual(await command(key, { a: 1, b: 2 }, work), {
      kind: 'done',
      value: { number: 1 },
      mallsTouched: [],
    });
    assert.deepEqual(await command(key, { b: 2, a: 1 }, work), { kind: 'repeated', value: { number: 1 } });
    assert.equal(runs, 1);
  });

  it('refuses the same key with another input, and leaves what was done', async () => {
    const key = randomUUID();
    await command(key, { service: 'ktp' }, async () => 'ktp');
    assert.deepEqual(await command(key, { service: 'kk' }, async () => 'kk'), { kind: 'key-reused' });
    assert.deepEqual(await command(key, { service: 'ktp' }, async () => 'x'), {
      kind: 'repeated',
      value: 'ktp',
    });
  });

  it('keeps keys of two people and of two operations apart', async () => {
    const key = randomUUID();
    const run = (id: string, operation: string) =>
      runTransaction(
        mall.pool,
        { actor: { ...system, id }, operation, mode: 'command', command: { key, input: {} } },
        async () => `${id} ${operation}`,
      );
    for (const [id, operation] of [
      ['a', 'x'],
      ['b', 'x'],
      ['a', 'y'],
    ] as const)
      assert.deepEqual(await run(id, operation), {
        kind: 'done',
        value: `${id} ${operation}`,
        mallsTouched: [],
      });
  });

  it('runs one of two copies that come at once, and gives both the same reply', async () => {
    const key = randomUUID();
    let runs = 0;
    const work = async () => {
      runs += 1;
      await sleep(150);
      return runs;
    };
    const results = await Promise.all(Array.from({ length: 5 }, () => command(key, {}, work)));
    assert.equal(runs, 1);
    assert.deepEqual(results.map(({ kind }) => kind).sort(), [
      'done',
      'repeated',
      'repeated',
      'repeated',
      'repeated',
    ]);
  });

  it('tries a deadlock again, so that both sides get through', async () => {
    const [a, b] = await mall.sql<{ id: string }>('select id from zone order by id limit 2');
    const touch = (first: string, second: string) =>
      command(randomUUID(), {}, async (tx) => {
        for (const id of [first, second]) {
          await tx.db
            .updateTable('zone')
            .set((row) => ({ floor: row.ref('floor') }))
            .where('id', '=', id)
            .execute();
          await sleep(100);
        }
        return 'moved';
      });
    const results = await Promise.all([touch(a!.id, b!.id), touch(b!.id, a!.id)]);
    assert.deepEqual(
      results.map(({ kind }) => kind),
      ['done', 'done'],
    );
  });

  it('lets a read change nothing', async () => {
    const reading = runTransaction(mall.pool, { actor: system, operation: 'uji', mode: 'read' }, (tx) =>
      doEverything(tx, 'baca'),
    );
    await assert.rejects(reading, { code: '25006' });
  });

  it('shows all reads of one page the same moment', async () => {
    const shared = shareRead(mall.pool, system);
    const regency = () =>
      shared.use(
        async (tx) => (await tx.db.selectFrom('mall').select('regency').executeTakeFirstOrThrow()).regency,
      );
    const first = await regency();
    await mall.sql(`update mall set regency = 'berubah'`);
    assert.equal(await regency(), first);
    await shared.close();
    assert.equal(await regency(), 'berubah');
    await shared.close();
  });

  it('takes its time from the database and its clock offset', async () => {
    await mall.setClock('2027-01-02T03:04:05Z');
    const now = await mall.within(async (tx) => tx.now.getTime());
    assert.ok(Math.abs(now - Date.parse('2027-01-02T03:04:05Z')) < 5000);
    await mall.sql(`update clock_offset set offset_by = '0'`);
  });
});
