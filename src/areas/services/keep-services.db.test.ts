import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { auditProcedures } from '#areas/audit/procedures.ts';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { newId } from '#platform/random/ids.ts';
import { readChanges } from '#platform/values/changes.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { ServiceValues, type KeptService } from './contract.ts';
import { servicesProcedures } from './procedures.ts';

const NINE = '2026-11-24T09:00+08:00';

describe('services that are kept', () => {
  let mall: TestMall;
  let keeper: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: NINE, schedule: 'demo' });
    keeper = await mall.staff('administrator', undefined, { name: 'Fitriansyah' });
  });
  after(() => mall.stop());

  const as = (actor: StaffActor) => mall.as(servicesProcedures, actor);
  const all = () => as(keeper).listKeptServices({});
  const byCode = async (code: string) => (await all()).find((service) => service.code === code)!;
  const save = (service: KeptService, change: Partial<ServiceValues> = {}, actor = keeper) =>
    as(actor).saveService({
      ...ServiceValues.parse(service),
      ...change,
      serviceId: service.id,
      version: service.version,
    });
  const fresh: ServiceValues = {
    code: 'DKC-90',
    slug: 'kartu-identitas-anak-baru',
    name: 'Kartu Identitas Anak',
    nameEn: 'Child identity card',
    expectedMinutes: 12,
    fee: { kind: 'free', basis: 'UU 24/2013 pasal 79A' },
    promisedTime: { kind: 'range', min: 1, max: 3, unit: 'working-days' },
    requirements: ['Akta kelahiran', 'KK asli'],
    confidence: 'seen',
    active: true,
  };

  it('can each be saved as the sample mall has them', async () => {
    for (const service of await all()) {
      assert.equal(ServiceValues.safeParse(service).error, undefined, service.code);
      assert.deepEqual(await save(service), { version: service.version });
    }
  });

  it('begin with an agency and are told to everybody with fee, time and requirements in their order', async () => {
    const { agencyId } = await byCode('DKC-01');
    await as(keeper).addService({ ...fresh, agencyId });
    const told = await mall.as(servicesProcedures, PUBLIC_ACTOR).getService({ slug: fresh.slug });
    assert.partialDeepStrictEqual(told, {
      agencySlug: 'disdukcapil',
      fee: fresh.fee,
      promisedTime: fresh.promisedTime,
      requirements: fresh.requirements,
    });
    await assert.rejects(as(keeper).addService({ ...fresh, agencyId: newId() }), { code: 'AGENCY_UNKNOWN' });
  });

  it('are changed part by part, and the trail holds each part as it was and as it became', async () => {
    const service = await byCode('DKC-90');
    await save(service, {
      fee: { kind: 'fixed', rupiah: 5000, basis: 'Perda 1/2024' },
      requirements: ['KK asli'],
    });
    const subject = { kind: 'service', id: service.id };
    const [line] = (await mall.as(auditProcedures, keeper).listTrail({ subject })).lines;
    assert.equal(line!.actorName, 'Fitriansyah');
    assert.deepEqual(readChanges(line!.facts), [
      { field: 'feeKind', from: 'free', to: 'fixed' },
      { field: 'feeRupiah', from: null, to: 5000 },
      { field: 'feeBasis', from: 'UU 24/2013 pasal 79A', to: 'Perda 1/2024' },
      { field: 'requirements', from: ['Akta kelahiran', 'KK asli'], to: ['KK asli'] },
    ]);
  });

  it('have a code and an address of their own, also beside those that were withdrawn', async () => {
    const service = await byCode('DKC-90');
    await save(await byCode('DKC-02'), { active: false });
    await assert.rejects(save(service, { code: 'DKC-02' }), { code: 'CODE_TAKEN' });
    const { slug } = await byCode('DKC-02');
    await assert.rejects(save(service, { slug }), { code: 'SLUG_TAKEN' });
  });

  it('are not taken with a fee without basis, a free one neither, nor a range that runs backwards', async () => {
    const service = await byCode('DKC-90');
    const wrong: Partial<Record<keyof ServiceValues, unknown>>[] = [
      { fee: { kind: 'free', basis: '' } },
      { fee: { kind: 'fixed', rupiah: 0, basis: 'PP 1/2020' } },
      { fee: { kind: 'range', minRupiah: 5, maxRupiah: 5, basis: 'PP 1/2020' } },
      { promisedTime: { kind: 'range', min: 3, max: 1, unit: 'hours' } },
      { expectedMinutes: 0 },
      { code: 'dkc 1' },
    ];
    for (const change of wrong)
      await assert.rejects(save(service, change as Partial<ServiceValues>), { code: 'BAD_REQUEST' });
  });

  it('are not withdrawn while somebody waits, and give no number after', async () => {
    const kiosk = mall.as(queueProcedures, mall.kiosk());
    await kiosk.issueTicket({ service: fresh.slug });
    const service = await byCode('DKC-90');
    await assert.rejects(save(service, { active: false }), {
      code: 'PEOPLE_STILL_WAIT',
      data: { name: service.name, waiting: 1 },
    });
    await mall.sql(`update stop set state = 'done', outcome = 'left' where service_id = $1`, [service.id]);
    await save(service, { active: false });
    await assert.rejects(kiosk.issueTicket({ service: fresh.slug }), { code: 'SERVICE_UNKNOWN' });
    await assert.rejects(as(keeper).removeService({ serviceId: service.id, version: service.version + 1 }), {
      code: 'SERVICE_USED',
    });
  });

  it('are taken out where nobody ever asked for them', async () => {
    const { agencyId } = await byCode('DKC-01');
    const { serviceId } = await as(keeper).addService({
      ...fresh,
      code: 'DKC-91',
      slug: 'salah-ketik',
      agencyId,
    });
    await as(keeper).removeService({ serviceId, version: 1 });
    await assert.rejects(as(keeper).getKeptService({ serviceId }), { code: 'SERVICE_UNKNOWN' });
  });

  it('tell the second of two who change the same one that it changed meanwhile', async () => {
    const service = await byCode('DKC-01');
    const results = await Promise.allSettled([
      save(service, { expectedMinutes: 11 }),
      save(service, { expectedMinutes: 13 }),
    ]);
    assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    await assert.rejects(save(service, { expectedMinutes: 14 }), { code: 'CHANGED_MEANWHILE' });
  });

  it('are changed by the administrator, read by the manager, and not for officers or another mall', async () => {
    const service = await byCode('DKC-01');
    const manager = await mall.staff('manager');
    assert.deepEqual(await as(manager).getKeptService({ serviceId: service.id }), service);
    await assert.rejects(save(service, { expectedMinutes: 9 }, manager), { code: 'FORBIDDEN' });
    await assert.rejects(as(await mall.staff('officer', 'polres')).listKeptServices({}), {
      code: 'FORBIDDEN',
    });
    const stranger = { ...keeper, mallId: newId() };
    assert.deepEqual(await as(stranger).listKeptServices({}), []);
    await assert.rejects(save(service, { expectedMinutes: 9 }, stranger), { code: 'SERVICE_UNKNOWN' });
    await assert.rejects(as(stranger).addService({ ...fresh, agencyId: service.agencyId }), {
      code: 'AGENCY_UNKNOWN',
    });
    await assert.rejects(as(stranger).removeService({ serviceId: service.id, version: service.version }), {
      code: 'SERVICE_UNKNOWN',
    });
  });
});
