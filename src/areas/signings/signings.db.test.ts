import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { agreementsProcedures } from '#areas/agreements/procedures.ts';
import { listAgencies } from '#areas/agencies/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { signingsProcedures } from './procedures.ts';

const SIGNATORY = { signatory: 'Ahmad', position: 'Kepala', authority: 'SK 1/2025' };

describe('a signing day', () => {
  let mall: TestMall;
  let manager: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: '2025-11-26T10:00:00+08:00' });
    manager = await mall.staff('manager');
  });
  after(() => mall.stop());

  const as = () => mall.as(signingsProcedures, manager);
  const agreements = () => mall.as(agreementsProcedures, manager);

  /** An agreement with an agency that all parties have agreed to. */
  async function agreed(agencyId: string, title: string): Promise<string> {
    const { agreementId } = await agreements().draftAgreement({ kind: 'pks', agencyId, title });
    const get = () => agreements().getAgreement({ agreementId });
    for (const { number: _number, pattern: _pattern, ...party } of (await get()).parties) {
      const { version } = await get();
      await agreements().saveParty({ agreementId, version, ...party, ...SIGNATORY });
    }
    await agreements().moveAgreement({ agreementId, version: (await get()).version, act: 'send' });
    for (const { place } of (await get()).parties) {
      const { version } = await get();
      await agreements().tellVerdict({ agreementId, version, place, verdict: 'agrees', note: '' });
    }
    await agreements().moveAgreement({ agreementId, version: (await get()).version, act: 'agree' });
    return agreementId;
  }
  const one = async (signingId: string) => as().getSigning({ signingId });

  it('takes eighteen agreements in their order, and signs those that are ready together', async () => {
    const agencies = await mall.within((tx) => listAgencies(tx, mall.mallId));
    assert.equal(agencies.length, 18);
    const ids: string[] = [];
    for (const { id, shortName } of agencies) ids.push(await agreed(id, `PKS ${shortName}`));
    const { signingId } = await as().planSigning({
      ...{ title: 'Penandatanganan 18 instansi', day: '2025-11-27', place: 'Aula Benteng Tundakan' },
    });
    const { agreementId: unready } = await agreements().draftAgreement({
      ...{ kind: 'pks', agencyId: null, title: 'Belum siap' },
    });
    await as().addToSigning({ signingId, version: 1, agreementIds: [...ids, unready] });
    await as().moveInSigning({ signingId, version: 2, agreementId: ids[2]!, by: -1 });
    await assert.rejects(as().moveInSigning({ signingId, version: 2, agreementId: ids[2]!, by: -1 }), {
      code: 'CHANGED_MEANWHILE',
    });
    const planned = await one(signingId);
    assert.deepEqual(
      planned.entries.slice(0, 3).map(({ agreementId }) => agreementId),
      [ids[0], ids[2], ids[1]],
    );
    assert.deepEqual(planned.entries.at(-1)?.lacks, ['not-agreed', 'parties', 'number']);
    assert.equal(planned.entries.filter(({ ready }) => ready).length, 18);
    await assert.rejects(as().signAllReady({ signingId, version: 3 }), { code: 'SIGNED_AHEAD' });
    await mall.setClock('2025-11-27T10:00:00+08:00');
    assert.deepEqual(await as().signAllReady({ signingId, version: 3 }), { version: 4, signed: 18 });
    await assert.rejects(as().signAllReady({ signingId, version: 4 }), { code: 'NONE_READY' });
    const done = await one(signingId);
    assert.deepEqual(done.entries[0]?.lacks, ['number', 'scan'], 'numbers and scans may follow');
    const [line] = await as().listSignings();
    assert.deepEqual([line?.signed, line?.entries], [18, 19]);
    const { signedOn, signedAt } = await agreements().getAgreement({ agreementId: ids[0]! });
    assert.deepEqual([signedOn, signedAt], ['2025-11-27', 'Aula Benteng Tundakan']);
  });

  it('is printed as one set: the programme and every agreement', async () => {
    const [line] = await as().listSignings();
    const { fileName, base64 } = await as().getSigningSet({ signingId: line!.id });
    assert.equal(fileName, 'penandatanganan-2025-11-27.pdf');
    const pdf = Buffer.from(base64, 'base64');
    assert.ok(pdf.includes('/StructTreeRoot'));
    const pages = Math.max(
      ...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)),
    );
    assert.ok(pages >= 20, `${pages} pages`);
  });

  it('takes an agreement that stands in no other, and lets it go', async () => {
    const [first] = await as().listSignings();
    const held = (await one(first!.id)).entries.at(-1)!.agreementId;
    const { signingId } = await as().planSigning({ title: 'Susulan', day: '2025-12-01', place: 'Paringin' });
    await assert.rejects(as().addToSigning({ signingId, version: 1, agreementIds: [held] }), {
      code: 'IN_CEREMONY',
    });
    await assert.rejects(as().addToSigning({ signingId, version: 1, agreementIds: [manager.id] }), {
      code: 'AGREEMENT_UNKNOWN',
    });
    const { version } = await one(first!.id);
    await as().takeFromSigning({ signingId: first!.id, version, agreementId: held });
    await as().addToSigning({ signingId, version: 1, agreementIds: [held] });
    await as().removeSigning({ signingId, version: 2 });
    assert.ok(
      (await one(first!.id)).others.some(({ id }) => id === held),
      'it is free again',
    );
    await assert.rejects(one(signingId), { code: 'SIGNING_UNKNOWN' });
  });
});
