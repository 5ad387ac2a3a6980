import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withTestApp, type TestApp } from '#server/testing/test-app.ts';

describe('the front door behind a proxy', () => {
  const LIMIT = 5;
  /** Asks one time more than anybody may, each time under another forwarded address: the statuses that came. */
  async function askUnderNames(hall: TestApp, forwardedFor: (turn: number) => string): Promise<Set<number>> {
    const statuses = new Set<number>();
    for (let turn = 0; turn <= LIMIT; turn += 1) {
      const headers = { 'x-forwarded-for': forwardedFor(turn) };
      const response = await fetch(`${hall.url}/api/v1/malls/current`, { headers });
      statuses.add(response.status);
      await response.body?.cancel();
    }
    return statuses;
  }

  it('counts each visitor of a proxy that it trusts by the visitor’s own address', async () => {
    const hall = await withTestApp({ requestsPerMinuteMax: LIMIT, trustedProxies: ['loopback'] });
    try {
      assert.deepEqual([...(await askUnderNames(hall, (turn) => `10.1.1.${turn}`))], [200]);
      const forged = await askUnderNames(hall, (turn) => `192.0.2.${turn}, 10.1.1.99`);
      assert.ok(forged.has(429), 'what a visitor wrote before the proxy’s own word counts for nothing');
    } finally {
      await hall.stop();
    }
  });

  it('does not believe a word of who is no proxy of its own', async () => {
    for (const trustedProxies of [[], ['10.9.9.9']]) {
      const hall = await withTestApp({ requestsPerMinuteMax: LIMIT, trustedProxies });
      try {
        assert.ok((await askUnderNames(hall, (turn) => `10.1.1.${turn}`)).has(429));
      } finally {
        await hall.stop();
      }
    }
  });

  it('takes the name and the protocol by which people reach it from its proxy only', async () => {
    for (const [trustedProxies, status] of [
      [['loopback'], 401],
      [['10.9.9.9'], 403],
    ] as const) {
      const hall = await withTestApp({ trustedProxies });
      try {
        // An older browser says no more than its origin; the operation then refuses whoever is not signed in.
        const response = await fetch(`${hall.url}/rpc/queue/closeCounter`, {
          method: 'POST',
          headers: {
            cookie: 'bahasa=id',
            origin: 'https://mpp.contoh',
            'x-forwarded-host': 'mpp.contoh',
            'content-type': 'application/json',
            'idempotency-key': 'behind-a-proxy',
          },
          body: '{"json":{}}',
        });
        assert.equal(response.status, status, await response.text());
      } finally {
        await hall.stop();
      }
    }
  });
});
