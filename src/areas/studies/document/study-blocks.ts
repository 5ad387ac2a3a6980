import { writeDate } from '#platform/typeset/official-days.ts';
import type { Study } from '../contract.ts';
import type { Chapter, Method } from '../rules/chapters.ts';
import type { Block, Section, TableBlock } from './blocks.ts';
import { locationBlocks, moneyTables, worthBlocks } from './choice-blocks.ts';
import { burdenTable, needsBars, needsBlocks, needsTable, servicesTable } from './demand-blocks.ts';
import { number, rupiah, share, table } from './make-blocks.ts';

const METHOD_NAMES: Readonly<Record<Method, string>> = {
  documents: 'Studi dokumentasi',
  observation: 'Observasi',
  'focus-group': 'Diskusi kelompok terarah (FGD)',
  interview: 'Wawancara',
  survey: 'Survei',
};

/** What the data say in a chapter, below its text. */
export function dataOf(chapter: Chapter, study: Study): Block[] {
  switch (chapter) {
    case 'services':
      return study.parts.services.length === 0 ? [] : [servicesTable(study), burdenTable(study)];
    case 'problems':
      return needsBlocks(study);
    case 'agencies':
      return study.results.needs.length === 0 ? [] : [needsBars(study), needsTable(study)];
    case 'location':
      return locationBlocks(study);
    case 'budget':
      return moneyTables(study, 'cost');
    case 'benefit':
      return [...moneyTables(study, 'benefit'), ...worthBlocks(study)];
    default:
      return [];
  }
}

/** Assumptions, evidence with who was there, the sums of the counters. */
export function annexesOf(study: Study): Section[] {
  const { evidence } = study.parts;
  return [
    { title: 'Asumsi', blocks: [assumptionsTable(study), ...sourcesOf(study)] },
    ...(evidence.length === 0 ? [] : [{ title: 'Bukti', blocks: evidence.flatMap(evidenceBlocks) }]),
  ];
}

function assumptionsTable({ figures }: Study): TableBlock {
  const rows = [
    ['Tahun data', String(figures.baseYear)],
    ['Penduduk', figures.population === null ? 'tidak diisi' : number(figures.population)],
    ['Hari layanan setahun', number(figures.daysPerYear)],
    ['Bagian pengunjung pada jam tersibuk', share(figures.busiestShare)],
    ['Janji tunggu', `${share(figures.waitShare)} paling lama ${figures.waitMinutes} menit`],
    ['Rentang volume', `± ${share(figures.spread)}`],
    ['Nilai satu jam warga', figures.hourRupiah === null ? 'tidak dihitung' : rupiah(figures.hourRupiah)],
    [
      'Bagian perjalanan yang dihemat',
      `${share(figures.savedLow)} / ${share(figures.savedMid)} / ${share(figures.savedHigh)}`,
    ],
    ['Diskonto setahun', share(figures.discount)],
  ];
  return table(
    'Angka yang diandaikan',
    [
      ['Asumsi', 'left'],
      ['Nilai', 'right'],
    ],
    rows,
  );
}

function sourcesOf({ figures }: Study): Block[] {
  return figures.sources === '' ? [] : [{ kind: 'text', text: `Sumber asumsi: ${figures.sources}` }];
}

function evidenceBlocks(evidence: Study['parts']['evidence'][number]): Block[] {
  const place = evidence.place === null ? '' : `, ${evidence.place}`;
  return [
    {
      kind: 'text',
      text: `${METHOD_NAMES[evidence.method]}: ${evidence.title} (${writeDate(evidence.day)}${place}). ${evidence.findings}`,
    },
    ...(evidence.participants.length === 0
      ? []
      : [
          table(
            `Peserta: ${evidence.title}`,
            [
              ['Nomor', 'right'],
              ['Nama dan lembaga', 'left'],
            ],
            evidence.participants.map((name, index) => [String(index + 1), name]),
          ),
        ]),
  ];
}
