import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { agreementsProcedures } from '../procedures.ts';

describe('what parties say of a draft', () => {
  let mall: TestMall;
  let manager: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: '2025-11-27T10:00:00+08:00' });
    manager = await mall.staff('manager');
  });
  after(() => mall.stop());

  const as = (who = manager) => mall.as(agreementsProcedures, who);

  it('counts in its round: all have to agree, and who wants changes says which', async () => {
    const [agency] = await mall.sql<{ id: string }>(`select id from agency where slug = 'kejaksaan'`);
    const wish = { kind: 'pks', agencyId: agency!.id, title: 'PKS Kejaksaan' } as const;
    const { agreementId } = await as().draftAgreement(wish);
    const get = () => as().getAgreement({ agreementId });
    const move = async (act: 'send' | 'agree' | 'reopen') =>
      as().moveAgreement({ agreementId, version: (await get()).version, act });
    const tell = async (place: number, verdict: 'agrees' | 'wants-changes', note = '', who = manager) =>
      as(who).tellVerdict({ agreementId, version: (await get()).version, place, verdict, note });
    await assert.rejects(tell(1, 'agrees'), { code: 'AGREEMENT_STATE' }, 'before it goes around');
    await move('send');
    await assert.rejects(move('agree'), { code: 'PARTIES_OPEN', data: { parties: 2 } });
    const head = await mall.staff('agency-head', 'kejaksaan');
    const other = await mall.staff('agency-head', 'samsat');
    await assert.rejects(tell(1, 'agrees', '', head), { code: 'PARTY_UNKNOWN' }, 'another party');
    await assert.rejects(tell(2, 'agrees', '', other), { code: 'PARTY_UNKNOWN' }, 'another agency');
    await assert.rejects(tell(2, 'wants-changes', '', head), { code: 'CHANGES_UNNAMED' });
    await tell(2, 'wants-changes', 'Hari Jumat sampai pukul 11.', head);
    await tell(1, 'agrees');
    await assert.rejects(move('agree'), { code: 'PARTIES_OPEN', data: { parties: 1 } });
    await move('reopen');
    await move('send');
    const again = await get();
    assert.equal(again.round, 2);
    assert.deepEqual(
      again.verdicts.map(({ round, place, verdict }) => [round, place, verdict]),
      [
        [1, 1, 'agrees'],
        [1, 2, 'wants-changes'],
      ],
      'what was said in an earlier round stays, and counts no more',
    );
    await tell(1, 'agrees');
    await tell(2, 'agrees', '', head);
    await move('agree');
    assert.equal((await get()).state, 'agreed');
  });
});
