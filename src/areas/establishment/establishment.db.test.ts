import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import type { LetterValues, StageKey, StageValues } from './contract.ts';
import { establishmentProcedures } from './procedures.ts';

const STAGE: StageValues = {
  ...{ responsible: 'Bappedalitbang', place: null, notes: '', togetherWith: null },
  ...{ plannedFrom: null, plannedUntil: null, actualFrom: null, actualUntil: null },
};
const DECREE: LetterValues = {
  ...{ kind: 'decree', number: '188.45/417/Kum/2022', day: '2022-11-01' },
  ...{ title: 'Tim percepatan MPP', issuer: 'Bupati Balangan', stage: { kind: 'team', year: 0 } },
};

describe('the stages of a mall', () => {
  let mall: TestMall;
  let manager: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: '2026-03-02T10:00:00+08:00' });
    manager = await mall.staff('manager');
  });
  after(() => mall.stop());

  const as = (who = manager) => mall.as(establishmentProcedures, who);
  async function stage(kind: StageKey['kind'], year = 0) {
    const { stages } = await as().getEstablishment();
    return stages.find((one) => one.kind === kind && one.year === year)!;
  }
  async function save(
    kind: StageKey['kind'],
    values: Partial<StageValues>,
    overruleReason: string | null = null,
  ) {
    const { version } = await stage(kind);
    return as().saveStage({ kind, year: 0, version, ...STAGE, ...values, overruleReason });
  }

  it('are all there before anything is written down, each with what it rests on', async () => {
    const { stages, launchedOn, openings } = await as().getEstablishment();
    assert.deepEqual(
      stages.map(({ kind, state }) => [kind, state]),
      [
        'team',
        'study-visit',
        'study',
        'proposal',
        'reply',
        'commitment',
        'preparation',
        'trial',
        'launch',
      ].map((kind) => [kind, 'unplanned']),
    );
    assert.match(stages[2]!.basis ?? '', /Perpres 89\/2021 Pasal 5/);
    assert.equal(launchedOn, '2025-12-15');
    assert.equal(openings.length, 18);
  });

  it('do not end without their papers, unless somebody says why', async () => {
    const days = { actualFrom: '2022-11-01', actualUntil: '2022-12-05' };
    await assert.rejects(save('team', days), { code: 'STAGE_WITHOUT_PAPERS' });
    await save('team', days, 'Naskah hilang saat kantor pindah');
    const overruled = await stage('team');
    assert.deepEqual(overruled.overruled, { reason: 'Naskah hilang saat kantor pindah', by: manager.name });
    assert.deepEqual([overruled.state, overruled.ageDays], ['done', 35]);
    await as().addLetter({ ...DECREE, uploadId: null });
    await save('team', days, 'Naskah hilang saat kantor pindah');
    const proven = await stage('team');
    assert.equal(proven.overruled, null, 'with the paper there is nothing to overrule');
    assert.deepEqual(proven.missingLetters, []);
  });

  it('tell the day of the launch once, to the mall too', async () => {
    await save('launch', { actualFrom: '2025-12-16', actualUntil: '2025-12-16' }, 'Naskah menyusul');
    assert.equal((await as().getEstablishment()).launchedOn, '2025-12-16');
    await save('launch', { actualFrom: '2025-12-15', actualUntil: '2025-12-15' }, 'Naskah menyusul');
  });

  it('come in any order: a mall serves before it is launched', async () => {
    await save('trial', { actualFrom: '2025-12-01' });
    assert.equal((await stage('trial')).state, 'running');
    assert.equal((await stage('proposal')).state, 'unplanned');
  });

  it('refuse days that lie ahead or run backwards, and what somebody changed meanwhile', async () => {
    await assert.rejects(save('launch', { actualFrom: '2026-03-03' }), { code: 'STAGE_AHEAD' });
    await assert.rejects(save('launch', { plannedFrom: '2026-05-02', plannedUntil: '2026-05-01' }), {
      code: 'STAGE_DAYS',
    });
    const { version } = await stage('launch');
    await save('launch', { plannedFrom: '2026-02-01', togetherWith: 8 });
    const late = { kind: 'launch', year: 0, version, ...STAGE, overruleReason: null } as const;
    await assert.rejects(as().saveStage(late), { code: 'CHANGED_MEANWHILE' });
    const launch = await stage('launch');
    assert.deepEqual([launch.state, launch.togetherWith], ['late', 8]);
  });

  it('are evaluated once a year, and only evaluations have a year', async () => {
    const wish = { version: 0, ...STAGE, overruleReason: null };
    await as().saveStage({ kind: 'evaluation', year: 2026, ...wish, actualFrom: '2026-02-01' });
    assert.equal((await stage('evaluation', 2026)).state, 'running');
    await assert.rejects(as().saveStage({ kind: 'evaluation', year: 0, ...wish }), { code: 'STAGE_YEAR' });
    await assert.rejects(as().saveStage({ kind: 'team', year: 2026, ...wish }), { code: 'STAGE_YEAR' });
  });

  it('say what keeps them, since when and who solves it', async () => {
    const wish = { what: 'Jaringan gedung belum siap', owner: 'Diskominfo' };
    const { blockerId } = await as().addBlocker({ kind: 'preparation', year: 0, ...wish });
    const [blocker] = (await stage('preparation')).blockers;
    assert.deepEqual(blocker, { id: blockerId, ...wish, since: '2026-03-02', solvedOn: null });
    await as().solveBlocker({ blockerId });
    assert.equal((await stage('preparation')).blockers[0]?.solvedOn, '2026-03-02');
    await assert.rejects(as().solveBlocker({ blockerId }), { code: 'BLOCKER_UNKNOWN' });
  });

  it('keep a register in which an issuer uses a number once', async () => {
    const again = { ...DECREE, issuer: 'BUPATI BALANGAN', stage: null, uploadId: null };
    await assert.rejects(as().addLetter(again), { code: 'LETTER_TWICE' });
    await as().addLetter({ ...again, issuer: 'Bupati Tabalong' });
    const { letterId } = await as().addLetter({ ...again, number: null, title: 'Tanpa nomor' });
    const letters = await as().listLetters();
    assert.equal(letters.length, 3);
    await as().removeLetter({ letterId });
    await assert.rejects(as().removeLetter({ letterId }), { code: 'LETTER_UNKNOWN' });
    assert.equal((await as().listLetters()).length, 2);
  });

  it('end in booths that open one after another', async () => {
    const { openings } = await as().getEstablishment();
    const { agencyId } = openings[0]!;
    await as().setOpening({ agencyId, plannedOn: '2025-12-15', openedOn: '2025-12-01' });
    await assert.rejects(as().setOpening({ agencyId, plannedOn: null, openedOn: '2026-03-03' }), {
      code: 'OPENED_AHEAD',
    });
    await assert.rejects(
      as().setOpening({ agencyId: crypto.randomUUID(), plannedOn: null, openedOn: null }),
      {
        code: 'AGENCY_UNKNOWN',
      },
    );
    const [first] = (await as().getEstablishment()).openings;
    assert.deepEqual([first?.plannedOn, first?.openedOn], ['2025-12-15', '2025-12-01']);
  });
});
