import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import type { Agreement } from '../contract.ts';
import { agreementsProcedures } from '../procedures.ts';

describe('the numbers of agreements', () => {
  let mall: TestMall;
  let manager: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: '2025-11-27T10:00:00+08:00' });
    manager = await mall.staff('manager');
  });
  after(() => mall.stop());

  const as = () => mall.as(agreementsProcedures, manager);
  const get = (agreementId: string) => as().getAgreement({ agreementId });
  async function draft(slug: string, title = `PKS ${slug}`): Promise<Agreement> {
    const [agency] = await mall.sql<{ id: string }>('select id from agency where slug = $1', [slug]);
    const wish = { kind: 'pks', agencyId: agency!.id, title } as const;
    return get((await as().draftAgreement(wish)).agreementId);
  }

  it('have a number from each party, which that party uses once', async () => {
    const one = await draft('dinsos');
    const other = await draft('pertanahan');
    const number = '100.3.7/021/KUM/2025';
    await as().numberParty({ agreementId: one.id, version: one.version, place: 1, number });
    const numbered = { agreementId: other.id, version: other.version };
    await assert.rejects(as().numberParty({ ...numbered, place: 1, number: number.toLowerCase() }), {
      code: 'NUMBER_USED',
    });
    await as().numberParty({ ...numbered, place: 2, number });
    await assert.rejects(as().numberParty({ ...numbered, place: 7, number: 'B-1/2025' }), {
      code: 'CHANGED_MEANWHILE',
    });
  });

  it('take their next number by the pattern of the party, and two at once get two', async () => {
    const [one, other] = [await draft('bpjs-ketenagakerjaan', 'Satu'), await draft('dpmptsp', 'Dua')];
    const at = { agreementId: one.id, place: 1 };
    const take = (agreement: Agreement) =>
      as().takeNumber({ agreementId: agreement.id, version: agreement.version, place: 1 });
    await assert.rejects(take(one), { code: 'NO_PATTERN' });
    await assert.rejects(as().setNumberPattern({ ...at, pattern: '500/{nomor}/{tahun}', next: 1 }), {
      code: 'NUMBER_PATTERN',
      data: { name: '{nomor}' },
    });
    const pattern = '500.16/{urut:3}/KUM/{tahun}';
    const set = await as().setNumberPattern({ ...at, pattern, next: 290 });
    assert.equal(set.example, '500.16/290/KUM/2025');
    const third = await draft('disnaker', 'Tiga');
    const byHand = { agreementId: third.id, version: third.version, place: 1, number: '500.16/291/kum/2025' };
    await as().numberParty(byHand);
    await Promise.all([take(one), take(other)]);
    const numbers = [(await get(one.id)).parties[0]!, (await get(other.id)).parties[0]!];
    assert.deepEqual(
      numbers.map(({ number }) => number ?? '').toSorted((a, b) => (a < b ? -1 : 1)),
      ['500.16/290/KUM/2025', '500.16/292/KUM/2025'],
    );
    assert.deepEqual(new Set(numbers.map((party) => party.pattern)), new Set([pattern]));
    await assert.rejects(take(await get(one.id)), { code: 'NUMBER_THERE' });
  });
});
