import { stringify } from 'csv-stringify/sync';
import { OUTCOMES } from '#areas/queue/rules/ticket-states.ts';
import type { Outcome } from '#areas/queue/contract.ts';
import type { Language } from '#platform/contract/shapes.ts';
import { zoneAbbreviation } from '#platform/values/day.ts';
import type { DayReport, Figures } from './contract.ts';
import type { NumberSource } from './rules/number-sources.ts';

interface SheetWords {
  readonly title: string;
  readonly timeZone: string;
  readonly madeAt: string;
  readonly simulated: string;
  readonly simulatedIncluded: string;
  readonly simulatedLeftOut: string;
  readonly paper: string;
  readonly sources: Readonly<Record<NumberSource, string>>;
  readonly part: string;
  readonly total: string;
  readonly byService: string;
  readonly byHour: string;
  readonly agency: string;
  readonly code: string;
  readonly service: string;
  readonly hour: string;
  readonly visits: string;
  readonly issued: string;
  readonly served: string;
  readonly stillOpen: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly wait: string;
  readonly serviceTime: string;
  readonly count: string;
  readonly mean: string;
  readonly median: string;
  readonly p90: string;
  readonly rating: string;
  readonly ratingMean: string;
}

const WORDS: Readonly<Record<Language, SheetWords>> = {
  id: {
    title: 'Laporan harian',
    timeZone: 'Zona waktu',
    madeAt: 'Dibuat',
    simulated: 'Nomor simulasi',
    simulatedIncluded: 'ikut dihitung',
    simulatedLeftOut: 'tidak ikut dihitung',
    paper: 'Nomor kertas',
    sources: { all: 'ikut dihitung', machine: 'tidak ikut dihitung', paper: 'hanya ini yang dihitung' },
    part: 'Bagian',
    total: 'Seluruh mal',
    byService: 'Per layanan',
    byHour: 'Per jam',
    agency: 'Instansi',
    code: 'Kode',
    service: 'Layanan',
    hour: 'Jam',
    visits: 'Kunjungan',
    issued: 'Nomor diambil',
    served: 'Dilayani',
    stillOpen: 'Belum selesai',
    outcomes: {
      finished: 'Selesai di sini',
      'in-process': 'Sedang diproses',
      consultation: 'Konsultasi',
      refused: 'Ditolak',
      left: 'Pergi',
      absent: 'Tidak datang saat dipanggil',
      'not-served': 'Tidak sempat dilayani',
    },
    wait: 'Tunggu',
    serviceTime: 'Layanan di loket',
    count: 'banyaknya',
    mean: 'rata-rata (menit)',
    median: 'median (menit)',
    p90: 'persentil 90 (menit)',
    rating: 'Penilaian: banyaknya',
    ratingMean: 'Penilaian: rata-rata (1–4)',
  },
  en: {
    title: 'Day report',
    timeZone: 'Time zone',
    madeAt: 'Made at',
    simulated: 'Simulated tickets',
    simulatedIncluded: 'included',
    simulatedLeftOut: 'left out',
    paper: 'Paper numbers',
    sources: { all: 'included', machine: 'left out', paper: 'only these are counted' },
    part: 'Part',
    total: 'Whole mall',
    byService: 'By service',
    byHour: 'By hour',
    agency: 'Agency',
    code: 'Code',
    service: 'Service',
    hour: 'Hour',
    visits: 'Visits',
    issued: 'Numbers taken',
    served: 'Served',
    stillOpen: 'Not ended yet',
    outcomes: {
      finished: 'Finished here',
      'in-process': 'In process',
      consultation: 'Consultation',
      refused: 'Refused',
      left: 'Left',
      absent: 'Did not come when called',
      'not-served': 'Not served',
    },
    wait: 'Wait',
    serviceTime: 'At the counter',
    count: 'count',
    mean: 'mean (minutes)',
    median: 'median (minutes)',
    p90: '90th percentile (minutes)',
    rating: 'Ratings: count',
    ratingMean: 'Ratings: mean (1–4)',
  },
};

type Cell = string | number | null;

/**
 * The day report as a sheet that opens right in a spreadsheet of the language: Indonesian ones part cells by semicolon
 * and decimals by comma. UTF-8 with its mark; minutes to two decimals; an empty cell where there is nothing to tell.
 * A cell that a spreadsheet would take for a formula gets a leading apostrophe.
 */
export function dayReportCsv(report: DayReport, language: Language): string {
  const words = WORDS[language];
  const rows: Cell[][] = [
    [words.title, report.day],
    [words.timeZone, zoneAbbreviation(report.timeZone)],
    [words.madeAt, report.madeAt],
    [
      words.simulated,
      report.simulatedCount,
      report.includesSimulated ? words.simulatedIncluded : words.simulatedLeftOut,
    ],
    [words.paper, report.paperCount, words.sources[report.source]],
    [],
    headerCells(words),
    [words.total, null, null, null, null, ...figureCells(report.total, language)],
    ...report.byService.map((row) => [
      words.byService,
      row.agency,
      row.code,
      row.service,
      null,
      ...figureCells(row, language),
    ]),
    ...report.byHour.map((row) => [words.byHour, null, null, null, row.hour, ...figureCells(row, language)]),
  ];
  return stringify(rows, {
    bom: true,
    delimiter: language === 'id' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
    // Also what only the other language's delimiter would break, should somebody open it with that.
    quoted_match: /[;,\t]/,
  });
}

function headerCells(words: SheetWords): string[] {
  const minutes = (of: string) =>
    [words.count, words.mean, words.median, words.p90].map((figure) => `${of}: ${figure}`);
  return [
    words.part,
    words.agency,
    words.code,
    words.service,
    words.hour,
    words.visits,
    words.issued,
    words.served,
    words.stillOpen,
    ...OUTCOMES.map((outcome) => words.outcomes[outcome]),
    ...minutes(words.wait),
    ...minutes(words.serviceTime),
    words.rating,
    words.ratingMean,
  ];
}

function figureCells(figures: Figures, language: Language): Cell[] {
  const decimal = (value: number | null) =>
    value === null ? null : value.toFixed(2).replace('.', language === 'id' ? ',' : '.');
  const minutes = ({ count, mean, p50, p90 }: Figures['waitMinutes']) => [
    count,
    ...[mean, p50, p90].map(decimal),
  ];
  return [
    figures.visits,
    figures.issued,
    figures.served,
    figures.stillOpen,
    ...OUTCOMES.map((outcome) => figures.outcomes[outcome]),
    ...minutes(figures.waitMinutes),
    ...minutes(figures.serviceMinutes),
    figures.rating.count,
    decimal(figures.rating.mean),
  ];
}
