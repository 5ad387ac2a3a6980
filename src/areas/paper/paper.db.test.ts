import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { capacityProcedures } from '#areas/capacity/procedures.ts';
import { queueProcedures } from '#areas/queue/procedures.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { paperProcedures } from './procedures.ts';

const DAY = '2026-11-24';
const SERVED = {
  day: DAY,
  code: 'A-801',
  service: 'ktp-el-baru',
  takenAt: '09:05',
  calledAt: '09:25',
  endedAt: '09:36',
  outcome: 'finished',
  counterNumber: 3,
} as const;

describe('numbers on paper', () => {
  let mall: TestMall;
  let agencyIds: ReadonlyMap<string, string>;
  before(async () => {
    mall = await withTestMall({ at: `${DAY}T08:30+08:00` });
    const rows = await mall.sql<{ slug: string; id: string }>('select slug, id from agency');
    agencyIds = new Map(rows.map(({ slug, id }) => [slug, id]));
  });
  after(() => mall.stop());
  beforeEach(async () => {
    await mall.setClock(`${DAY}T08:30+08:00`);
    await mall.sql(
      'truncate number_block, rating, stop_interval, stop, visit, queue_series, capacity_ledger cascade',
    );
  });

  const paper = async () => mall.as(paperProcedures, await mall.staff('manager'));
  const kiosk = () => mall.as(queueProcedures, mall.kiosk());
  const reserve = async (change: { firstNumber?: number; lastNumber?: number; day?: string } = {}) =>
    (await paper()).reserveNumberBlocks({ day: DAY, agencyIds: [agencyIds.get('disdukcapil')!], ...change });

  it('are 801 to 900 of each chosen series, and are told for their day alone', async () => {
    const reserved = await (
      await paper()
    ).reserveNumberBlocks({ day: DAY, agencyIds: [agencyIds.get('polres')!, agencyIds.get('disdukcapil')!] });
    assert.equal(reserved.reserved, 2);
    const { blocks, today } = await (await paper()).listNumberBlocks({ day: DAY });
    assert.equal(today, DAY);
    assert.deepEqual(
      blocks.map((block) => [
        block.agencySlug,
        block.series,
        block.firstNumber,
        block.lastNumber,
        block.entered,
      ]),
      [
        ['disdukcapil', 'A', 801, 900, 0],
        ['polres', 'P', 801, 900, 0],
      ],
    );
    assert.deepEqual((await (await paper()).listNumberBlocks({ day: '2026-11-25' })).blocks, []);
  });

  it('are jumped over by the machine, whichever number comes next', async () => {
    await reserve({ firstNumber: 2, lastNumber: 4 });
    await reserve({ firstNumber: 5, lastNumber: 5 });
    const codes: string[] = [];
    for (let n = 0; n < 3; n += 1) codes.push((await kiosk().issueTicket({ service: 'ktp-el-baru' })).code);
    assert.deepEqual(codes, ['A-001', 'A-006', 'A-007']);
    await mall.sql('delete from number_block');
    await reserve({ firstNumber: 8, lastNumber: 999 });
    await assert.rejects(kiosk().issueTicket({ service: 'ktp-el-baru' }), { code: 'SERIES_EXHAUSTED' });
  });

  it('may begin a series', async () => {
    await reserve({ firstNumber: 1, lastNumber: 10 });
    assert.equal((await kiosk().issueTicket({ service: 'ktp-el-baru' })).code, 'A-011');
  });

  it('never clash when kiosks and a manager press at the same moment', async () => {
    const pressed = Array.from({ length: 12 }, () => kiosk().issueTicket({ service: 'ktp-el-baru' }));
    const [block, ...given] = await Promise.allSettled([
      reserve({ firstNumber: 4, lastNumber: 8 }),
      ...pressed,
    ]);
    const numbers = given.map((one) => {
      assert.equal(one.status, 'fulfilled');
      return Number((one as PromiseFulfilledResult<{ code: string }>).value.code.slice(2));
    });
    assert.equal(new Set(numbers).size, 12);
    const inside = numbers.filter((number) => number >= 4 && number <= 8);
    if (block.status === 'fulfilled') assert.deepEqual(inside, []);
    else assert.equal((block.reason as { code: string }).code, 'BLOCK_TAKEN');
  });

  it('are refused where the machine or another block has been, for a day that is over, and upside down', async () => {
    await kiosk().issueTicket({ service: 'ktp-el-baru' });
    await assert.rejects(reserve({ firstNumber: 1, lastNumber: 50 }), { code: 'BLOCK_TAKEN' });
    await reserve();
    await assert.rejects(reserve(), { code: 'BLOCK_TAKEN' });
    await assert.rejects(reserve({ firstNumber: 900, lastNumber: 950 }), { code: 'BLOCK_TAKEN' });
    await reserve({ firstNumber: 901, lastNumber: 950 });
    await assert.rejects(reserve({ day: '2026-11-23' }), { code: 'DAY_PAST' });
    await assert.rejects(reserve({ firstNumber: 2, lastNumber: 1 }), { code: 'BLOCK_DISORDERED' });
    await assert.rejects(
      (await paper()).reserveNumberBlocks({ day: DAY, agencyIds: ['01930000-0000-7000-8000-000000000001'] }),
      { code: 'AGENCY_UNKNOWN' },
    );
  });

  it('are entered later as closed intervals with the true times, and counted in the quota', async () => {
    await reserve();
    await mall.setClock(`${DAY}T11:00+08:00`);
    assert.deepEqual(await (await paper()).enterPaperStop({ ...SERVED, code: ' a-801 ' }), { code: 'A-801' });
    const intervals = await mall.sql(
      `select i.kind, extract(epoch from i.ended_at - i.started_at)::int / 60 as minutes,
         to_char(i.started_at at time zone 'Asia/Makassar', 'HH24:MI') as began, s.channel, s.state
       from stop_interval i join stop s on s.id = i.stop_id order by i.seq`,
    );
    const stop = { channel: 'paper', state: 'done' };
    assert.deepEqual(intervals, [
      { kind: 'waiting', minutes: 20, began: '09:05', ...stop },
      { kind: 'called', minutes: 0, began: '09:25', ...stop },
      { kind: 'serving', minutes: 11, began: '09:25', ...stop },
    ]);
    assert.deepEqual(await mall.sql('select taken from capacity_ledger'), [{ taken: 1 }]);
    const { blocks, stops } = await (await paper()).listNumberBlocks({});
    assert.equal(blocks[0]!.entered, 1);
    assert.deepEqual(
      stops.map(({ code, outcome, counterNumber, calledAt }) => [code, outcome, counterNumber, calledAt]),
      [['A-801', 'finished', 3, '2026-11-24T01:25:00.000Z']],
    );
  });

  it('are entered once, from a block of that day, for a service and a counter of that agency', async () => {
    await reserve();
    await mall.setClock(`${DAY}T11:00+08:00`);
    const enter = async (change: Record<string, unknown>) =>
      (await paper()).enterPaperStop({ ...SERVED, ...change });
    await enter({});
    await assert.rejects(enter({}), { code: 'NUMBER_ENTERED' });
    for (const code of ['A-800', 'A-901', 'P-801', 'A801', 'apa saja', 'I-801']) {
      await assert.rejects(enter({ code }), { code: 'NUMBER_NOT_RESERVED' }, code);
    }
    await assert.rejects(enter({ day: '2026-11-25' }), { code: 'NUMBER_NOT_RESERVED' });
    const next = { code: 'A-802' };
    await assert.rejects(enter({ ...next, service: 'skck-baru' }), { code: 'SERVICE_UNKNOWN' });
    await assert.rejects(enter({ ...next, counterNumber: 18 }), { code: 'COUNTER_UNKNOWN' });
    await assert.rejects(enter({ ...next, endedAt: '09:20' }), { code: 'TIMES_DISORDERED' });
    await assert.rejects(enter({ ...next, endedAt: '11:01' }), { code: 'TIMES_AHEAD' });
    await assert.rejects(enter({ ...next, outcome: 'not-served' }), { code: 'TIMES_INCOMPLETE' });
    await assert.rejects(enter({ ...next, outcome: 'refused' }), { code: 'REASON_NEEDED' });
    assert.deepEqual(await mall.sql('select count(*)::int as stops from stop'), [{ stops: 1 }]);
  });

  it('stay on paper whatever writes them: the database refuses another channel in a block and paper outside', async () => {
    await reserve();
    const { token } = await kiosk().issueTicket({ service: 'ktp-el-baru' });
    for (const change of [`number = 801`, `channel = 'paper'`]) {
      await assert.rejects(mall.sql(`update stop set ${change} where token = $1`, [token]), {
        constraint: 'stop_paper_number',
      });
    }
  });

  it('come as a PDF that is asked for by whoever runs the mall', async () => {
    await assert.rejects((await paper()).getNumberSheet({ day: DAY }), { code: 'NO_BLOCK' });
    await reserve();
    const { fileName, pdfBase64 } = await (await paper()).getNumberSheet({ day: DAY });
    assert.equal(fileName, `nomor-kertas-balangan-${DAY}.pdf`);
    const pdf = Buffer.from(pdfBase64, 'base64');
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    assert.equal(pages.length, 9, 'a hundred numbers, twelve to a page');
    const officer = mall.as(paperProcedures, await mall.staff('officer', 'disdukcapil'));
    await assert.rejects(officer.getNumberSheet({ day: DAY }), { code: 'FORBIDDEN' });
  });

  it('leave the machine’s quota and queue as they are', async () => {
    await reserve();
    const { booths } = await mall.as(capacityProcedures, mall.kiosk()).listBoothStates({});
    assert.ok(booths.find(({ agencySlug }) => agencySlug === 'disdukcapil')!.givesNumbers);
  });
});
