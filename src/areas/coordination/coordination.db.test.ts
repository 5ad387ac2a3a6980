import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { coordinationProcedures } from './procedures.ts';

const MEETING = { day: '2026-03-02', title: 'Rapat Maret', place: 'Ruang rapat MPP', notes: '' };

describe('the coordination meeting', () => {
  let mall: TestMall;
  let manager: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: '2026-03-02T10:00:00+08:00' });
    manager = await mall.staff('manager');
  });
  after(() => mall.stop());

  const as = (who = manager) => mall.as(coordinationProcedures, who);

  it('decides what is done by whom until when, and shows what is overdue first', async () => {
    const { meetingId } = await as().holdMeeting(MEETING);
    const head = await mall.staff('agency-head', 'samsat');
    const decide = (what: string, dueOn: string | null, agencyId: string | null = null) =>
      as().addDecision({ meetingId, what, owner: 'Koordinator gerai', agencyId, dueOn });
    await decide('Tulis jadwal petugas pengganti', null);
    const { decisionId } = await decide('Sediakan dua petugas', '2026-03-03', head.agencyId);
    await assert.rejects(decide('Mundur', '2026-03-01'), { code: 'DAYS_REVERSED' });
    await assert.rejects(decide('Siapa', null, manager.id), { code: 'AGENCY_UNKNOWN' });
    await mall.setClock('2026-03-04T10:00:00+08:00');
    const { open, meetings } = await as().getCoordination();
    assert.deepEqual(
      open.map(({ what, overdue }) => [what, overdue]),
      [
        ['Sediakan dua petugas', true],
        ['Tulis jadwal petugas pengganti', false],
      ],
    );
    assert.deepEqual([meetings[0]?.open, meetings[0]?.decisions], [2, 2]);
    const own = await as(head).listOwnDecisions();
    assert.deepEqual(
      own.map(({ what }) => what),
      ['Sediakan dua petugas'],
    );
    await as().closeDecision({ decisionId, outcome: 'Dua petugas sejak 4 Maret' });
    await assert.rejects(as().closeDecision({ decisionId, outcome: 'Lagi' }), { code: 'DECISION_CLOSED' });
    assert.deepEqual(await as(head).listOwnDecisions(), []);
    const { decisions, version } = await as().getMeeting({ meetingId });
    assert.equal(decisions[1]?.done?.outcome, 'Dua petugas sejak 4 Maret');
    await assert.rejects(as().removeMeeting({ meetingId, version }), { code: 'MEETING_DECIDED' });
    await as().saveMeeting({ ...MEETING, meetingId, version, notes: 'Dihadiri 16 instansi.' });
    await assert.rejects(as().saveMeeting({ ...MEETING, meetingId, version }), { code: 'CHANGED_MEANWHILE' });
    await mall.setClock('2026-03-02T10:00:00+08:00');
  });

  it('announces to every officer until each has read it or its day is over', async () => {
    await assert.rejects(as().sendNotice({ words: 'Kemarin', untilDay: '2026-03-01' }), {
      code: 'NOTICE_PAST',
    });
    const { noticeId } = await as().sendNotice({ words: 'Apel pukul 07.45', untilDay: '2026-03-03' });
    const samsat = await mall.staff('officer', 'samsat');
    const bri = await mall.staff('officer', 'bri');
    const unread = async (who: StaffActor) => (await as(who).listUnreadNotices()).map(({ words }) => words);
    assert.deepEqual(await unread(samsat), ['Apel pukul 07.45']);
    await as(samsat).readNotice({ noticeId });
    await as(samsat).readNotice({ noticeId });
    assert.deepEqual([await unread(samsat), await unread(bri)], [[], ['Apel pukul 07.45']]);
    assert.equal((await as().getCoordination()).notices[0]?.readers, 1);
    await mall.setClock('2026-03-04T00:30:00+08:00');
    assert.deepEqual(await unread(bri), [], 'over since midnight');
    await mall.setClock('2026-03-02T10:00:00+08:00');
    await as().endNotice({ noticeId });
    await assert.rejects(as(bri).readNotice({ noticeId }), { code: 'NOTICE_UNKNOWN' });
    await assert.rejects(as(bri).sendNotice({ words: 'Saya umumkan', untilDay: '2026-03-03' }), {
      code: 'FORBIDDEN',
    });
  });
});
