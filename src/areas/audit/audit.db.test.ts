import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { rehearsalProcedures } from '#areas/rehearsal/procedures.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { sitDown, serveVisitor } from '#scenarios/testing/serve-visitor.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { auditProcedures } from './procedures.ts';

describe('the trail', () => {
  let mall: TestMall;
  let registrar: StaffActor;
  let policeman: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: '2026-11-24T09:00+08:00' });
    registrar = await mall.staff('officer', 'disdukcapil', { name: 'Norlaila' });
    policeman = await mall.staff('officer', 'polres', { name: 'Supian' });
    await sitDown(mall, registrar);
    await sitDown(mall, policeman);
    await serveVisitor(mall, registrar, { service: 'ktp-el-baru' });
    await serveVisitor(mall, registrar, { service: 'ktp-el-baru', outcome: 'refused' });
    const manager = await mall.staff('manager', undefined, { name: 'Hairunnisa' });
    await mall.as(rehearsalProcedures, manager).setCrowd({ mode: 'paused', speed: 2, visitorsPerHour: 30 });
  });
  after(() => mall.stop());
  const trail = (actor: StaffActor) => mall.as(auditProcedures, actor);
  const linesOfMall = () => mall.sql(`select id from audit_line where mall_id = $1`, [mall.mallId]);

  it('shows the manager everything of the mall, newest first, with who did it', async () => {
    const { lines, next } = await trail(await mall.staff('manager')).listTrail({ limit: 200 });
    assert.equal(next, null);
    assert.equal(lines.length, (await linesOfMall()).length);
    assert.deepEqual(
      lines.map((line) => line.at),
      lines
        .map((line) => line.at)
        .toSorted()
        .reverse(),
    );
    assert.equal(lines[0]!.operation, 'setCrowd');
    assert.equal(lines[0]!.actorName, 'Hairunnisa');
    assert.deepEqual(lines[0]!.facts, { mode: 'paused', speed: 2, visitorsPerHour: 30 });
    const names = new Set(lines.map((line) => line.actorName));
    assert.ok(names.has('Norlaila') && names.has('Supian') && names.has('scenario'));
  });

  it('shows the head of an agency that agency alone', async () => {
    const head = await mall.staff('agency-head', 'disdukcapil');
    const { lines } = await trail(head).listTrail({ limit: 200 });
    assert.ok(lines.length > 4);
    const own = await mall.sql<{ id: string }>('select id from audit_line where agency_id = $1', [
      registrar.agencyId,
    ]);
    assert.deepEqual(new Set(lines.map((line) => line.id)), new Set(own.map((row) => row.id)));
    assert.ok(!lines.some((line) => line.actorName === 'Supian'));
  });

  it('shows the history of one thing alone', async () => {
    const manager = trail(await mall.staff('manager'));
    const [counter] = await mall.sql<{ subject_id: string }>(
      `select subject_id from audit_line where subject_kind = 'counter' limit 1`,
    );
    const subject = { kind: 'counter', id: counter!.subject_id };
    const { lines } = await manager.listTrail({ subject });
    assert.ok(lines.length > 0);
    assert.ok(lines.every((line) => line.subjectKind === 'counter' && line.subjectId === subject.id));
    assert.deepEqual((await manager.listTrail({ subject: { kind: 'counter', id: 'none' } })).lines, []);
  });

  it('shows another mall nothing of it', async () => {
    const stranger = await mall.staff('manager');
    const elsewhere = { ...stranger, mallId: '00000000-0000-7000-8000-000000000000' };
    assert.deepEqual(await trail(elsewhere).listTrail({}), { lines: [], next: null });
  });

  it('is not for officers, kiosks or the public', async () => {
    await assert.rejects(trail(registrar).listTrail({}), { code: 'FORBIDDEN' });
    await assert.rejects(mall.as(auditProcedures, mall.kiosk()).listTrail({}), { code: 'FORBIDDEN' });
  });

  it('is read a page at a time, every line once, while new ones are added', async () => {
    const manager = trail(await mall.staff('manager'));
    const before = (await manager.listTrail({ limit: 200 })).lines.map((line) => line.id);
    const seen: string[] = [];
    for (let cursor: string | undefined, pages = 0; pages < 50; pages += 1) {
      const { lines, next } = await manager.listTrail({ limit: 3, ...(cursor ? { before: cursor } : {}) });
      seen.push(...lines.map((line) => line.id));
      if (pages === 1) await mall.as(queueProcedures, mall.kiosk()).issueTicket({ service: 'skck-baru' });
      if (next === null) break;
      cursor = next;
    }
    assert.deepEqual(seen, before);
  });

  it('can be added to and never rewritten by the program', async () => {
    await assert.rejects(mall.pool.query('delete from audit_line'), /permission denied/);
    await assert.rejects(mall.pool.query(`update audit_line set facts = '{}'`), /permission denied/);
  });
});
