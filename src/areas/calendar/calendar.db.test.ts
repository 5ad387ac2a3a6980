import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { PUBLIC_ACTOR, type StaffActor } from '#platform/contract/access.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { calendarProcedures } from './procedures.ts';

const DECREES = readFileSync(new URL('./data/holidays.csv', import.meta.url), 'utf8');
const HEADER = 'date,kind,name,decree,confidence\n';

describe('the calendar of holidays', () => {
  let mall: TestMall;
  let administrator: StaffActor;
  before(async () => {
    mall = await withTestMall();
    administrator = await mall.staff('administrator');
  });
  after(() => mall.stop());
  const year = (of: number) => mall.as(calendarProcedures, PUBLIC_ACTOR).listHolidays({ year: of });
  const bring = (csv: string, actor: StaffActor = administrator) =>
    mall.as(calendarProcedures, actor).importHolidays({ csv });

  it('holds the decrees that came with the program, each day with its decree and how sure it is', async () => {
    const { imported, days } = await year(2026);
    assert.ok(imported);
    assert.equal(days.length, DECREES.split('\n').filter((line) => line.startsWith('2026-')).length);
    assert.deepEqual(
      days.map(({ day }) => day),
      days.map(({ day }) => day).toSorted(),
    );
    const newYear = days.find(({ day }) => day === '2026-01-01')!;
    assert.equal(newYear.kind, 'holiday');
    assert.match(newYear.decree, /^SKB 3 Menteri/);
  });

  it('says of a year that was never imported that it is unknown, not that it has no holidays', async () => {
    assert.deepEqual(await year(2031), { year: 2031, imported: false, days: [] });
  });

  it('replaces a whole year by a new decree, and leaves the other years', async () => {
    const other = await year(2025);
    const decree = `${HEADER}2026-01-01,holiday,Tahun Baru,SKB baru,seen\n2026-01-02,joint-leave,Cuti bersama,SKB baru,seen\n`;
    assert.deepEqual(await bring(decree), { years: [2026], days: 2 });
    const { days } = await year(2026);
    assert.deepEqual(
      days.map((day) => [day.day, day.decree]),
      [
        ['2026-01-01', 'SKB baru'],
        ['2026-01-02', 'SKB baru'],
      ],
    );
    assert.deepEqual(await year(2025), other);
    const [line] = await mall.sql(
      `select actor_id, facts from audit_line where operation = 'importHolidays' order by id desc limit 1`,
    );
    assert.deepEqual(line, { actor_id: administrator.id, facts: { days: 2, decrees: ['SKB baru'] } });
  });

  it('refuses an unreadable file with the first problem, and takes nothing of it', async () => {
    const before = await year(2026);
    const good = '2026-03-01,holiday,Hari baik,SKB,seen\n';
    const problems: Record<string, Record<string, string | number>> = {
      [`${HEADER}${good}2026-02-30,holiday,Tidak ada,SKB,seen\n2026-04-01,besar,Apa,SKB,seen\n`]: {
        row: 3,
        column: 'date',
        reason: 'not-a-date',
        problems: 2,
      },
      [`${HEADER}`]: { row: 1, column: '', reason: 'empty', problems: 1 },
      'tanggal;jenis\n2026-01-01;libur\n': { row: 1, column: 'date', reason: 'column-missing', problems: 5 },
    };
    for (const [csv, facts] of Object.entries(problems)) {
      await assert.rejects(bring(csv), { code: 'HOLIDAYS_UNREADABLE', data: facts });
    }
    assert.deepEqual(await year(2026), before);
  });

  it('lets two imports of one year follow one another', async () => {
    const decree = (name: string) =>
      HEADER +
      Array.from(
        { length: 20 },
        (_, n) => `2027-05-${String(n + 1).padStart(2, '0')},holiday,Hari ${n},${name},seen\n`,
      ).join('');
    await Promise.all(['SKB satu', 'SKB dua', 'SKB tiga'].map((name) => bring(decree(name))));
    const { days } = await year(2027);
    assert.equal(days.length, 20);
    assert.equal(new Set(days.map((day) => day.decree)).size, 1);
  });

  it('is changed by an administrator alone', async () => {
    for (const role of ['officer', 'agency-head', 'manager'] as const) {
      const agency = role === 'manager' ? undefined : 'polres';
      await assert.rejects(bring(DECREES, await mall.staff(role, agency)), { code: 'FORBIDDEN' });
    }
    await bring(DECREES);
  });
});
