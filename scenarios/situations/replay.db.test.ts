import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { agreementsProcedures } from '#areas/agreements/procedures.ts';
import { listAgencies } from '#areas/agencies/public.ts';
import { establishmentProcedures } from '#areas/establishment/procedures.ts';
import { signingsProcedures } from '#areas/signings/procedures.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '../testing/test-mall.ts';
import { findScenario } from '../scenarios.ts';

/**
 * The way of three malls, walked day by day through the same operations as people use: stages with their papers, the
 * agreements in one ceremony where a source tells of one, the opening of the booths, the launch.
 */
const REPLAYED = ['balangan', 'banjarbaru', 'buleleng'] as const;
const PLACE_MISSING = 'Tempat tidak ada di sumber';

for (const name of REPLAYED) {
  const { facts } = findScenario(name)!;
  const way = facts.way!;

  describe(`the way of ${name} to its launch`, () => {
    let mall: TestMall;
    let manager: StaffActor;
    const days = [
      ...way.stages.flatMap(({ from, until }) => [from, until ?? from]),
      ...way.letters.map(({ day }) => day),
      ...(facts.signing === undefined ? [] : [facts.signing.day]),
      way.opened.others,
      ...Object.values(way.opened.bySlug ?? {}),
    ];
    const timeline = [...new Set(days)].toSorted();
    const at = (day: string) => `${day}T10:00:00+08:00`;

    before(async () => {
      mall = await withTestMall({ facts, at: at(timeline[0]!) });
      manager = await mall.staff('manager');
    });
    after(() => mall.stop());

    const stages = () => mall.as(establishmentProcedures, manager);
    const agreements = () => mall.as(agreementsProcedures, manager);
    const signings = () => mall.as(signingsProcedures, manager);

    async function saveStages(day: string) {
      for (const { kind, from, until, withoutPapers, ...told } of way.stages) {
        if (from !== day && until !== day) continue;
        const { stages: now } = await stages().getEstablishment();
        const { version } = now.find((stage) => stage.kind === kind)!;
        await stages().saveStage({
          ...{ kind, year: 0, version, plannedFrom: null, plannedUntil: null },
          ...{ actualFrom: from, actualUntil: until !== null && until <= day ? until : null },
          ...{ responsible: told.responsible ?? null, place: told.place ?? null, notes: told.notes ?? '' },
          togetherWith: told.togetherWith ?? null,
          overruleReason: withoutPapers ?? null,
        });
      }
    }

    async function addLetters(day: string) {
      for (const { stage, number, ...letter } of way.letters.filter((one) => one.day === day))
        await stages().addLetter({
          ...{ ...letter, number: number ?? null, stage: { kind: stage, year: 0 }, uploadId: null },
        });
    }

    /** Every agency's agreement, drafted, gone around, agreed to and signed in one ceremony. */
    async function signTogether(day: string) {
      const { signing } = facts;
      if (signing?.day !== day) return;
      const ids: string[] = [];
      for (const { id: agencyId, shortName } of await mall.within((tx) => listAgencies(tx, mall.mallId))) {
        const wish = { kind: 'pks', agencyId, title: `PKS ${shortName}` } as const;
        const { agreementId } = await agreements().draftAgreement(wish);
        const get = () => agreements().getAgreement({ agreementId });
        const { parties } = await get();
        for (const { number: _number, pattern: _pattern, ...party } of parties) {
          const { version } = await get();
          const { name: signatory, position, authority } = signing.head;
          await agreements().saveParty({ agreementId, version, ...party, signatory, position, authority });
        }
        const move = async (act: 'send' | 'agree') =>
          agreements().moveAgreement({ agreementId, version: (await get()).version, act });
        await move('send');
        for (const { place } of parties) {
          const { version } = await get();
          await agreements().tellVerdict({ agreementId, version, place, verdict: 'agrees', note: '' });
        }
        await move('agree');
        ids.push(agreementId);
      }
      const values = { title: 'Penandatanganan bersama', day, place: signing.place || PLACE_MISSING };
      const { signingId } = await signings().planSigning(values);
      await signings().addToSigning({ signingId, version: 1, agreementIds: ids });
      const { signed } = await signings().signAllReady({ signingId, version: 2 });
      assert.equal(signed, facts.agencies.length);
    }

    async function openBooths(day: string) {
      const { others, bySlug = {} } = way.opened;
      for (const { id, slug } of await mall.within((tx) => listAgencies(tx, mall.mallId)))
        if ((bySlug[slug] ?? others) === day)
          await stages().setOpening({ agencyId: id, plannedOn: null, openedOn: day });
    }

    it('is walked day by day, and ends with its launch and every booth open', async () => {
      for (const day of timeline) {
        await mall.setClock(at(day));
        await addLetters(day);
        await saveStages(day);
        await signTogether(day);
        await openBooths(day);
      }
      const { stages: now, openings } = await stages().getEstablishment();
      for (const { kind, until } of way.stages) {
        const stage = now.find((one) => one.kind === kind);
        assert.equal(stage?.state, until === null ? 'running' : 'done', kind);
      }
      assert.ok(openings.every(({ openedOn }) => openedOn !== null));
      const launch = way.stages.find(({ kind }) => kind === 'launch');
      assert.equal(facts.mall.launchedOn, launch?.from, 'the mall and its launch tell one day');
    });

    it('could not have been told ahead of its days', async () => {
      const [first] = way.stages;
      await mall.setClock(at(timeline[0]!));
      const { stages: now } = await stages().getEstablishment();
      const { version, ...stage } = now.find(({ kind }) => kind === first!.kind)!;
      await assert.rejects(
        stages().saveStage({
          ...{ kind: stage.kind, year: 0, version, plannedFrom: null, plannedUntil: null },
          ...{ actualFrom: '2030-01-01', actualUntil: null, responsible: null, place: null, notes: '' },
          ...{ togetherWith: null, overruleReason: null },
        }),
        { code: 'STAGE_AHEAD' },
      );
    });
  });
}
