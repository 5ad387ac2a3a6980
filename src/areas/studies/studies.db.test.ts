import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffActor } from '#platform/contract/access.ts';
import { PUBLIC_ACTOR } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import type { NeedsAnswer } from './contract.ts';
import type { ContentOf, PartContent } from './parts-contract.ts';
import { studiesProcedures } from './procedures.ts';
import { CHAPTERS } from './rules/chapters.ts';

const SERVICE: ContentOf<'service'> = {
  ...{ kind: 'service', agency: 'Samsat', name: 'Pajak kendaraan tahunan', place: 'Paringin Selatan' },
  ...{ yearlyRequests: 24_000, visitsPerRequest: 1.25, km: 18, travelMinutes: 60, costRupiah: 30_000 },
  ...{ serviceMinutes: 8, joins: true, source: 'Rekap Samsat 2021', serviceId: null },
};
const ANSWER: NeedsAnswer = {
  ...{ district: 'Juai', serviceId: null, visits: 2, travelMinutes: 90, costRupiah: 40_000 },
  ...{ wouldUse: 4, obstacles: ['far', 'came-again'], wish: '' },
};
const MONEY: ContentOf<'money'> = {
  ...{ kind: 'money', side: 'cost', every: 'once', label: 'Renovasi gedung' },
  ...{ low: 1_000_000_000, mid: 2_000_000_000, high: 3_000_000_000, source: null },
};

describe('the urgency study', () => {
  let mall: TestMall;
  let manager: StaffActor;
  before(async () => {
    mall = await withTestMall({ at: '2026-03-02T10:00:00+08:00' });
    manager = await mall.staff('manager');
  });
  after(() => mall.stop());

  const as = (who: StaffActor | typeof PUBLIC_ACTOR = manager) => mall.as(studiesProcedures, who);
  const add = async (content: PartContent) =>
    (await as().savePart({ part: null, content, uploadId: null })).partId;

  it('begins empty, with every chapter lacking its text', async () => {
    const study = await as().getStudy();
    assert.deepEqual([study.version, study.concluded, study.parts.services], [0, null, []]);
    assert.equal(study.results.chapters.length, CHAPTERS.length);
    assert.deepEqual(study.results.chapters[1], { chapter: 'services', lacks: ['text', 'service'] });
  });

  it('reckons visits, busiest hour and counters from what services are like today', async () => {
    await add(SERVICE);
    await add({ ...SERVICE, agency: 'BRI', name: 'Setoran', joins: false, yearlyRequests: 1000 });
    const { results } = await as().getStudy();
    assert.deepEqual([results.burden.requests, results.joiningBurden.requests], [25_000, 24_000]);
    assert.equal(results.joiningBurden.visits, 30_000);
    assert.equal(results.joiningBurden.hours, 30_000);
    assert.equal(results.joiningBurden.travelRupiah, 900_000_000);
    assert.equal(results.joiningBurden.timeRupiah, null, 'nobody has said what an hour is worth');
    const [need] = results.needs;
    assert.deepEqual([need!.agency, need!.dailyVisits, need!.busiestHour], ['Samsat', 125, 25]);
    assert.deepEqual(need!.counters, { low: 4, mid: 5, high: 6 });
    assert.equal(results.needs.length, 1, 'who does not join needs no counter');
  });

  it('keeps one chapter of each kind, and does not write over what somebody else wrote meanwhile', async () => {
    const chapter: PartContent = { kind: 'chapter', chapter: 'region', text: 'Balangan.' };
    const id = await add(chapter);
    await assert.rejects(add(chapter), { code: 'CHAPTER_TWICE' });
    const write = (text: string, version: number) =>
      as().savePart({ part: { id, version }, content: { ...chapter, text }, uploadId: null });
    await write('Balangan, 8 kecamatan.', 1);
    await assert.rejects(write('Lama.', 1), { code: 'CHANGED_MEANWHILE' });
    await assert.rejects(
      as().savePart({ part: { id, version: 2 }, content: SERVICE, uploadId: null }),
      { code: 'PART_UNKNOWN' },
      'a chapter does not become a service',
    );
  });

  it('refuses evidence of a day that has not come, a range that is upside down and an unknown criterion', async () => {
    const evidence: PartContent = {
      ...{ kind: 'evidence', method: 'focus-group', title: 'FGD Paringin', place: 'Aula', day: '2026-03-03' },
      ...{ participants: ['Siti, Kecamatan Juai'], findings: 'Warga datang tiga kali.' },
    };
    await assert.rejects(add(evidence), { code: 'EVIDENCE_AHEAD' });
    await add({ ...evidence, day: '2026-03-02' });
    await assert.rejects(add({ ...MONEY, low: 9_000_000_000 }), { code: 'BAD_REQUEST' });
    await assert.rejects(
      add({
        ...{ kind: 'location', name: 'Pasar Paringin', address: 'Jalan A. Yani', owner: null },
        ...{ areaSquareMetres: 900, notes: '', scores: { [manager.id]: 3 } },
      }),
      { code: 'CRITERION_UNKNOWN' },
    );
  });

  it('asks people on its days only, and counts what they say', async () => {
    await assert.rejects(as(PUBLIC_ACTOR).answerNeedsSurvey(ANSWER), { code: 'SURVEY_CLOSED' });
    const days = { from: '2026-03-01', until: '2026-03-10' };
    await assert.rejects(as().setNeedsSurvey({ days: { from: days.until, until: days.from } }), {
      code: 'DAYS_REVERSED',
    });
    await as().setNeedsSurvey({ days });
    const { services, open } = await as(PUBLIC_ACTOR).getNeedsSurvey({});
    assert.deepEqual([open, services.map(({ name }) => name)], [true, [SERVICE.name, 'Setoran']]);
    await as(PUBLIC_ACTOR).answerNeedsSurvey({ ...ANSWER, serviceId: services[0]!.id });
    await as(PUBLIC_ACTOR).answerNeedsSurvey({ ...ANSWER, district: 'juai', visits: 4, wouldUse: 2 });
    await as().addPaperAnswer({ ...ANSWER, visits: 3, answeredOn: '2026-02-20' });
    await assert.rejects(as().addPaperAnswer({ ...ANSWER, answeredOn: '2026-03-03' }), {
      code: 'EVIDENCE_AHEAD',
    });
    await assert.rejects(as(PUBLIC_ACTOR).answerNeedsSurvey({ ...ANSWER, serviceId: manager.id }), {
      code: 'SERVICE_UNKNOWN',
    });
    const { needs } = await as().getStudy();
    assert.deepEqual([needs.online, needs.paper], [2, 1]);
    assert.deepEqual(needs.middle, { answers: 3, visits: 3, travelMinutes: 90, costRupiah: 40_000 });
    assert.equal(needs.byService[0]?.visits, 2);
    assert.deepEqual(needs.districts, [{ district: 'Juai', answers: 3 }]);
    assert.deepEqual(needs.obstacles[0], { obstacle: 'came-again', answers: 3 });
    assert.ok(Math.abs(needs.wouldUse!.share - 2 / 3) < 1e-12);
  });

  it('scores places and says whether the choice hangs on a weight', async () => {
    const near = await add({ kind: 'criterion', label: 'Dekat angkutan', weight: 3 });
    const ready = await add({ kind: 'criterion', label: 'Gedung siap', weight: 2 });
    const place = {
      kind: 'location',
      address: 'Jalan A. Yani',
      owner: 'Pemkab',
      areaSquareMetres: 900,
    } as const;
    await add({ ...place, name: 'Pasar', notes: '', scores: { [near]: 5, [ready]: 2 } });
    await add({ ...place, name: 'Kantor lama', notes: '', scores: { [near]: 3, [ready]: 4 } });
    await add({ ...place, name: 'Lahan baru', notes: '', scores: { [near]: 5 } });
    const { results, parts } = await as().getStudy();
    const names = results.locations.ranked.map(({ id, score }) => [
      parts.locations.find((one) => one.id === id)!.name,
      score,
    ]);
    assert.deepEqual(names, [
      ['Pasar', 3.8],
      ['Kantor lama', 3.4],
      ['Lahan baru', null],
    ]);
    assert.deepEqual([results.locations.firstIn, results.locations.weightings], [2, 4]);
  });

  it('ends only when every chapter has its text and its data, and then nothing changes any more', async () => {
    await add(MONEY);
    await assert.rejects(as().concludeStudy({ version: (await as().getStudy()).version }), {
      code: 'STUDY_INCOMPLETE',
    });
    for (const chapter of CHAPTERS)
      if (chapter !== 'region') await add({ kind: 'chapter', chapter, text: `Isi ${chapter}.\n\nLanjutan.` });
    const { version } = await as().concludeStudy({ version: (await as().getStudy()).version });
    const { concluded } = await as().getStudy();
    assert.deepEqual(concluded, { on: '2026-03-02', by: manager.name });
    await assert.rejects(add(SERVICE), { code: 'STUDY_CONCLUDED' });
    await assert.rejects(as(PUBLIC_ACTOR).answerNeedsSurvey(ANSWER), { code: 'SURVEY_CLOSED' });
    await as().reopenStudy({ version, reason: 'Angka Samsat salah ketik' });
    await assert.rejects(as().reopenStudy({ version: version + 1, reason: 'Lagi' }), { code: 'STUDY_OPEN' });
    await as().concludeStudy({ version: version + 1 });
  });

  it('becomes the same PDF/A each time from the same data, tagged, with its sums', async () => {
    const [first, second] = [await as().getStudyPdf(), await as().getStudyPdf()];
    assert.equal(first.fileName, 'kajian-urgensi-2026-03-02.pdf');
    assert.equal(first.base64, second.base64);
    const pdf = Buffer.from(first.base64, 'base64');
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    assert.ok(pdf.includes('/StructTreeRoot'));
    assert.match(pdf.toString('latin1'), /pdfaid:part>2<[\s\S]*pdfaid:conformance>A</);
  });

  it('becomes a document to edit, whole', async () => {
    const { fileName, base64 } = await as().getStudyDocx();
    assert.equal(fileName, 'kajian-urgensi-2026-03-02.docx');
    assert.equal(Buffer.from(base64, 'base64').subarray(0, 2).toString(), 'PK');
  });

  it('belongs to who keeps the mall', async () => {
    const officer = await mall.staff('officer', 'samsat');
    await assert.rejects(as(officer).getStudy(), { code: 'FORBIDDEN' });
    await assert.rejects(as(PUBLIC_ACTOR).getStudyPdf(), { code: 'SIGN_IN_NEEDED' });
  });
});
