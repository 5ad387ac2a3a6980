import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import type { Agreement, PartyValues } from './contract.ts';
import { agreementsProcedures } from './procedures.ts';
import { listDueAgreements } from './public.ts';

const SIGNATORY = {
  signatory: 'Rahmadi, S.H.',
  position: 'Kepala Kantor',
  authority: 'Keputusan Menteri Nomor 12 Tahun 2025',
};

describe('agreements', () => {
  let mall: TestMall;
  let manager: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: '2025-11-27T10:00:00+08:00' });
    manager = await mall.staff('manager');
  });
  after(() => mall.stop());

  const as = (who = manager) => mall.as(agreementsProcedures, who);
  const get = (agreementId: string, who = manager) => as(who).getAgreement({ agreementId });
  const agencyId = async (slug: string) =>
    (await mall.sql<{ id: string }>('select id from agency where slug = $1', [slug]))[0]!.id;

  async function draft(slug: string, title = `PKS ${slug}`): Promise<Agreement> {
    const { agreementId } = await as().draftAgreement({ kind: 'pks', agencyId: await agencyId(slug), title });
    return get(agreementId);
  }
  async function write(agreement: Agreement, head: object) {
    const { title, beginsOn, endsOn, extensionNoticeDays, terms } = agreement;
    await as().saveHead({
      ...{ agreementId: agreement.id, version: agreement.version },
      ...{ title, beginsOn, endsOn, extensionNoticeDays, terms, ...head },
    });
    return get(agreement.id);
  }
  async function setParty(agreement: Agreement, place: number, party: Partial<PartyValues>) {
    const { place: _, number: __, ...present } = agreement.parties.find((one) => one.place === place)!;
    await as().saveParty({
      ...{ agreementId: agreement.id, version: agreement.version, place },
      ...{ ...present, ...party },
    });
    return get(agreement.id);
  }
  async function authorise(agreement: Agreement) {
    let now = agreement;
    for (const { place } of agreement.parties) now = await setParty(now, place, SIGNATORY);
    return now;
  }
  const sign = ({ id, version }: Agreement, signedOn = '2025-11-27') =>
    as().signAgreement({ agreementId: id, version, signedOn, signedAt: 'Aula Benteng Tundakan' });
  async function signed(slug: string, head: object = { beginsOn: '2025-12-01', endsOn: '2028-11-30' }) {
    const ready = await authorise(await write(await draft(slug), head));
    await sign(ready);
    return get(ready.id);
  }

  it('begin with the region, the agency, and what it does at the mall now', async () => {
    const pks = await draft('pengadilan-agama');
    assert.deepEqual(
      pks.parties.map(({ name }) => name),
      ['Pemerintah Kabupaten Balangan', 'Pengadilan Agama Paringin'],
    );
    const [promise] = pks.promises;
    assert.deepEqual([...new Set(promise!.hours.map(({ weekday }) => weekday))], [3], 'on Wednesdays alone');
    assert.equal(promise!.services.length, 5);
    assert.equal(promise!.staff, 1);
    assert.deepEqual(pks.missingPapers, ['draft', 'authority', 'services', 'staff', 'signed']);
    await as().removeAgreement({ agreementId: pks.id, version: pks.version });
    await assert.rejects(get(pks.id), { code: 'AGREEMENT_UNKNOWN' });
  });

  it('are not signed without parties, authority and power of attorney, nor ahead of the day', async () => {
    let pks = await write(await draft('samsat'), { beginsOn: '2025-12-01', endsOn: '2028-11-30' });
    await assert.rejects(sign(pks), {
      code: 'AUTHORITY_MISSING',
      data: { name: 'Pemerintah Kabupaten Balangan' },
    });
    pks = await authorise(pks);
    pks = await setParty(pks, 2, { delegated: true });
    await assert.rejects(sign(pks), { code: 'POWER_MISSING' });
    assert.ok(pks.missingPapers.includes('power-of-attorney'));
    pks = await setParty(pks, 2, { powerOfAttorney: 'SKU-21/2025' });
    await assert.rejects(sign(pks, '2025-11-28'), { code: 'SIGNED_AHEAD' });
    await sign(pks);
    pks = await get(pks.id);
    assert.deepEqual([pks.state, pks.standing, pks.signedAt], ['signed', 'not-yet', 'Aula Benteng Tundakan']);
    await assert.rejects(sign(pks), { code: 'AGREEMENT_STATE' });
    await assert.rejects(write(pks, { title: 'Lain' }), { code: 'AGREEMENT_STATE' });
    await assert.rejects(mall.sql('delete from agreement_hours where agreement_id = $1', [pks.id]), {
      constraint: 'agreement_signed',
    });
  });

  it('refuse an end before the start', async () => {
    const pks = await draft('bri');
    await assert.rejects(write(pks, { beginsOn: '2026-02-01', endsOn: '2026-01-31' }), {
      code: 'TERM_ENDS_FIRST',
    });
    await write(pks, { beginsOn: '2026-02-01', endsOn: '2026-02-01' });
  });

  it('promise a booth once on a weekday, and say which other one does', async () => {
    const first = await signed('polres');
    const second = await draft('polres', 'PKS kedua');
    await assert.rejects(write(second, { beginsOn: '2026-01-01', endsOn: null }), {
      code: 'PROMISED_TWICE',
      data: { name: 'PKS polres', weekday: 1 },
    });
    const later = await write(second, { beginsOn: '2028-12-01', endsOn: null });
    assert.equal(later.beginsOn, '2028-12-01');
    const hours = [{ weekday: 6, opens: '08:00', closes: '12:00' }];
    const { id, version, promises } = later;
    const services = promises[0]!.services.map((service) => service.id);
    const wish = {
      agreementId: id,
      version,
      agencyId: await agencyId('polres'),
      services,
      staff: 1,
      backup: 0,
    };
    await as().savePromise({ ...wish, dailyQuota: 40, hours });
    const saturday = await write(await get(id), { beginsOn: '2026-01-01', endsOn: null });
    assert.equal(saturday.promises[0]?.hours.length, 1, 'the booth is free on Saturdays');
    assert.equal(first.standing, 'not-yet');
  });

  it('that two sign at the same moment do not both get the booth', async () => {
    const [one, other] = await Promise.all([draft('bank-kalsel', 'Satu'), draft('bank-kalsel', 'Dua')]);
    // Written past the rule, as two who look at the same moment would.
    for (const { id } of [one, other]) await authorise(await get(id));
    await mall.sql(`update agreement set begins_on = '2026-01-01' where id = any($1)`, [[one.id, other.id]]);
    const results = await Promise.allSettled(
      [one, other].map(async ({ id }) =>
        mall.sql(
          `update agreement set state = 'signed', signed_on = '2025-11-27', signed_at = 'Paringin' where id = $1`,
          [id],
        ),
      ),
    );
    const fulfilled = results.filter(({ status }) => status === 'fulfilled');
    assert.equal(fulfilled.length, 1);
  });

  it('take a party once, and only agencies of the mall', async () => {
    const pks = await draft('bpjs-kesehatan');
    const values: PartyValues = {
      ...{ agencyId: pks.parties[1]!.agencyId, name: 'Sekali lagi', ...SIGNATORY },
      ...{ delegated: false, powerOfAttorney: null, dataRole: 'none' },
      ...{ contactName: null, contactPhone: null, contactEmail: null },
    };
    const seen = { agreementId: pks.id, version: pks.version, place: null };
    await assert.rejects(as().saveParty({ ...seen, ...values }), { code: 'PARTY_TWICE' });
    await assert.rejects(as().saveParty({ ...seen, ...values, agencyId: crypto.randomUUID() }), {
      code: 'AGENCY_UNKNOWN',
    });
    await as().saveParty({ ...seen, ...values, agencyId: null, name: 'Universitas Lambung Mangkurat' });
    await assert.rejects(as().saveParty({ ...seen, ...values, agencyId: null }), {
      code: 'CHANGED_MEANWHILE',
    });
    const { parties, version } = await get(pks.id);
    assert.equal(parties.length, 3);
    await as().removeParty({ agreementId: pks.id, version, place: 3 });
    assert.equal((await get(pks.id)).parties.length, 2);
  });

  it('go to the parties, come back for writing, and hold from their signing where no first day is said', async () => {
    let pks = await authorise(await draft('kejaksaan'));
    const move = async (act: 'send' | 'reopen') => {
      await as().moveAgreement({ agreementId: pks.id, version: pks.version, act });
      pks = await get(pks.id);
      return pks.state;
    };
    assert.equal(await move('send'), 'review');
    await assert.rejects(write(pks, { title: 'Lain' }), { code: 'AGREEMENT_STATE' });
    assert.equal(await move('reopen'), 'draft');
    pks = await write(pks, { title: 'PKS Kejaksaan Negeri' });
    await sign(pks);
    pks = await get(pks.id);
    assert.deepEqual([pks.beginsOn, pks.standing], ['2025-11-27', 'in-force']);
  });

  it('go on in a renewal from the day after, and in an addendum that changes what they promise', async () => {
    const before = await signed('kemenag', { beginsOn: '2025-12-01', endsOn: '2026-11-30' });
    const renewal = await get((await as().goOnFrom({ agreementId: before.id, as: 'renew' })).agreementId);
    assert.deepEqual(
      [renewal.beginsOn, renewal.renews?.id, renewal.state],
      ['2026-12-01', before.id, 'draft'],
    );
    assert.deepEqual(renewal.promises, before.promises);
    assert.ok(renewal.parties.every(({ number }) => number === null));
    const addendum = await get((await as().goOnFrom({ agreementId: before.id, as: 'amend' })).agreementId);
    assert.deepEqual(
      [addendum.kind, addendum.amends?.id, addendum.endsOn],
      ['adendum', before.id, '2026-11-30'],
    );
    await sign(addendum);
    await assert.rejects(as().goOnFrom({ agreementId: renewal.id, as: 'renew' }), {
      code: 'AGREEMENT_STATE',
    });
  });

  it('are reminded of before they end and when they have lapsed, until a renewal is signed', async () => {
    const due = () =>
      mall.within(async (tx) => listDueAgreements(tx, { id: mall.mallId, timeZone: 'Asia/Makassar' }));
    const pks = await signed('pdam', { beginsOn: '2025-12-01', endsOn: '2025-12-31' });
    assert.deepEqual(
      (await due())
        .filter(({ id }) => id === pks.id)
        .map(({ reminderDays, daysLeft }) => [reminderDays, daysLeft]),
      [],
      'not before its first day',
    );
    await mall.setClock('2025-12-02T10:00:00+08:00');
    const [first] = (await due()).filter(({ id }) => id === pks.id);
    assert.deepEqual([first?.reminderDays, first?.daysLeft], [30, 29]);
    await mall.setClock('2026-01-02T10:00:00+08:00');
    assert.equal((await due()).find(({ id }) => id === pks.id)?.standing, 'lapsed');
    const { agreementId } = await as().goOnFrom({ agreementId: pks.id, as: 'renew' });
    assert.ok(
      (await due()).some(({ id }) => id === pks.id),
      'a draft renews nothing',
    );
    await sign(await get(agreementId), '2026-01-02');
    assert.ok(!(await due()).some(({ id }) => id === pks.id));
    await mall.setClock('2025-11-27T12:00:00+08:00');
  });

  it('end before their term within it, and hold to that day', async () => {
    const pks = await signed('taspen');
    const end = (endedOn: string) =>
      as().endAgreement({
        ...{ agreementId: pks.id, version: pks.version, endedOn },
        ...{ reason: 'Kantor dipindah', handOver: 'Berkas dialihkan ke kantor cabang.' },
      });
    await assert.rejects(end('2025-11-30'), { code: 'ENDED_OUTSIDE' });
    await assert.rejects(end('2028-12-01'), { code: 'ENDED_OUTSIDE' });
    await end('2026-06-30');
    const ended = await get(pks.id);
    assert.deepEqual([ended.state, ended.endedReason], ['ended', 'Kantor dipindah']);
  });

  it('take their addenda along when they end, but not one that has not begun', async () => {
    const base = await signed('bpjs-kesehatan');
    const { agreementId } = await as().goOnFrom({ agreementId: base.id, as: 'amend' });
    const addendum = await write(await get(agreementId), { beginsOn: '2026-03-01' });
    await sign(addendum);
    const end = (endedOn: string) =>
      as().endAgreement({
        agreementId: base.id,
        version: base.version,
        endedOn,
        reason: 'Pindah',
        handOver: '',
      });
    await assert.rejects(end('2026-02-28'), { code: 'ENDED_OUTSIDE' });
    await end('2026-03-31');
    assert.deepEqual(
      [(await get(agreementId)).state, (await get(agreementId)).endedOn],
      ['ended', '2026-03-31'],
    );
    const after = await write(await draft('bpjs-kesehatan', 'Baru'), { beginsOn: '2026-04-01' });
    assert.equal(after.state, 'draft', 'the place is free from the next day on');
  });

  it('are seen by the heads of agencies that are party to them, and by nobody of another', async () => {
    const pks = await signed('pajak-daerah');
    const own = await mall.staff('agency-head', 'pajak-daerah');
    const other = await mall.staff('agency-head', 'disdukcapil');
    assert.deepEqual((await get(pks.id, own)).acts, []);
    assert.deepEqual(
      (await as(own).listAgreements()).map(({ id }) => id),
      [pks.id],
    );
    await assert.rejects(get(pks.id, other), { code: 'AGREEMENT_UNKNOWN' });
    assert.deepEqual(await as(other).listAgreements(), []);
    await assert.rejects(as(own).removeAgreement({ agreementId: pks.id, version: 1 }), { code: 'FORBIDDEN' });
  });

  it('are told to everybody as what was promised, without signatures and telephones', async () => {
    await mall.setClock('2026-03-02T10:00:00+08:00');
    const told = await mall.as(agreementsProcedures, PUBLIC_ACTOR).listPublicAgreements({});
    const samsat = told.find(({ agencies }) => agencies.some(({ slug }) => slug === 'samsat'));
    assert.equal(samsat?.endsOn, '2028-11-30');
    assert.ok(samsat.promises[0]!.services.length > 0);
    assert.doesNotMatch(JSON.stringify(told), /Rahmadi|Keputusan Menteri/);
    assert.ok(
      !told.some(({ agencies }) => agencies.some(({ slug }) => slug === 'bri')),
      'a draft is nobody’s',
    );
  });
});
