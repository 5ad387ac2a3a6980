import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { capacityProcedures } from '#areas/capacity/procedures.ts';
import { queueProcedures } from '#areas/queue/procedures.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { skillsProcedures } from './procedures.ts';

const MORNING = '2026-11-24T09:00:00+08:00';
const COLLEAGUES = 3;

describe('what counters and officers may give', () => {
  let mall: TestMall;
  let head: StaffActor;
  let officers: readonly StaffActor[];
  let agencyId: string;
  let services: readonly { id: string; slug: string }[];
  let counters: readonly { id: string; number: number }[];
  before(async () => {
    mall = await withTestMall({ at: MORNING });
    head = await mall.staff('agency-head', 'disdukcapil');
    agencyId = head.agencyId!;
    officers = await Promise.all(
      Array.from({ length: COLLEAGUES }, () => mall.staff('officer', 'disdukcapil')),
    );
    services = await mall.sql('select id, slug from service where agency_id = $1 order by slug', [agencyId]);
    ({ counters } = await limits().getSkills({ agencyId }));
  });
  beforeEach(async () => {
    await mall.setClock(MORNING);
    await mall.sql(
      `truncate rating, stop_interval, stop, visit, queue_series, counter_session, counter_service, staff_service cascade`,
    );
  });
  after(() => mall.stop());

  const limits = (who: StaffActor = head) => mall.as(skillsProcedures, who);
  const desk = (place = 0) => mall.as(queueProcedures, officers[place]!);
  const kiosk = () => mall.as(queueProcedures, mall.kiosk());
  const issue = (service: number) => kiosk().issueTicket({ service: services[service]!.slug });
  const sit = (place: number) => desk(place).openCounter({ counterId: counters[place]!.id });
  const limit = (counter: number, ...given: number[]) =>
    limits().limitCounter({
      agencyId,
      counterId: counters[counter]!.id,
      services: given.map((service) => services[service]!.id),
    });
  const refusal =
    (code: string, data: object = {}) =>
    (error: unknown) => {
      assert.equal((error as { code?: string }).code, code);
      assert.deepEqual({ ...(error as { data: object }).data, ...data }, (error as { data: object }).data);
      return true;
    };
  const liveQueue = async () =>
    (await kiosk().listLiveQueues({})).queues.find((queue) => queue.agencyId === agencyId)!;

  it('are everything until a limit is kept, which is lifted again', async () => {
    const free = await limits().getSkills({ agencyId });
    assert.ok(free.counters.every((counter) => counter.services === null));
    assert.deepEqual(free.withoutCounter, []);
    await limit(0, 1, 2);
    await limits().limitOfficer({ agencyId, officerId: officers[0]!.id, services: [services[2]!.id] });
    const kept = await limits().getSkills({ agencyId });
    assert.deepEqual(new Set(kept.counters[0]!.services), new Set([services[1]!.id, services[2]!.id]));
    assert.deepEqual(kept.officers.find(({ id }) => id === officers[0]!.id)?.services, [services[2]!.id]);
    await limits().limitCounter({ agencyId, counterId: counters[0]!.id, services: null });
    assert.equal((await limits().getSkills({ agencyId })).counters[0]!.services, null);
  });

  it('call past those whom another counter serves, and say so', async () => {
    await limit(0, 1);
    await sit(0);
    await sit(1);
    const first = await issue(0);
    const second = await issue(1);
    const { waiting } = await desk().getDesk();
    assert.deepEqual(
      waiting.map(({ code, elsewhere }) => [code, elsewhere]),
      [
        [first.code, [counters[1]!.number]],
        [second.code, null],
      ],
    );
    assert.equal((await desk().callNext({})).called?.code, second.code);
    assert.equal((await desk(1).callNext({})).called?.code, first.code);
  });

  it('of a counter and its officer hold together', async () => {
    await limit(0, 0, 1);
    await limits().limitOfficer({
      agencyId,
      officerId: officers[0]!.id,
      services: [services[1]!.id, services[2]!.id],
    });
    await sit(0);
    for (const service of [0, 2]) await issue(service);
    await assert.rejects(
      desk().callNext({}),
      refusal('NOTHING_FOR_COUNTER', { counter: counters[0]!.number }),
    );
    const both = await issue(1);
    assert.equal((await desk().callNext({})).called?.code, both.code);
  });

  it('hold for a call out of turn too, and finishing one leaves the counter free where nobody is for it', async () => {
    await limit(0, 1);
    await sit(0);
    await issue(0);
    const [other] = (await desk().getDesk()).waiting;
    await assert.rejects(
      desk().callOutOfTurn({ ticketId: other!.id, reason: 'Diminta pimpinan' }),
      refusal('COUNTER_LACKS_SERVICE'),
    );
    const mine = await issue(1);
    const { called } = await desk().callNext({});
    assert.equal(called?.code, mine.code);
    await desk().startServing({ ticketId: called!.ticketId });
    const finishing = { ticketId: called!.ticketId, outcome: 'finished' as const };
    assert.equal((await desk().callNext({ finishing })).called, null);
  });

  it('make the line of each service its own: people before, wait, and no counter', async () => {
    await limit(0, 0);
    await limit(1, 1);
    await sit(0);
    await sit(1);
    for (const service of [0, 0, 0]) await issue(service);
    const short = await issue(1);
    assert.deepEqual([short.ahead, short.wait?.p50Minutes], [0, 0]);
    const long = await issue(0);
    assert.equal(long.ahead, 3);
    assert.ok(long.wait!.p50Minutes > 0);
    const seen = await kiosk().getTicket({ token: long.token });
    assert.deepEqual([seen.ahead, seen.wait], [long.ahead, long.wait]);
    const third = await issue(2);
    assert.deepEqual([third.ahead, third.wait], [0, null]);
    const queue = await liveQueue();
    const of = (service: number) =>
      queue.byService.find(({ serviceId }) => serviceId === services[service]!.id);
    assert.deepEqual([of(0)?.countersOpen, of(2)?.countersOpen, of(2)?.wait], [1, 0, null]);
    assert.ok(of(0)!.wait!.p50Minutes > of(1)!.wait!.p50Minutes);
    assert.deepEqual(queue.wait, of(0)!.wait);
  });

  it('end the intake of the service that has few hands, not of the others', async () => {
    await limit(0, 0);
    await sit(0);
    await sit(1);
    for (const place of [1, 2]) {
      await limits().limitOfficer({
        agencyId,
        officerId: officers[place]!.id,
        services: services.slice(1).map(({ id }) => id),
      });
    }
    await mall.setClock('2026-11-24T13:00:00+08:00');
    let ended: number | undefined;
    for (let n = 1; n <= 40 && ended === undefined; n += 1)
      await issue(0).catch((error: { code?: string }) => {
        assert.equal(error.code, 'INTAKE_ENDED');
        ended = n;
      });
    assert.ok(ended !== undefined && ended > 3, `after ${ended}`);
    await issue(1);
    const { booths } = await mall.as(capacityProcedures, mall.kiosk()).listBoothStates({});
    assert.equal(booths.find((booth) => booth.agencyId === agencyId)?.code, null);
  });

  it('name what would have no counter, and keep it only when that is meant', async () => {
    for (const place of counters.keys()) if (place > 0) await limit(place, 1);
    const lost = limit(0, 1, 2);
    await assert.rejects(lost, refusal('SERVICE_WITHOUT_COUNTER'));
    assert.equal((await limits().getSkills({ agencyId })).counters[0]!.services, null);
    await limits().limitCounter({
      agencyId,
      counterId: counters[0]!.id,
      services: [services[1]!.id, services[2]!.id],
      anyway: true,
    });
    const { withoutCounter } = await limits().getSkills({ agencyId });
    assert.equal(withoutCounter.length, services.length - 2);
    await assert.rejects(issue(0), refusal('NO_COUNTER'));
  });

  it('refuse what is not theirs', async () => {
    const other = await mall.staff('agency-head', 'bpjs-kesehatan');
    const wish = { agencyId, counterId: counters[0]!.id, services: [services[0]!.id] };
    await assert.rejects(limits(other).getSkills({ agencyId }), refusal('OTHER_AGENCY'));
    await assert.rejects(limits(other).limitCounter(wish), refusal('OTHER_AGENCY'));
    const foreign = await mall.sql<{ id: string }>('select id from service where agency_id <> $1 limit 1', [
      agencyId,
    ]);
    await assert.rejects(
      limits().limitCounter({ ...wish, services: [foreign[0]!.id] }),
      refusal('SERVICE_UNKNOWN'),
    );
    await assert.rejects(
      limits().limitCounter({ ...wish, counterId: crypto.randomUUID() }),
      refusal('COUNTER_UNKNOWN'),
    );
    await assert.rejects(
      limits().limitOfficer({ agencyId, officerId: other.id, services: null }),
      refusal('OFFICER_UNKNOWN'),
    );
  });

  it('never let eight presses at once call the same person, or one for another counter', async () => {
    await limit(0, 0);
    await limit(1, 1);
    await limit(2, 0, 1);
    for (const place of officers.keys()) await sit(place);
    for (let n = 0; n < 24; n += 1) await issue(n % 3);
    const given: { place: number; ticketId: string }[] = [];
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(
        [0, 1, 2, 0, 1, 2, 0, 1].map(async (place) => {
          const { called } = await desk(place)
            .callNext({})
            .catch(() => ({ called: null }));
          if (called !== null) given.push({ place, ticketId: called.ticketId });
        }),
      );
      for (const { place, ticketId } of given.slice(-officers.length)) {
        await desk(place).startServing({ ticketId });
        await desk(place).finish({ ticketId, outcome: 'finished' });
      }
    }
    assert.equal(new Set(given.map(({ ticketId }) => ticketId)).size, given.length);
    assert.ok(given.length >= 12);
    const served = await mall.sql<{ service_id: string; counter_id: string }>(
      `select service_id, counter_id from stop where state = 'done'`,
    );
    const mayGive = [[0], [1], [0, 1]];
    for (const { service_id, counter_id } of served) {
      const counter = counters.findIndex(({ id }) => id === counter_id);
      const service = services.findIndex(({ id }) => id === service_id);
      assert.ok(mayGive[counter]!.includes(service), `counter ${counter} gave service ${service}`);
    }
  });

  it('are left behind by a counter that goes to another agency', async () => {
    await limit(3, 0);
    await mall.sql(
      `update counter set booth_id = (select b.id from booth b join agency a on a.id = b.agency_id where a.slug = 'dinsos')
       where id = $1`,
      [counters[3]!.id],
    );
    assert.deepEqual(await mall.sql('select * from counter_service'), []);
    await mall.sql(
      'update counter set booth_id = (select id from booth where agency_id = $2) where id = $1',
      [counters[3]!.id, agencyId],
    );
  });
});
