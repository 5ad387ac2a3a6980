import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type pg from 'pg';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { PUBLIC_ACTOR, type Actor, type Role } from '#platform/contract/access.ts';
import { newId } from '#platform/random/ids.ts';
import { openPool } from './pool.ts';
import { runTransaction, type Tx } from './transaction.ts';

/*
 * Row-level security as the app's role meets it: two malls, in the first two agencies. Each row of staff, their links and
 * the trail is named by where it belongs: mall/agency.
 */
const SEEN: Readonly<
  Record<'staff' | 'link' | 'trail', Readonly<Record<Role | 'public' | 'kiosk' | 'system', string[]>>>
> = {
  staff: {
    public: [],
    kiosk: [],
    officer: ['1/disdukcapil'],
    'agency-head': ['1/disdukcapil'],
    manager: ['1/-', '1/disdukcapil', '1/samsat'],
    administrator: ['1/-', '1/disdukcapil', '1/samsat'],
    'region-head': ['1/-', '1/disdukcapil', '1/samsat'],
    system: ['1/-', '1/disdukcapil', '1/samsat', '2/-'],
  },
  link: {
    public: [],
    kiosk: [],
    officer: ['1/disdukcapil'],
    'agency-head': ['1/disdukcapil'],
    manager: ['1/-', '1/disdukcapil', '1/samsat'],
    administrator: ['1/-', '1/disdukcapil', '1/samsat'],
    'region-head': [],
    system: ['1/-', '1/disdukcapil', '1/samsat', '2/-'],
  },
  trail: {
    public: [],
    kiosk: [],
    officer: [],
    'agency-head': ['1/disdukcapil'],
    manager: ['1/-', '1/disdukcapil', '1/samsat'],
    administrator: ['1/-', '1/disdukcapil', '1/samsat'],
    'region-head': [],
    system: ['1/-', '1/disdukcapil', '1/samsat', '2/-'],
  },
};

describe('row-level security', () => {
  let mall: TestMall;
  let single: pg.Pool;
  const actors = new Map<string, Actor>([['public', PUBLIC_ACTOR]]);
  const secondMall = newId();

  before(async () => {
    mall = await withTestMall();
    // One connection for everybody, as in a busy pool: whatever one leaves behind the next would find.
    single = openPool(mall.urlFor('app'), { connectionsMax: 1 });
    await mall.sql(
      `insert into mall (id, slug, name, short_name, regency, time_zone)
       values ($1, 'mpp-dua', 'MPP Dua', 'Dua', 'Dua', 'Asia/Jakarta')`,
      [secondMall],
    );
    await mall.sql(
      `insert into staff_member (mall_id, id, account_id, name, role) values ($1, $2, 'dua', 'Dua', 'manager')`,
      [secondMall, newId()],
    );
    actors.set('officer', await mall.staff('officer', 'disdukcapil'));
    actors.set('agency-head', await mall.staff('agency-head', 'disdukcapil'));
    actors.set('manager', await mall.staff('manager'));
    actors.set('administrator', await mall.staff('administrator'));
    actors.set('region-head', await mall.staff('region-head'));
    await mall.staff('officer', 'samsat');
    actors.set('kiosk', mall.kiosk());
    actors.set('system', { kind: 'system', id: 'uji', mallId: null });
    await mall.sql(
      `insert into staff_link (mall_id, staff_id, id, purpose, expires_at)
       select mall_id, id, gen_random_uuid(), 'invitation', now() from staff_member`,
    );
    await mall.sql('delete from audit_line');
    await mall.sql(
      `insert into audit_line (id, mall_id, agency_id, at, actor_kind, actor_id, operation, subject_kind, subject_id)
       select gen_random_uuid(), p.mall_id, p.agency_id, now(), 'system', 'uji', 'uji', 'uji', 'uji'
       from (select distinct mall_id, agency_id from staff_member) p`,
    );
  });
  after(async () => {
    await single.end();
    await mall.stop();
  });

  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>, pool = single) =>
    runTransaction(pool, { actor, operation: 'uji', mode: 'command' }, work).then((result) => {
      if (result.kind !== 'done') throw new Error('no key was given');
      return result.value;
    });

  const SOURCES = {
    staff: 'staff_member r',
    // Through the person, as every list of links goes.
    link: '(select l.mall_id, m.agency_id from staff_link l left join staff_member m on m.id = l.staff_id) r',
    trail: 'audit_line r',
  };

  async function places(tx: Tx, table: keyof typeof SOURCES): Promise<string[]> {
    const rows = await tx.query<{ mall_id: string; slug: string | null }>(
      {
        name: `places-${table}`,
        text: `select r.mall_id, a.slug from ${SOURCES[table]} left join agency a on a.id = r.agency_id`,
      },
      [],
    );
    const named = rows.map((row) => `${row.mall_id === mall.mallId ? 1 : 2}/${row.slug ?? '-'}`);
    return [...new Set(named)].sort();
  }

  for (const table of ['staff', 'link', 'trail'] as const) {
    for (const [who, seen] of Object.entries(SEEN[table])) {
      it(`shows ${who} ${seen.length === 0 ? 'nothing' : seen.join(', ')} of the ${table}`, async () => {
        assert.deepEqual(await as(actors.get(who)!, (tx) => places(tx, table)), seen);
      });
    }
  }

  it('shows nothing to a connection on which nobody said who asks, also after an administrator used it', async () => {
    for (const table of ['staff_member', 'staff_link', 'audit_line']) {
      await as(actors.get('administrator')!, (tx) => places(tx, 'staff'));
      const { rows } = await single.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      assert.equal(rows[0]!.count, 0, table);
      const settings = await single.query<{ left: string }>(
        `select concat(current_setting('balairung.role', true), current_setting('balairung.mall', true),
           current_setting('balairung.agency', true), current_setting('balairung.actor', true)) as left`,
      );
      assert.equal(settings.rows[0]!.left, '');
    }
  });

  it('shows the next user of a connection only what is theirs, also after a refused command', async () => {
    await assert.rejects(
      as(actors.get('administrator')!, async () => {
        throw new Error('refused');
      }),
    );
    assert.deepEqual(await as(actors.get('officer')!, (tx) => places(tx, 'trail')), []);
    assert.deepEqual(await as(PUBLIC_ACTOR, (tx) => places(tx, 'staff')), []);
  });

  it('lets nobody but an administrator of the mall write staff', async () => {
    const rename = (tx: Tx) =>
      tx.db
        .updateTable('staff_member')
        .set({ name: 'Diubah' })
        .executeTakeFirst()
        .then((done) => Number(done.numUpdatedRows));
    for (const who of ['public', 'kiosk', 'officer', 'agency-head', 'manager'])
      assert.equal(await as(actors.get(who)!, rename), 0, who);
    assert.ok((await as(actors.get('administrator')!, rename)) > 0);
    const [other] = await mall.sql<{ name: string }>('select name from staff_member where mall_id = $1', [
      secondMall,
    ]);
    assert.equal(other!.name, 'Dua');
  });

  it('lets nobody but an administrator of the mall give links', async () => {
    const spoil = (tx: Tx) =>
      tx.db
        .deleteFrom('staff_link')
        .executeTakeFirst()
        .then((done) => Number(done.numDeletedRows));
    for (const who of ['public', 'kiosk', 'officer', 'agency-head', 'manager'])
      assert.equal(await as(actors.get(who)!, spoil), 0, who);
    assert.ok((await as(actors.get('administrator')!, spoil)) > 0);
    const left = await mall.sql('select from staff_link where mall_id = $1', [secondMall]);
    assert.equal(left.length, 1);
  });

  it('lets nobody hire into another mall, nor an officer hire at all', async () => {
    const hire = (mallId: string) => (tx: Tx) =>
      tx.db
        .insertInto('staff_member')
        .values({ mall_id: mallId, id: newId(), account_id: newId(), name: 'Baru', role: 'manager' })
        .execute();
    await assert.rejects(as(actors.get('officer')!, hire(mall.mallId)), { code: '42501' });
    await assert.rejects(as(actors.get('administrator')!, hire(secondMall)), { code: '42501' });
  });

  it('lets the app add to the trail, and neither rewrite it nor move the clock', async () => {
    const system = actors.get('system')!;
    await as(system, async (tx) => tx.record({ subjectKind: 'uji', subjectId: 'baru' }));
    await assert.rejects(
      as(system, (tx) => tx.db.deleteFrom('audit_line').execute()),
      { code: '42501' },
    );
    await assert.rejects(
      as(system, (tx) => tx.db.updateTable('audit_line').set({ operation: 'x' }).execute()),
      {
        code: '42501',
      },
    );
    await assert.rejects(
      as(system, (tx) => tx.db.updateTable('clock_offset').set({ offset_by: '1 day' }).execute()),
      {
        code: '42501',
      },
    );
  });

  it('binds the app’s role: it is no superuser, owns nothing and cannot step around', async () => {
    const { rows } = await single.query<{ rolsuper: boolean; rolbypassrls: boolean; owned: number }>(
      `select rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
    );
    assert.deepEqual(rows[0], { rolsuper: false, rolbypassrls: false, owned: 0 });
    await assert.rejects(single.query('alter table staff_member disable row level security'), {
      code: '42501',
    });
    await assert.rejects(single.query('set role balairung_migrator'), { code: '42501' });
  });
});
