import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import type { Agreement } from '../contract.ts';
import { agreementsProcedures } from '../procedures.ts';

describe('clauses', () => {
  let mall: TestMall;
  let manager: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: '2025-11-27T10:00:00+08:00' });
    manager = await mall.staff('manager');
  });
  after(() => mall.stop());

  const as = () => mall.as(agreementsProcedures, manager);
  const get = (agreementId: string) => as().getAgreement({ agreementId });

  async function draft(slug: string): Promise<Agreement> {
    const [agency] = await mall.sql<{ id: string }>('select id from agency where slug = $1', [slug]);
    const wish = { kind: 'pks', agencyId: agency!.id, title: `PKS ${slug}` } as const;
    return get((await as().draftAgreement(wish)).agreementId);
  }
  async function saveTerms(agreementId: string, change: Partial<Agreement['terms']>) {
    const { version, title, beginsOn, endsOn, extensionNoticeDays, terms } = await get(agreementId);
    const head = { title, beginsOn, endsOn, extensionNoticeDays, terms: { ...terms, ...change } };
    await as().saveHead({ agreementId, version, ...head });
  }

  it('word a new agreement of their kind, filled from what is agreed, and what differs is told', async () => {
    const pks = await draft('dinsos');
    const facilities = async () =>
      (await get(pks.id)).wordings.find(({ subject }) => subject === 'facilities')!;
    assert.match((await facilities()).text, /^Pemerintah Kabupaten Balangan menyediakan gerai/);
    assert.equal((await facilities()).text, (await facilities()).usual);
    await assert.rejects(saveTerms(pks.id, { costs: 'Biaya {anggaran}' }), {
      code: 'CLAUSE_VARIABLE',
      data: { name: 'anggaran' },
    });
    await saveTerms(pks.id, { facilities: '{instansi} membawa mejanya sendiri.' });
    assert.notEqual((await facilities()).text, (await facilities()).usual);
  });

  it('are worded by the mall for agreements to come, and go back to how they came', async () => {
    const clause = { kind: 'pks', subject: 'costs', version: 0 } as const;
    await as().saveClause({ ...clause, wording: 'Ditanggung {daerah}.' });
    await assert.rejects(as().saveClause({ ...clause, wording: 'Lain.' }), { code: 'CHANGED_MEANWHILE' });
    assert.equal((await draft('dpmptsp')).terms.costs, 'Ditanggung {daerah}.');
    await as().saveClause({ ...clause, version: 1, wording: null });
    assert.ok((await as().listClauses()).every(({ own }) => !own));
  });
});
