import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { newId } from '#platform/random/ids.ts';
import { listEventsSince, readLastNumber, type StoredEvent } from './event-log.ts';

const WRITERS = 8;
const EACH = 25;

/*
 * The numbers that streams resume by. A plain serial would give its number at the insert: writer A takes 1, writer B
 * takes 2 and commits first, a reader sees 2 and asks from then on for what comes after 2, A commits 1, and nobody
 * ever sees it. Here the number is given at COMMIT, under a lock that is held until the commit can be seen.
 */
describe('the numbers of events', () => {
  let mall: TestMall;
  before(async () => {
    mall = await withTestMall();
  });
  after(() => mall.stop());

  /** Inserts and commits with pauses in between, so that commits come in another order than inserts. */
  async function write(mallId: string, writer: number): Promise<void> {
    const client = new pg.Client({ connectionString: mall.urlFor('app') });
    await client.connect();
    try {
      for (let count = 0; count < EACH; count += 1) {
        await client.query('begin');
        await client.query(
          `insert into event (mall_id, id, kind, topics, payload, at)
           values ($1, $2, 'uji', array['mall:x'], $3, now())`,
          [mallId, newId(), { writer, count }],
        );
        await sleep(Math.random() * 12);
        // Every fifth thinks better of it: no number may be lost to it.
        await client.query(count % 5 === 4 ? 'rollback' : 'commit');
      }
    } finally {
      await client.end();
    }
  }

  /** Polls as the hub does, from the last number that it saw. */
  async function follow(mallId: string, from: number, count: number): Promise<StoredEvent[]> {
    const seen: StoredEvent[] = [];
    const until = Date.now() + 30_000;
    let last = from;
    while (seen.length < count && Date.now() < until) {
      const news = await mall.within((tx) => listEventsSince(tx, mallId, last, 7));
      seen.push(...news);
      last = news.at(-1)?.number ?? last;
      await sleep(2);
    }
    return seen;
  }

  it('have no gap and are seen in order by a reader who asks for what comes after the last', async () => {
    const first = await mall.within((tx) => readLastNumber(tx, mall.mallId));
    const committed = WRITERS * EACH * 0.8;
    const [seen] = await Promise.all([
      follow(mall.mallId, first, committed),
      ...Array.from({ length: WRITERS }, (_, writer) => write(mall.mallId, writer)),
    ]);
    assert.deepEqual(
      seen.map(({ number }) => number),
      Array.from({ length: committed }, (_, place) => first + 1 + place),
    );
    const told = new Set(
      seen.map(({ payload }) => `${String(payload['writer'])}-${String(payload['count'])}`),
    );
    assert.equal(told.size, committed, 'each committed event is seen once');
    assert.equal(await mall.within((tx) => readLastNumber(tx, mall.mallId)), first + committed);
  });

  it('are counted for each mall by itself', async () => {
    const other = newId();
    await Promise.all([write(other, 0), write(other, 1)]);
    const seen = await follow(other, 0, EACH * 2 * 0.8);
    assert.deepEqual(
      seen.map(({ number }) => number),
      Array.from({ length: EACH * 2 * 0.8 }, (_, place) => place + 1),
    );
  });
});
