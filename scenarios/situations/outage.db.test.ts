import assert from 'node:assert/strict';
import { createRouterClient } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { paperProcedures } from '#areas/paper/procedures.ts';
import { reportsProcedures } from '#areas/reports/procedures.ts';
import type { CallContext } from '#platform/contract/procedure.ts';
import { openPool } from '#platform/database/pool.ts';
import { withTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts';
import { createAccountSecrets } from '#platform/random/account-secrets.ts';
import { createSignedTokens } from '#platform/random/signed-tokens.ts';
import { loadScenario } from '../load.ts';
import { findScenario } from '../scenarios.ts';
import { moveClock, readClock } from './move-clock.ts';
import { OUTAGE, paperSlips } from './paper-slips.ts';

for (const name of ['outage', 'buleleng+outage']) {
  describe(`the scenario ${name}`, () => {
    const { facts, situation } = findScenario(name)!;
    const { past, moment } = situation;
    const tokens = createSignedTokens('a secret of this test');
    const accountSecrets = createAccountSecrets('a secret of this test');
    let database: TestDatabase;
    let pool: ReturnType<typeof openPool>;
    let owner: ReturnType<typeof openPool>;
    let mallId: string;

    const open = async () => {
      const ownerUrl = database.urlFor('migrator');
      ({ mallId } = await loadScenario({ pool, facts, ...situation }));
      await past!.live({ pool, tokens, accountSecrets, ownerUrl, mallId, facts, moment: moment! });
      await moveClock({ ownerUrl, zone: facts.mall.zone, moment: moment! });
    };
    before(async () => {
      database = await withTestDatabase();
      pool = openPool(database.urlFor('app'), { connectionsMax: 2 });
      owner = openPool(database.urlFor('migrator'), { connectionsMax: 1 });
      await open();
    });
    after(async () => {
      await Promise.all([pool.end(), owner.end()]);
      await database.stop();
    });

    const router = { paper: paperProcedures, reports: reportsProcedures };
    const manager = createRouterClient(router, {
      context: (): CallContext => ({
        pool,
        tokens,
        accountSecrets,
        actor: {
          kind: 'staff',
          id: randomUUID(),
          mallId,
          timeZone: facts.mall.zone,
          role: 'manager',
          agencyId: null,
          name: 'Uji',
          simulated: false,
        },
        language: 'id',
        commandKey: randomUUID(),
        onCommitted: () => {},
        setDeviceCookie: () => {},
        publicUrl: null,
      }),
    });
    const count = async (where: string) =>
      Number((await owner.query<{ n: string }>(`select count(*) as n from stop ${where}`)).rows[0]!.n);

    it('stands after an hour in which the machine did nothing, with people served, called and waiting', async () => {
      const zone = facts.mall.zone;
      const { rows } = await owner.query<{ last: string }>(
        `select to_char(max(at) at time zone $1, 'HH24:MI') as last from event where kind <> 'paper'`,
        [zone],
      );
      assert.ok(rows[0]!.last < OUTAGE.from, rows[0]!.last);
      const { now } = await readClock(owner);
      const wall = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(now);
      assert.equal(wall, '10:35');
      assert.ok((await count(`where outcome = 'finished'`)) >= 9);
      for (const state of ['called', 'serving']) assert.equal(await count(`where state = '${state}'`), 1);
      assert.ok((await count(`where state = 'waiting'`)) >= 3);
    });

    it('does not live its morning twice when it is started again', async () => {
      const stops = await count('');
      await open();
      assert.equal(await count(''), stops);
    });

    it('has slips that can all be entered with their times, and the report tells them apart', async () => {
      const { day } = await manager.paper.listNumberBlocks({});
      const slips = paperSlips(facts);
      assert.ok(slips.length >= 8);
      for (const slip of slips) {
        const { agencyShortName: _agency, serviceName: _name, ...entry } = slip;
        assert.ok(slip.takenAt > OUTAGE.from && slip.endedAt <= OUTAGE.until, slip.code);
        assert.equal((await manager.paper.enterPaperStop({ day, ...entry })).code, slip.code);
      }
      const report = await manager.reports.getDayReport({ day });
      assert.equal(report.paperCount, slips.length);
    });
  });
}
