import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { signAgreement } from '#scenarios/testing/sign-agreement.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { reportsProcedures } from '../procedures.ts';

const SLUG = 'pengadilan-agama';

describe('letters about promises', () => {
  let mall: TestMall;
  let manager: StaffActor;
  let head: StaffActor;
  let agencyId: string;
  before(async () => {
    mall = await withTestMall({ at: '2026-02-23T10:00:00+08:00' });
    manager = await mall.staff('manager');
    head = await mall.staff('agency-head', SLUG, { name: 'Ahmad Zaini' });
    agencyId = head.agencyId!;
  });
  after(() => mall.stop());

  const as = (who: StaffActor) => mall.as(reportsProcedures, who);
  const remind = () => as(manager).sendReminder({ agencyId, number: '500/12/DPMPTSP/2026' });

  const sign = () => signAgreement(mall, manager, { agencyId, signedOn: '2026-02-23' });

  it('are not written without a promise, nor where every day was kept', async () => {
    await assert.rejects(remind(), { code: 'AGENCY_UNKNOWN' });
    await sign();
    await assert.rejects(remind(), { code: 'PROMISE_KEPT' });
  });

  it('tell the missed days as they were counted, and stay as they were sent', async () => {
    await mall.setClock('2026-03-05T10:00:00+08:00');
    const { letterId } = await remind();
    const [letter] = await as(head).listPromiseLetters();
    assert.equal(letter?.id, letterId);
    assert.deepEqual(letter.told.missed, [
      { day: '2026-02-25', state: 'absent' },
      { day: '2026-03-04', state: 'absent' },
    ]);
    assert.deepEqual([letter.told.daysOpen, letter.told.daysPromised], [0, 2]);
    await mall.sql('delete from agreement_hours').catch(() => undefined);
    assert.deepEqual((await as(manager).listPromiseLetters())[0]?.told, letter.told);
  });

  it('are a tagged PDF that can be printed and signed', async () => {
    const [letter] = await as(manager).listPromiseLetters();
    const { fileName, pdfBase64 } = await as(head).getReminderPdf({ letterId: letter!.id });
    assert.equal(fileName, 'pengingat-pengadilan-agama-2026-03-05.pdf');
    const pdf = Buffer.from(pdfBase64, 'base64');
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    assert.ok(pdf.includes('/StructTreeRoot'));
  });

  it('are answered once, by the head of the agency to which they went', async () => {
    const [letter] = await as(manager).listPromiseLetters();
    const letterId = letter!.id;
    const other = await mall.staff('agency-head', 'samsat');
    const reply = 'Petugas dimutasi; pengganti hadir mulai 11 Maret.';
    assert.deepEqual(await as(other).listPromiseLetters(), []);
    await assert.rejects(as(other).answerReminder({ letterId, reply }), { code: 'LETTER_UNKNOWN' });
    await assert.rejects(as(other).getReminderPdf({ letterId }), { code: 'LETTER_UNKNOWN' });
    await assert.rejects(as(manager).answerReminder({ letterId, reply }), { code: 'FORBIDDEN' });
    await as(head).answerReminder({ letterId, reply });
    await assert.rejects(as(head).answerReminder({ letterId, reply: 'Lagi' }), { code: 'ANSWERED' });
    const [answered] = await as(manager).listPromiseLetters();
    assert.deepEqual([answered?.reply, answered?.repliedBy], [reply, 'Ahmad Zaini']);
  });
});
