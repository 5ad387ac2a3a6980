import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { DayReport, Figures } from './contract.ts';
import { dayReportCsv } from './day-report-csv.ts';

const figures: Figures = {
  visits: 11,
  issued: 12,
  served: 7,
  stillOpen: 2,
  outcomes: {
    finished: 4,
    'in-process': 1,
    consultation: 1,
    refused: 1,
    left: 1,
    absent: 2,
    'not-served': 0,
  },
  waitMinutes: { count: 10, mean: 12.345, p50: 10, p90: 1234.5 },
  serviceMinutes: { count: 0, mean: null, p50: null, p90: null },
  rating: { count: 3, mean: 10 / 3 },
};
const named = {
  code: 'DKC-01',
  service: 'KTP-el; baru',
  agency: 'Dinas "Dukcapil", Balangan',
  agencySlug: 'x',
};
const report: DayReport = {
  day: '2026-11-24',
  timeZone: 'Asia/Makassar',
  madeAt: '2026-11-24T08:00:00.000Z',
  includesSimulated: false,
  simulatedCount: 31,
  source: 'machine',
  paperCount: 4,
  total: figures,
  byService: [{ ...figures, ...named }],
  byHour: [{ ...figures, hour: 8 }],
};
const read = (csv: string, delimiter: string): string[][] =>
  parse(csv, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true });

describe('the day report as a sheet', () => {
  it('begins with the mark by which spreadsheets know UTF-8, and ends its lines as they do', () => {
    const csv = dayReportCsv(report, 'id');
    assert.ok(csv.startsWith('\uFEFFLaporan harian;2026-11-24\r\n'));
    assert.ok(csv.endsWith('\r\n'));
  });

  it('says the day, the zone, and whether simulated visitors and paper numbers count', () => {
    assert.deepEqual(read(dayReportCsv(report, 'id'), ';').slice(0, 5), [
      ['Laporan harian', '2026-11-24'],
      ['Zona waktu', 'WITA'],
      ['Dibuat', '2026-11-24T08:00:00.000Z'],
      ['Nomor simulasi', '31', 'tidak ikut dihitung'],
      ['Nomor kertas', '4', 'tidak ikut dihitung'],
    ]);
  });

  it('carries every figure under its heading, with the decimal sign of the language', () => {
    const [, , , , , header, total, service, hour] = read(dayReportCsv(report, 'id'), ';');
    const sheet = (row: string[]) => Object.fromEntries(header!.map((name, index) => [name, row[index]]));
    assert.equal(new Set(header).size, header!.length);
    assert.equal(total!.length, header!.length);
    const told = sheet(total!);
    assert.equal(told['Nomor diambil'], '12');
    assert.equal(told['Tidak datang saat dipanggil'], '2');
    assert.equal(told['Tunggu: rata-rata (menit)'], '12,35');
    assert.equal(told['Tunggu: persentil 90 (menit)'], '1234,50');
    assert.equal(told['Layanan di loket: rata-rata (menit)'], '');
    assert.equal(told['Penilaian: rata-rata (1–4)'], '3,33');
    assert.equal(sheet(service!)['Layanan'], named.service);
    assert.equal(sheet(service!)['Instansi'], named.agency);
    assert.equal(sheet(hour!)['Jam'], '8');
    const [, , , , , , english] = read(dayReportCsv(report, 'en'), ',');
    assert.ok(english!.includes('1234.50'));
  });

  it('keeps a cell whole that holds either language’s delimiter, quotes or a line break', () => {
    const nasty = 'a;b,c"d\ne\tf';
    for (const [language, delimiter] of [
      ['id', ';'],
      ['en', ','],
    ] as const) {
      const csv = dayReportCsv(
        { ...report, byService: [{ ...figures, ...named, service: nasty }] },
        language,
      );
      assert.equal(read(csv, delimiter)[7]![3], nasty);
    }
    assert.ok(dayReportCsv(report, 'en').includes('"KTP-el; baru"'));
  });

  it('disarms what a spreadsheet would take for a formula', () => {
    for (const formula of ['=1+1', '+62', '-1', '@SUM(A1)', '=HYPERLINK("http://x")', '\t=1', '\r=1']) {
      const csv = dayReportCsv({ ...report, byService: [{ ...figures, ...named, agency: formula }] }, 'id');
      assert.equal(read(csv, ';')[7]![1], `'${formula}`);
    }
  });
});
