import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { listAgencies } from '#areas/agencies/public.ts';
import { listBoothStates } from '#areas/capacity/public.ts';
import { getMall } from '#areas/malls/public.ts';
import { getCrowd } from '#areas/rehearsal/public.ts';
import { openPool } from '#platform/database/pool.ts';
import { withTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts';
import { runTransaction, type Tx } from '#platform/database/transaction.ts';
import { loadScenario } from '../load.ts';
import { moveClock } from './move-clock.ts';
import { openPopUps } from './pop-ups.ts';
import { findScenario, mallNames } from '../scenarios.ts';

/** A scenario in a database of its own, its clock at the moment of its situation. */
async function openIn(database: TestDatabase, name: string) {
  const { facts, situation } = findScenario(name)!;
  const pool = openPool(database.urlFor('app'), { connectionsMax: 2 });
  const { mallId } = await loadScenario({ pool, facts, ...situation });
  const zone = facts.mall.zone;
  const toMoment = async () => {
    if (situation.moment === undefined) return;
    await moveClock({ ownerUrl: database.urlFor('migrator'), zone, moment: situation.moment });
  };
  const within = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const actor = { kind: 'system', id: 'test', mallId } as const;
    const result = await runTransaction(pool, { actor, operation: 'test', mode: 'command' }, work);
    if (result.kind === 'key-reused') throw new Error('no key was given');
    return result.value;
  };
  const onTheWall = () =>
    within(async (tx) => Temporal.Instant.fromEpochMilliseconds(tx.now.getTime()).toZonedDateTimeISO(zone));
  const booths = () => within((tx) => listBoothStates(tx, { id: mallId, timeZone: zone }));
  return { facts, mallId, pool, toMoment, within, onTheWall, booths };
}

async function withScenario(
  name: string,
  work: (scene: Awaited<ReturnType<typeof openIn>>) => Promise<void>,
): Promise<void> {
  const database = await withTestDatabase();
  const scene = await openIn(database, name);
  try {
    await work(scene);
  } finally {
    await scene.pool.end();
    await database.stop();
  }
}

describe('every mall of the scenarios', () => {
  for (const name of mallNames) {
    it(`${name} is set up with all its agencies, and each gives numbers around the clock`, () =>
      withScenario(name, async ({ facts, mallId, within, booths }) => {
        const mall = await within((tx) => getMall(tx));
        assert.deepEqual([mall.slug, mall.launchedOn], [facts.mall.slug, facts.mall.launchedOn]);
        assert.equal((await within((tx) => listAgencies(tx, mallId))).length, facts.agencies.length);
        const states = await booths();
        assert.equal(states.length, facts.agencies.length);
        // Of agencies at one place one is there today.
        const taken = facts.agencies.flatMap(({ slug, comesTo }) => (comesTo ? [slug, comesTo.agency] : []));
        const alone = states.filter(({ agencySlug }) => !taken.includes(agencySlug));
        assert.ok(alone.every(({ givesNumbers }) => givesNumbers));
        const there = states.filter((state) => !alone.includes(state) && state.givesNumbers);
        assert.equal(there.length, facts.agencies.filter(({ comesTo }) => comesTo).length);
      }));
  }

  it('limits a counter to the services that it names', () =>
    withScenario('banjarbaru', async ({ within }) => {
      const limited = await within((tx) =>
        tx.query<{ number: number; services: number }>(
          {
            name: 'test.limits',
            text: `select c.number, count(*)::int as services from counter_service l
            join counter c on c.mall_id = l.mall_id and c.id = l.counter_id group by c.number`,
          },
          [],
        ),
      );
      assert.deepEqual(limited, [{ number: 4, services: 3 }]);
    }));

  it('puts a zone into the site that it names', () =>
    withScenario('buleleng', async ({ within }) => {
      const sites = await within((tx) =>
        tx.query<{ zone: string; site: string }>(
          {
            name: 'test.zones',
            text: `select z.slug as zone, s.slug as site from zone z
            join site s on s.mall_id = z.mall_id and s.id = z.site_id order by z.slug`,
          },
          [],
        ),
      );
      assert.deepEqual(
        sites.map(({ zone, site }) => `${zone} ${site}`),
        ['a banyuasri', 'b banyuasri', 'c banyuasri', 'festival festival'],
      );
    }));

  it('finds a festival going on whatever day its clock shows, unless somebody has set other days', () =>
    withScenario('buleleng+ramadan', async ({ facts, mallId, toMoment, within, booths, onTheWall }) => {
      const stand = async () =>
        (await booths()).find(({ agencySlug }) => agencySlug === 'gerai-festival')!.siteDays;
      const isThere = async ({ from, until }: { from: string | null; until: string | null }) => {
        const today = (await onTheWall()).toPlainDate().toString();
        return from !== null && from < today && until !== null && today < until;
      };
      assert.ok(await isThere(await stand()));
      await toMoment();
      await within((tx) => openPopUps(tx, mallId, facts));
      const days = await stand();
      assert.ok(await isThere(days));
      await within((tx) => tx.db.updateTable('site').set({ open_until: days.from, version: 2 }).execute());
      await within((tx) => openPopUps(tx, mallId, facts));
      assert.equal((await stand()).until, days.from);
    }));
});

describe('the clock of a situation', () => {
  let database: TestDatabase;
  before(async () => (database = await withTestDatabase()));
  after(() => database.stop());

  it('goes forward to a Friday before the prayer, and stays there when the program starts again', async () => {
    const scene = await openIn(database, 'friday');
    await scene.toMoment();
    const at = await scene.onTheWall();
    assert.deepEqual([at.dayOfWeek, at.hour, at.minute], [5, 10, 15]);
    assert.ok((await scene.booths()).some(({ givesNumbers }) => givesNumbers));
    assert.equal((await scene.within((tx) => getCrowd(tx, scene.mallId))).mode, 'running');
    await scene.toMoment();
    const again = await scene.onTheWall();
    assert.equal(again.toPlainDate().toString(), at.toPlainDate().toString());
    await scene.pool.end();
  });

  it('stands on a working day for a busy morning and for Ramadan, when booths close at two', async () => {
    await withScenario('busy-morning', async ({ toMoment, onTheWall, booths }) => {
      await toMoment();
      const at = await onTheWall();
      assert.ok([2, 3, 4].includes(at.dayOfWeek));
      assert.ok((await booths()).filter(({ givesNumbers }) => givesNumbers).length > 10);
    });
    await withScenario('banjarbaru+ramadan', async ({ toMoment, onTheWall, booths }) => {
      await toMoment();
      const at = await onTheWall();
      assert.ok([2, 3].includes(at.month), at.toString());
      const closing = (await booths()).flatMap(({ until }) => (until === null ? [] : [until]));
      assert.ok(closing.length > 5);
      for (const until of closing) {
        // The last number is given a while before a booth closes.
        const { hour } = Temporal.Instant.from(until).toZonedDateTimeISO('Asia/Makassar');
        assert.ok(hour === 13, until);
      }
    });
  });
});
