import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { serveVisitor, sitDown } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { surveyProcedures } from './procedures.ts';

const SERVICE = 'ktp-el-baru';
const UNKNOWN = 'AAAAAAAAAAAAAAAAAAAAAA';

describe('the one question after the service', () => {
  let mall: TestMall;
  let officer: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: '2026-11-24T09:00+08:00' });
    officer = await mall.staff('officer', 'disdukcapil');
    await sitDown(mall, officer);
  });
  after(() => mall.stop());
  const phone = () => mall.as(surveyProcedures, PUBLIC_ACTOR);
  const ratings = (ticketId: string) =>
    mall.sql('select score, channel from rating where stop_id = $1', [ticketId]);

  it('is answered once, on the phone or at the kiosk', async () => {
    const atHome = await serveVisitor(mall, officer, { service: SERVICE });
    assert.deepEqual(await phone().getRating({ token: atHome.token }), { score: null, mayRate: true });
    assert.deepEqual(await phone().rate({ token: atHome.token, score: 4 }), { score: 4 });
    assert.deepEqual(await phone().getRating({ token: atHome.token }), { score: 4, mayRate: false });
    await assert.rejects(phone().rate({ token: atHome.token, score: 1 }), {
      code: 'ALREADY_RATED',
      status: 409,
    });
    const atKiosk = await serveVisitor(mall, officer, { service: SERVICE, outcome: 'refused' });
    await mall.as(surveyProcedures, mall.kiosk()).rate({ token: atKiosk.token, score: 2 });
    assert.deepEqual(await ratings(atHome.ticketId), [{ score: 4, channel: 'phone' }]);
    assert.deepEqual(await ratings(atKiosk.ticketId), [{ score: 2, channel: 'kiosk' }]);
  });

  it('keeps one of many answers that come together', async () => {
    const { token, ticketId } = await serveVisitor(mall, officer, { service: SERVICE });
    const answers = await Promise.allSettled(
      [1, 2, 3, 4, 1, 2].map((score) => phone().rate({ token, score })),
    );
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const answer of answers) {
      if (answer.status === 'rejected') assert.equal(answer.reason.code, 'ALREADY_RATED');
    }
    assert.equal((await ratings(ticketId)).length, 1);
  });

  it('is not for who has not been served, and not for who was never there', async () => {
    const { token } = await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: SERVICE });
    await assert.rejects(phone().rate({ token, score: 3 }), { code: 'NOT_SERVED_YET' });
    const { called } = await mall.as(queueProcedures, officer).callNext({});
    await mall.as(queueProcedures, officer).markAbsent({ ticketId: called!.ticketId });
    await assert.rejects(phone().rate({ token, score: 3 }), { code: 'NOT_SERVED_YET' });
    await assert.rejects(phone().rate({ token: UNKNOWN, score: 3 }), { code: 'TICKET_UNKNOWN', status: 404 });
    await assert.rejects(phone().getRating({ token: UNKNOWN }), { code: 'TICKET_UNKNOWN' });
  });

  it('takes only the four answers', async () => {
    const { token, ticketId } = await serveVisitor(mall, officer, { service: SERVICE });
    for (const score of [0, 5, 2.5, Number.NaN]) {
      await assert.rejects(phone().rate({ token, score }), { code: 'BAD_REQUEST' });
    }
    assert.deepEqual(await ratings(ticketId), []);
  });

  it('tells those who follow the ticket, without the score, and leaves a line on the trail', async () => {
    const { token, ticketId } = await serveVisitor(mall, officer, { service: SERVICE });
    await phone().rate({ token, score: 1 });
    const events = await mall.sql(
      `select topics, payload from event where kind = 'rated' and $1 = any(topics)`,
      [`ticket:${ticketId}`],
    );
    assert.deepEqual(events, [{ topics: [`mall:${mall.mallId}`, `ticket:${ticketId}`], payload: {} }]);
    const lines = await mall.sql(
      `select actor_kind, facts from audit_line where operation = 'rate' and subject_id = $1`,
      [ticketId],
    );
    assert.deepEqual(lines, [{ actor_kind: 'public', facts: {} }]);
  });

  it('is answered at a kiosk by the number on the ticket, once', async () => {
    const { code, ticketId, token } = await serveVisitor(mall, officer, { service: SERVICE });
    const kiosk = mall.as(surveyProcedures, mall.kiosk());
    assert.deepEqual(await kiosk.rateAtKiosk({ code, score: 3 }), { score: 3 });
    assert.deepEqual(await ratings(ticketId), [{ score: 3, channel: 'kiosk' }]);
    await assert.rejects(kiosk.rateAtKiosk({ code, score: 1 }), { code: 'ALREADY_RATED', status: 409 });
    await assert.rejects(phone().rate({ token, score: 1 }), { code: 'ALREADY_RATED' });
  });

  it('hears at a kiosk that a number was not given, or not served yet', async () => {
    const kiosk = mall.as(surveyProcedures, mall.kiosk());
    for (const code of ['A-999', 'A-000', 'II-001', 'ZZ-001']) {
      await assert.rejects(kiosk.rateAtKiosk({ code, score: 3 }), { code: 'TICKET_UNKNOWN', status: 404 });
    }
    for (const code of [
      'A-12',
      'a-012',
      'A-012; drop table stop',
      '😀-012',
      '\u202eA-012',
      'A'.repeat(10_000),
    ]) {
      await assert.rejects(kiosk.rateAtKiosk({ code, score: 3 }), { code: 'BAD_REQUEST' });
    }
    const { code } = await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: SERVICE });
    await assert.rejects(kiosk.rateAtKiosk({ code, score: 3 }), { code: 'NOT_SERVED_YET' });
    await assert.rejects(mall.as(surveyProcedures, officer).rateAtKiosk({ code, score: 3 }), {
      code: 'FORBIDDEN',
    });
    await assert.rejects(phone().rateAtKiosk({ code, score: 3 }), { code: 'DEVICE_NOT_PAIRED' });
    const { called } = await mall.as(queueProcedures, officer).callNext({});
    await mall.as(queueProcedures, officer).markAbsent({ ticketId: called!.ticketId });
  });

  it('knows at a kiosk only the numbers of today', async () => {
    const yesterday = await serveVisitor(mall, officer, { service: SERVICE });
    await mall.setClock('2026-11-25T09:00+08:00');
    const kiosk = mall.as(surveyProcedures, mall.kiosk());
    await assert.rejects(kiosk.rateAtKiosk({ code: yesterday.code, score: 3 }), { code: 'TICKET_UNKNOWN' });
    await mall.setClock('2026-11-24T11:00+08:00');
  });

  it('closes with the day after the service', async () => {
    const first = await serveVisitor(mall, officer, { service: SERVICE });
    const second = await serveVisitor(mall, officer, { service: SERVICE });
    await mall.setClock('2026-11-25T23:59+08:00');
    await phone().rate({ token: first.token, score: 3 });
    await mall.setClock('2026-11-26T00:01+08:00');
    await assert.rejects(phone().rate({ token: second.token, score: 3 }), {
      code: 'TICKET_EXPIRED',
      status: 410,
    });
    assert.deepEqual(await phone().getRating({ token: second.token }), { score: null, mayRate: false });
  });
});
