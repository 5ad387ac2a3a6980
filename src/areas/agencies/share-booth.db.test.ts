import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { calendarProcedures } from '#areas/calendar/procedures.ts';
import { capacityProcedures } from '#areas/capacity/procedures.ts';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { agenciesProcedures } from './procedures.ts';

/** Tuesday and Wednesday. */
const TUESDAY = '2026-11-24T09:00:00+08:00';
const WEDNESDAY = '2026-11-25T09:00:00+08:00';
const [HOST, GUEST] = ['kejaksaan', 'disnaker'] as const;

describe('a booth that is shared by weekday', () => {
  let mall: TestMall;
  let keeper: StaffActor;
  let hostId: string;
  let guestId: string;
  let numbers: number[];
  before(async () => {
    mall = await withTestMall({ at: TUESDAY });
    keeper = await mall.staff('administrator');
    const agencies = await kept().listKeptAgencies();
    const slugs = agencies.map(({ slug }) => slug);
    const host = agencies.find(({ slug }) => slug === HOST);
    const guest = agencies.find(({ slug }) => slug === GUEST);
    assert.ok(host && guest, `the mall has ${slugs.join(', ')}`);
    [hostId, guestId, numbers] = [host.id, guest.id, host.counters];
  });
  after(() => mall.stop());

  const kept = () => mall.as(agenciesProcedures, keeper);
  const guestNow = () => kept().getKeptAgency({ agencyId: guestId });
  const share = async (weekdays: number[], withAgencyId = hostId) =>
    kept().shareBooth({
      agencyId: guestId,
      version: (await guestNow()).version,
      withAgencyId,
      weekdays,
    });
  const stateOf = async (agencyId: string) => {
    const { booths } = await mall.as(capacityProcedures, PUBLIC_ACTOR).listBoothStates({});
    return booths.find((booth) => booth.agencyId === agencyId)!;
  };
  const officers = new Map<string, Promise<StaffActor>>();
  function at(slug: string): Promise<StaffActor> {
    const known = officers.get(slug) ?? mall.staff('officer', slug);
    officers.set(slug, known);
    return known;
  }
  const desk = async (slug: string) => mall.as(queueProcedures, await at(slug));
  const firstCounter = async (slug: string) => (await (await desk(slug)).getDesk()).counters[0]!.id;
  const serviceOf = async (agencyId: string) => {
    const [row] = await mall.sql<{ slug: string }>(
      'select slug from service where agency_id = $1 and active order by slug limit 1',
      [agencyId],
    );
    return row!.slug;
  };

  it('gives the guest the desks of the place on its days, and the other one its own on the others', async () => {
    await share([3, 4]);
    const guest = await guestNow();
    assert.deepEqual(guest.counters, numbers);
    assert.deepEqual(
      new Map(guest.share?.members.map(({ agencyId, weekdays }) => [agencyId, weekdays])),
      new Map([
        [hostId, [1, 2, 5, 6, 7]],
        [guestId, [3, 4]],
      ]),
    );
    const [hosts, guests] = [await stateOf(hostId), await stateOf(guestId)];
    assert.equal(hosts.code, null, 'on Tuesday the host is there');
    assert.equal(guests.code, 'BOOTH_CLOSED');
    assert.equal(guests.opensAt, new Date('2026-11-25T08:00+08:00').toISOString());
    const kiosk = mall.as(queueProcedures, mall.kiosk());
    await assert.rejects(kiosk.issueTicket({ service: await serviceOf(guestId) }), { code: 'BOOTH_CLOSED' });
    const listed = (await kept().listAgencies({})).find(({ id }) => id === guestId)!;
    assert.deepEqual([...new Set(listed.weekly.map(({ weekday }) => weekday))], [3, 4]);
    const days = await mall.as(calendarProcedures, keeper).listOpeningDays({ from: '2026-11-23', days: 5 });
    const planned = days.booths.find(({ agencyId }) => agencyId === guestId)!.days;
    assert.deepEqual(
      planned.map(({ hours }) => hours.length > 0),
      [false, false, true, true, false],
    );
  });

  it('lets nobody sit down on the day of the other one, who is named', async () => {
    await assert.rejects((await desk(GUEST)).openCounter({ counterId: await firstCounter(GUEST) }), {
      code: 'COUNTER_OTHER_DAY',
    });
    await mall.setClock(WEDNESDAY);
    await assert.rejects((await desk(HOST)).openCounter({ counterId: await firstCounter(HOST) }), {
      code: 'COUNTER_OTHER_DAY',
    });
    const guest = await desk(GUEST);
    const { number } = await guest.openCounter({ counterId: await firstCounter(GUEST) });
    assert.equal(number, numbers[0]);
    const { code } = await mall
      .as(queueProcedures, mall.kiosk())
      .issueTicket({ service: await serviceOf(guestId) });
    assert.equal((await guest.callNext({})).called?.code, code);
  });

  it('never has two officers at one desk', async () => {
    const [seat] = await mall.sql<{ counter_id: string }>(
      'select counter_id from counter_session where closed_at is null',
    );
    const hostCounter = await mall.sql<{ shared_from: string }>(
      'select shared_from from counter where id = $1',
      [seat!.counter_id],
    );
    const officer = await at(HOST);
    await assert.rejects(
      mall.sql(
        `insert into counter_session (mall_id, id, counter_id, staff_id, opened_at)
         values ($1, gen_random_uuid(), $2, $3, now())`,
        [mall.mallId, hostCounter[0]!.shared_from, officer.id],
      ),
      /counter_session_at_desk/,
    );
  });

  it('is not changed while somebody of either is in the house', async () => {
    await assert.rejects(share([5]), { code: 'SHARE_WHILE_WAITING' });
    const guest = await desk(GUEST);
    const { current } = await guest.getDesk();
    await guest.startServing({ ticketId: current!.id });
    await guest.finish({ ticketId: current!.id, outcome: 'finished' });
    await guest.closeCounter({});
    await share([5]);
    assert.equal((await stateOf(guestId)).code, 'BOOTH_CLOSED', 'Wednesday is the host’s again');
  });

  it('refuses what cannot be', async () => {
    await assert.rejects(share([1], guestId), { code: 'SHARE_ITSELF' });
    await assert.rejects(share([1, 2, 3, 4, 5, 6, 7]), { code: 'SHARE_NO_DAY' });
    const guest = await guestNow();
    const { id: _, share: __, zone, ...values } = guest;
    const save = { ...values, agencyId: guestId, zoneId: zone.id, kind: guest.kind };
    await assert.rejects(
      kept().saveAgency({ ...save, icon: 'building-2', counters: [...guest.counters, 77] } as never),
      { code: 'COUNTER_SHARED' },
    );
    const bri = (await kept().listKeptAgencies()).find(({ slug }) => slug === 'bri')!;
    const toGuest = { agencyId: bri.id, version: bri.version, weekdays: [1] };
    await assert.rejects(kept().shareBooth({ ...toGuest, withAgencyId: guestId }), { code: 'SHARE_GUEST' });
    await assert.rejects(kept().shareBooth({ ...toGuest, withAgencyId: hostId, weekdays: [5] }), {
      code: 'DAY_SHARED',
    });
    const host = await kept().getKeptAgency({ agencyId: hostId });
    await assert.rejects(
      kept().shareBooth({ agencyId: hostId, version: host.version, withAgencyId: bri.id, weekdays: [1] }),
      { code: 'SHARE_HOSTS' },
    );
  });

  it('follows the place when a desk is added there', async () => {
    const { id: _, share: __, zone, ...host } = await kept().getKeptAgency({ agencyId: hostId });
    const save = { ...host, agencyId: hostId, zoneId: zone.id, counters: [...host.counters, 77] };
    await kept().saveAgency(save as never);
    assert.deepEqual((await guestNow()).counters, [...numbers, 77]);
  });

  it('ends with counters of its own, and the days go back', async () => {
    const { version } = await guestNow();
    await assert.rejects(kept().endSharing({ agencyId: guestId, version, counters: numbers }), {
      code: 'COUNTER_ELSEWHERE',
    });
    await kept().endSharing({ agencyId: guestId, version, counters: [88] });
    const guest = await guestNow();
    assert.deepEqual([guest.counters, guest.share], [[88], null]);
    assert.deepEqual(await mall.sql('select * from booth_share'), []);
    assert.equal((await stateOf(guestId)).code, null);
    await assert.rejects(kept().endSharing({ agencyId: guestId, version: guest.version, counters: [88] }), {
      code: 'NOT_SHARED',
    });
  });
});
