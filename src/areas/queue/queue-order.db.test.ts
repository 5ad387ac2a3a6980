import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { queueProcedures } from './procedures.ts';
import { nextTicket } from './rules/next-ticket.ts';

type Step =
  | { readonly kind: 'issue'; readonly priority: boolean; readonly service: number }
  | { readonly kind: 'call' }
  /** A call that is taken back, and one whose person goes on at another service of the agency. */
  | { readonly kind: 'slip' }
  | { readonly kind: 'pass-on'; readonly service: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('issue' as const), priority: fc.boolean(), service: fc.nat(4) }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'call' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'slip' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('pass-on' as const), service: fc.nat(4) }),
  },
);
const timed = fc.array(fc.record({ step, minutes: fc.integer({ min: 0, max: 12 }) }), {
  minLength: 5,
  maxLength: 25,
});

const deskOf = (mall: TestMall, officer: StaffActor) => mall.as(queueProcedures, officer);
type Desk = ReturnType<typeof deskOf>;

describe('the order in which people are called', () => {
  let mall: TestMall;
  let officer: StaffActor;
  let services: string[];
  let serviceIds: string[];
  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: '2026-11-24T08:00:00+08:00' });
    officer = await mall.staff('officer', 'disdukcapil');
    const desk = mall.as(queueProcedures, officer);
    await desk.openCounter({ counterId: (await desk.getDesk()).counters[0]!.id });
    const rows = await mall.sql<{ id: string; slug: string }>(
      'select id, slug from service where agency_id = $1 order by slug',
      [officer.agencyId],
    );
    services = rows.map(({ slug }) => slug);
    serviceIds = rows.map(({ id }) => id);
  });
  after(() => mall.stop());

  /** Those who wait, as the rule sees them. */
  async function waiting() {
    const rows = await mall.sql<{ id: string; service_id: string; order_key: Date }>(
      `select id, service_id, order_key from stop where state = 'waiting'`,
    );
    return rows.map((row) => ({ id: row.id, serviceId: row.service_id, orderKey: row.order_key.getTime() }));
  }

  /** What becomes of the one who was called. */
  async function goOn(desk: Desk, ticketId: string, step: Exclude<Step, { kind: 'issue' }>): Promise<void> {
    if (step.kind === 'slip') {
      await desk.undoCall({ ticketId });
      assert.equal((await desk.getDesk()).waiting[0]!.id, ticketId, 'the slip cost the place');
      return;
    }
    if (step.kind === 'call') return void (await desk.markAbsent({ ticketId }));
    const own = (await desk.getDesk()).current!.service.id;
    const others = serviceIds.filter((id) => id !== own);
    const serviceId = others[step.service % others.length]!;
    await desk.transfer({ ticketId, serviceId, why: 'desk-error' });
  }

  it('is the rule’s order in the statement that claims, whoever comes whenever', async () => {
    const desk = deskOf(mall, officer);
    await fc.assert(
      fc.asyncProperty(timed, async (steps) => {
        await mall.sql('truncate rating, stop_interval, stop, visit, queue_series cascade');
        let at = Date.parse('2026-11-24T00:00:00Z');
        for (const { step: now, minutes } of steps) {
          at += minutes * 60_000;
          await mall.setClock(new Date(at).toISOString());
          if (now.kind === 'issue') {
            const service = services[now.service % services.length]!;
            await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service, priority: now.priority });
            continue;
          }
          const line = await waiting();
          const expected = nextTicket(line, new Set(line.map(({ serviceId }) => serviceId)));
          const shown = (await desk.getDesk()).waiting[0]?.id;
          assert.equal(shown, expected?.id, 'the desk shows another first');
          if (expected === undefined) {
            await assert.rejects(desk.callNext({}), { code: 'NOTHING_WAITING' });
            continue;
          }
          const { called } = await desk.callNext({});
          assert.equal(called!.ticketId, expected.id);
          await goOn(desk, called!.ticketId, now);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('starts one who declares priority twenty minutes ahead: before whom came 19 minutes earlier, after 21', async () => {
    await mall.sql('truncate rating, stop_interval, stop, visit, queue_series cascade');
    const desk = mall.as(queueProcedures, officer);
    const kiosk = mall.as(queueProcedures, mall.kiosk());
    const take = async (at: string, priority: boolean) => {
      await mall.setClock(`2026-11-24T${at}:00+08:00`);
      return (await kiosk.issueTicket({ service: services[0]!, priority })).code;
    };
    const early = await take('08:00', false);
    const middle = await take('08:02', false);
    const priority = await take('08:21', true);
    const order: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { called } = await desk.callNext({});
      order.push(called!.code);
      await desk.markAbsent({ ticketId: called!.ticketId });
    }
    assert.deepEqual(order, [early, priority, middle]);
  });
});
